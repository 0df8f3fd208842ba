"""Dates as search needs them: first and last day, and the years and decades they may fall in."""

from sourcebook.search.facets import MOST_YEARS, UNDATED
from sourcebook.vocabulary.dates import HistoricalDate, years
from sourcebook.vocabulary.dates.days import number_of_iso_day

MOST_DECADES = 100


def day_numbers(date: HistoricalDate | None) -> tuple[int | None, int | None]:
    """Numbers of the first and the last day; None for an open end; (None, None) for what has no date."""
    if date is None:
        return None, None
    return (
        number_of_iso_day(date.earliest) if date.earliest else None,
        number_of_iso_day(date.latest) if date.latest else None,
    )


def year_values(date: HistoricalDate | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Values of the facets `year` and `decade`; an interval of very many years keeps its first and its last decades."""
    span = years(date) if date else None
    if span is None:
        return (UNDATED,), ()
    first, last = span
    decades = range(first // 10 * 10, last // 10 * 10 + 1, 10)
    some = decades if len(decades) <= MOST_DECADES else (decades[0], decades[-1])
    return (
        tuple(map(str, range(first, last + 1))) if last - first < MOST_YEARS else (),
        tuple(map(str, some)),
    )
