"""Facets: by what results are counted and narrowed. Values are codes and references, never labels."""

from typing import Literal, get_args

Facet = Literal[
    "kind",
    "medium",
    "language",
    "year",
    "decade",
    "theme",
    "subject",
    "person",
    "organisation",
    "place",
    "event",
    "term",
    "contributor",
    "rights",
]

FACETS: tuple[Facet, ...] = get_args(Facet)

Facets = dict[Facet, tuple[str, ...]]
"""The values a record bears, each once: `kind` source, person …; `medium` of sources; `language` the main subtag of the
original and of every version; `year` each year its date can mean (`1956`; past thirty years only the decades) or
`undated`; `decade` (`1950`); the others references, `rights` the statement's URI. `person` holds everybody whom the
record names, in whatever manner; `contributor` those of its bylines."""

OF_REFERENCES: frozenset[Facet] = frozenset(
    ("theme", "subject", "person", "organisation", "place", "event", "term", "contributor")
)
"""Facets whose values are references, which may be of things that are not published."""

MOST_YEARS = 30
UNDATED = "undated"
