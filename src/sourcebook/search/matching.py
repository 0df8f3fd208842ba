"""What an engine matches: a tree over tokens and facet values, after languages, spellings and names are dealt with.

Two indexes are asked the same tree. A leaf that an index does not hold matches nothing there.
"""

from typing import Literal

from msgspec import Struct

from sourcebook.search.answers import Why
from sourcebook.search.facets import Facet

Field = Literal["body", "forms", "title", "byline"]
"""`body`: stems, one a word, in order (records and passages). `forms`: folded forms, in no order (both).
`title` and `byline`: stems and folded forms together, in no order (records only)."""


class Has(Struct, frozen=True, tag=True):
    """Documents with this token; scored by BM25 (k1 1.2, b 0.75)."""

    field: Field
    token: str
    boost: float = 1.0
    why: Why | None = None


class HasPhrase(Struct, frozen=True, tag=True):
    """Documents where stems stand next to each other in `body`; at each place any of the alternatives."""

    places: tuple[tuple[str, ...], ...]
    boost: float = 1.0
    why: Why | None = None


class HasPrefix(Struct, frozen=True, tag=True):
    """Documents with a token in `field` that begins so; all score alike, `boost`."""

    field: Field
    prefix: str
    boost: float = 1.0
    why: Why | None = None


class HasNear(Struct, frozen=True, tag=True):
    """Documents with a token at most `distance` (1 or 2) edits away, a swap of neighbours counting as one."""

    field: Field
    token: str
    distance: int = 1
    boost: float = 1.0
    why: Why | None = None


class Bears(Struct, frozen=True, tag=True):
    """Documents that bear a facet value; all score alike, `boost`. On passages the facets are their record's."""

    facet: Facet
    value: str
    boost: float = 1.0
    why: Why | None = None


class Mentions(Struct, frozen=True, tag=True):
    """Passages whose words link to this authority, records one of whose passages does; all score alike."""

    reference: str
    boost: float = 1.0
    why: Why | None = None


class Dated(Struct, frozen=True, tag=True):
    """Documents whose date may lie, or surely lies, between two days, both included; it adds nothing to the score."""

    first: int | None
    last: int | None
    surely: bool = False


class All(Struct, frozen=True, tag=True):
    """Every part must match; scores add up. Without parts: everything."""

    of: tuple["Match", ...]


class Some(Struct, frozen=True, tag=True):
    """At least so many parts must match; scores add up. Without parts: nothing."""

    of: tuple["Match", ...]
    least: int = 1


class Best(Struct, frozen=True, tag=True):
    """Any part may match; the best score counts alone: the ways in which one word may be found."""

    of: tuple["Match", ...]


class Except(Struct, frozen=True, tag=True):
    """What does not match; it adds nothing to the score."""

    of: "Match"


Match = Has | HasPhrase | HasPrefix | HasNear | Bears | Mentions | Dated | All | Some | Best | Except

EVERYTHING = All(())
NOTHING = Some(())
