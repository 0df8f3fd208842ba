"""The year of an essay: by its heading's date, by its heading's words, or by the first year of its text."""

import re

from django.utils.translation import gettext

from sourcebook.ingest.tei.dates import date_of
from sourcebook.ingest.tei.volume import Volume
from sourcebook.standards.tei import Element, name_of, text_of
from sourcebook.vocabulary.dates import HistoricalDate, read_date, years

_YEAR = re.compile(r"(?<!\d)(1[0-9]{3}|20[0-9]{2})(?!\d)")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_WRITTEN = re.compile(
    rf"(?<!\d)(?:(?:{_MONTHS}) )?((?:1[0-9]|20)\d\d)(?:[–-](?:(?:{_MONTHS}) )?((?:1[0-9]|20)?\d\d)(?!\d))?"
)

Period = tuple[int, int]


def period_of(text: str) -> Period | None:
    """First and last year of a title such as “Milestones: 1953–1960”."""
    found = [int(year) for year in _YEAR.findall(text)]
    return (found[0], found[-1]) if found else None


def date_of_heading(head: Element, volume: Volume) -> HistoricalDate | None:
    """The date that a heading gives, in an element or in its words."""
    for element in head.iter(name_of("date")):
        if date := date_of(element, volume):
            return date
    match = _WRITTEN.search(text_of(head, without=("note",)))
    if match is None:
        return None
    first, last = match[1], match[2]
    if match[0] == first:
        return read_date(first, edtf=first)
    if last and match[0].replace("-", "–") == f"{first}–{last}":
        return read_date(match[0], edtf=f"{first}/{first[: 4 - len(last)]}{last}")
    return read_date(match[0])


def year_of(
    date: HistoricalDate | None, head: Element, text: Element, period: Period | None, volume: Volume
) -> str:
    """The year to put a subject under; one that only its text gives is said as a notice, and empty if none does."""
    if date is not None and (span := years(date)):
        return str(span[0])
    if match := _YEAR.search(text_of(head)):
        return match[1]
    title = text_of(head)
    for written in _YEAR.findall(text_of(text)):
        if period is None or period[0] <= int(written) <= period[1]:
            volume.notice(
                gettext(
                    "The heading “%(title)s” gives no date; %(written)s, the first year of the period in its text, was "
                    "taken."
                )
                % {"title": title, "written": written},
                head,
                gettext("Put the subject under another year if that is wrong."),
            )
            return str(written)
    if period:
        volume.notice(
            gettext("Nothing dates “%(title)s”; it was put under %(part)s, where its period begins.")
            % {"title": title, "part": period[0]},
            head,
        )
        return str(period[0])
    return ""
