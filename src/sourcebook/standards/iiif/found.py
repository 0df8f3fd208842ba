"""What both versions of Content Search are written from."""

from msgspec import Struct

from sourcebook.record.parts import LanguageMap

KNOWN_PARAMETERS = ("motivation", "date", "user", "min")
"""Parameters of the specification that this service does not act on; requests that use them are told so."""


class Spoken(Struct, frozen=True):
    """The words of one passage, and what they stand on."""

    id: str
    text: str
    target: str
    """A canvas, with `#xywh=` or `#t=` where a part of it is meant."""
    language: str = ""


class Quote(Struct, frozen=True):
    """Where in the words of an annotation something was found."""

    source: str
    """The annotation's id."""
    exact: str
    prefix: str = ""
    suffix: str = ""


class SearchPage(Struct, frozen=True, kw_only=True):
    """One page of what was found in one source."""

    id: str
    """The address that was asked."""
    whole: str
    """The same without its page."""
    spoken: tuple[Spoken, ...]
    matches: tuple[tuple[Quote, ...], ...]
    """Each thing found; of more than one quote where it runs over several annotations."""
    total: int
    start: int
    first: str
    last: str
    next: str = ""
    previous: str = ""
    ignored: tuple[str, ...] = ()
    manifest: str = ""
    label: LanguageMap = {}


class Term(Struct, frozen=True):
    """A word that was begun, as it goes on."""

    value: str
    total: int
    search: str
    """The address that searches for it."""
