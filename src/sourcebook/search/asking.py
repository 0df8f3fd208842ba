"""A question as it is put to the index: what to match, how to narrow, in what order, which page."""

from typing import Literal

from msgspec import Struct

from sourcebook.search.facets import FACETS, Facet
from sourcebook.search.matching import EVERYTHING, Match

Sort = Literal["relevance", "date", "date_back", "title"]
"""Best first; oldest first, the undated last; newest first, the undated last; by title."""

LAST_PLACE = 10_000
"""No page reaches further: deep pages cost much and nobody reads them."""


class Days(Struct, frozen=True):
    """A range of days (`vocabulary.dates.days`), both included; None leaves an end open. The undated are in none."""

    first: int | None = None
    last: int | None = None
    surely: bool = False


class Filters(Struct, frozen=True):
    """What results must bear: of each facet named, one of its values; and a date within the days."""

    facets: dict[Facet, tuple[str, ...]] = {}
    days: Days | None = None


class Page(Struct, frozen=True):
    """Which results, from 0."""

    start: int = 0
    size: int = 10


class Question(Struct, frozen=True, kw_only=True):
    """One search."""

    match: Match = EVERYTHING
    """All words, each in any of its forms."""
    loose: Match | None = None
    """Most of the words: asked instead where fewer than `few` records match; None where it would be the same."""
    few: int = 25
    filters: Filters = Filters()
    facets: tuple[Facet, ...] = FACETS
    """Those to be counted."""
    values: int = 200
    """At most so many values of each facet, the most frequent first."""
    sort: Sort = "relevance"
    page: Page = Page()
    passages: int = 3
    """Best passages of each record."""
