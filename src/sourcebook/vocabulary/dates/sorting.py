"""The order of dates: by the first day, then the last, then the text; what has no days comes last.

The law, tested in `tests/vocabulary`: when one date's last day is before another's first, it sorts before it. A
date without a first day (“before 1866”) stands at its last one, which keeps the law and puts it where a reader
looks for it.
"""

from sourcebook.vocabulary.dates.days import number_of_iso_day
from sourcebook.vocabulary.dates.model import HistoricalDate

SortKey = tuple[int, int, int, int, str, str, str]


def sort_key(date: HistoricalDate | None) -> SortKey:
    """A key that orders any dates totally; None sorts with the undated, at the end."""
    if date is None:
        return (2, 0, 0, 0, "", "", "")
    text = (date.as_written, date.edtf, date.calendar)
    first = number_of_iso_day(date.earliest) if date.earliest else None
    last = number_of_iso_day(date.latest) if date.latest else None
    if first is None and last is None:
        return (1, 0, 0, 0, *text)
    start = first if first is not None else last or 0
    # An open end comes after every closed one that starts on the same day.
    return (0, start, last is None, last or 0, *text)
