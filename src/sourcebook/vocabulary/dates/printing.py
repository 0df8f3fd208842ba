"""Dates in words."""

from sourcebook.vocabulary.dates.model import HistoricalDate


def print_date(date: HistoricalDate, language: str) -> str:
    """The date in words of English ("en") or Russian ("ru"); as written when it is not understood."""
    return date.as_written
