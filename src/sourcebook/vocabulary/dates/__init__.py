"""Historical dates: as written, in EDTF, as a range of days, in order, and in words."""

from sourcebook.vocabulary.dates.model import HistoricalDate, understood, years
from sourcebook.vocabulary.dates.printing import print_date
from sourcebook.vocabulary.dates.reading import read_date, says_no_date
from sourcebook.vocabulary.dates.sorting import sort_key
from sourcebook.vocabulary.errors import DateError

__all__ = [
    "DateError",
    "HistoricalDate",
    "print_date",
    "read_date",
    "says_no_date",
    "sort_key",
    "understood",
    "years",
]
