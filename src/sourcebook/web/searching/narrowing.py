"""Facets as check boxes, and the years as a histogram."""

from collections.abc import Mapping, Sequence

from sourcebook.reading_room.found import Bar, Choice, Group
from sourcebook.reading_room.languages import Words
from sourcebook.reading_room.leaf import Leaf
from sourcebook.search.answers import FacetValue
from sourcebook.search.facets import UNDATED, Facet
from sourcebook.web.searching.asked import Asked
from sourcebook.web.searching.presenting import facet_label

SHOWN: tuple[Facet, ...] = (
    "kind", "medium", "language", "theme", "subject", "person", "place", "organisation", "event", "term",
    "contributor", "rights",
)  # fmt: skip
"""The facets that a page offers, in this order; years and decades are a histogram."""
OPEN = 5
"""Values of a facet that are shown at once."""
MOST = 30
"""Values that are offered at all."""
MOST_BARS = 60
VALUES = MOST_BARS + 2
"""Values of a facet that a page asks for: where years are left out of so many, one of which stands for the undated,
they are too many for bars.
"""
HIGHEST = 96


def groups(leaf: Leaf, facets: Mapping[Facet, Sequence[FacetValue]]) -> tuple[Group, ...]:
    """What can be narrowed; a facet with one value that everything bears tells nothing and is left out."""
    made = []
    for facet in SHOWN:
        choices = _choices(leaf, facet, facets.get(facet, ())[:MOST])
        if len(choices) < 2 and not any(choice.chosen for choice in choices):
            continue
        made.append(
            Group(
                name=facet,
                heading=str(getattr(leaf.words, f"facet_{facet}")),
                choices=tuple(choices[:OPEN]),
                folded=tuple(choices[OPEN:]),
                open=any(choice.chosen for choice in choices[OPEN:]),
            )
        )
    return tuple(made)


def _choices(leaf: Leaf, facet: Facet, values: Sequence[FacetValue]) -> list[Choice]:
    def label(value: str) -> Words:
        # A hundred values stand on a page, and nearly the same ones on the next.
        kept = ("label of a value", facet, value, leaf.language)
        return leaf.reading.once(kept, lambda: facet_label(leaf, facet, value))

    labelled = ((one, label(one.value)) for one in values)
    return [
        Choice(value=one.value, label=label, count=one.count, chosen=one.chosen)
        for one, label in labelled
        if label.text
    ]


def bars(facets: Mapping[Facet, Sequence[FacetValue]], asked: Asked) -> tuple[Bar, ...]:
    """One bar a year, with the years between that have none; a bar a decade where the years are too many."""
    for facet, step in (("year", 1), ("decade", 10)):
        counts = {
            int(one.value): one.count
            for one in facets.get(facet, ())  # type: ignore[call-overload]
            if one.value != UNDATED and one.value.lstrip("-").isdigit()
        }
        if counts and (max(counts) - min(counts)) // step < MOST_BARS:
            return _bars(counts, step, asked)
    return ()


def _bars(counts: Mapping[int, int], step: int, asked: Asked) -> tuple[Bar, ...]:
    most = max(counts.values())
    first, last = _year(asked.first), _year(asked.last)
    return tuple(
        Bar(
            label=str(year),
            count=counts.get(year, 0),
            height=round(HIGHEST * counts[year] / most) + 2 if counts.get(year) else 0,
            chosen=bool(first or last) and (first or year) <= year <= (last or year),
        )
        for year in range(min(counts), max(counts) + 1, step)
    )


def _year(text: str) -> int:
    return int(text[:4]) if text[:4].isascii() and text[:4].isdigit() else 0
