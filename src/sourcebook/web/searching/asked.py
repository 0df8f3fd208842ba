"""What an address asks for: its query string, read with bounds and without complaint."""

from collections.abc import Iterable
from typing import Final, get_args
from urllib.parse import parse_qsl, urlencode

from msgspec import Struct

from sourcebook.search.asking import Days, Filters, Sort
from sourcebook.search.facets import FACETS, Facet
from sourcebook.vocabulary.dates import read_date
from sourcebook.vocabulary.dates.days import number_of_iso_day

LONGEST = 20_000
"""Bytes of a query string that are read."""
MOST_FIELDS = 200
SIZE: Final = 10
LARGEST = 100
"""Records on a page, as a page and at most."""
SORTS: tuple[Sort, ...] = get_args(Sort)


class Asked(Struct, frozen=True, kw_only=True):
    """One question as an address puts it."""

    query: str = ""
    chosen: tuple[tuple[Facet, str], ...] = ()
    first: str = ""
    last: str = ""
    """Years, months or days, as typed."""
    surely: bool = False
    sort: Sort = "relevance"
    page: int = 1
    size: int = SIZE
    within: str = ""
    """A reference: search in this record alone."""
    version: str = ""
    like: str = ""
    """A reference: records like this one."""
    part: bool = False

    @property
    def anything(self) -> bool:
        return bool(self.query or self.chosen or self.first or self.last)

    @property
    def fields(self) -> list[tuple[str, str]]:
        """As form fields; what is as usual is left out."""
        fields = [
            ("q", self.query),
            ("within", self.within),
            ("version", self.version),
            ("like", self.like),
            *self.chosen,
        ]
        fields += [("from", self.first), ("to", self.last), ("surely", "1" if self.surely else "")]
        fields += [("sort", "" if self.sort == "relevance" else self.sort)]
        fields += [("size", "" if self.size == SIZE else str(self.size))]
        return [(name, value) for name, value in fields if value]

    def query_string(self, *, page: int = 1, query: str | None = None) -> str:
        """The same question, another page of it or other words."""
        fields = [(name, value) for name, value in self.fields if name != "q" or query is None]
        if query is not None:
            fields.insert(0, ("q", query))
        return urlencode([*fields, *([("page", str(page))] if page > 1 else [])])

    def filters(self) -> Filters:
        """The chosen values of facets, and the days; a date that cannot be read leaves its end open."""
        facets: dict[Facet, tuple[str, ...]] = {}
        for facet, value in self.chosen:
            facets[facet] = (*facets.get(facet, ()), value)
        first, last = _day(self.first, latest=False), _day(self.last, latest=True)
        days = None if first is None and last is None else Days(first, last, self.surely)
        return Filters(facets=facets, days=days)


def read_asked(query_string: str) -> Asked:
    """Any query string has an answer: unknown fields, values out of bounds and what is too much are left out."""
    fields = parse_qsl(query_string[:LONGEST], encoding="utf-8", errors="replace")[:MOST_FIELDS]
    once = {name: value.strip() for name, value in reversed(fields)}
    sort = once.get("sort", "")
    return Asked(
        query=once.get("q", ""),
        chosen=tuple(_chosen(fields)),
        first=once.get("from", "")[:30],
        last=once.get("to", "")[:30],
        surely=once.get("surely") == "1",
        sort=next((known for known in SORTS if known == sort), "relevance"),
        page=_whole(once.get("page", ""), 1, 1, 1000),
        size=_whole(once.get("size", ""), SIZE, 1, LARGEST),
        within=once.get("within", "")[:200],
        version=once.get("version", "")[:80],
        like=once.get("like", "")[:200],
        part=once.get("part") == "results",
    )


def _chosen(fields: Iterable[tuple[str, str]]) -> Iterable[tuple[Facet, str]]:
    known = {facet: facet for facet in FACETS}
    for name, value in dict.fromkeys(fields):
        if name in known and value:
            yield known[name], value[:300]


def _whole(text: str, usual: int, least: int, most: int) -> int:
    return min(max(int(text), least), most) if text.isascii() and text.isdigit() and len(text) < 9 else usual


def _day(text: str, *, latest: bool) -> int | None:
    date = read_date(text)
    bound = date.latest if latest else date.earliest
    return number_of_iso_day(bound) if bound else None
