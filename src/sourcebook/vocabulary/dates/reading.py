"""From a text to a date: EDTF as it stands, or words of English and Russian."""

from sourcebook.vocabulary.dates.days import Calendar
from sourcebook.vocabulary.dates.model import HistoricalDate, from_edtf
from sourcebook.vocabulary.errors import DateError


def read_date(
    as_written: str, *, edtf: str | None = None, calendar: str = "gregorian", reason: str = ""
) -> HistoricalDate:
    """Understand a date, or keep its text without a range; only a wrong `edtf` or `calendar` raises DateError."""
    if calendar not in ("gregorian", "julian"):
        raise DateError(f"“{calendar}” is no calendar we know; write gregorian or julian.")
    chosen: Calendar = "julian" if calendar == "julian" else "gregorian"
    if edtf:
        return from_edtf(edtf.strip(), as_written, chosen, reason)
    try:
        return from_edtf(as_written.strip(), as_written, chosen, reason)
    except DateError:
        return HistoricalDate(as_written=as_written, calendar=chosen, reason=reason)
