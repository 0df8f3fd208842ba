"""Dates as TEI gives them: the printed words, and their reading in attributes."""

from collections.abc import Mapping

from django.utils.translation import gettext

from sourcebook.ingest.tei.volume import Volume
from sourcebook.standards.tei import Element, text_of
from sourcebook.vocabulary.dates import DateError, HistoricalDate, read_date, understood


def edtf_of(attributes: Mapping[str, str]) -> str:
    """EDTF of `when`, `from` and `to`, or `notBefore` and `notAfter`; empty without any of them."""
    given = {name: value.strip() for name, value in attributes.items()}
    if when := given.get("when") or given.get("when-iso"):
        return when
    start, end = given.get("from") or given.get("from-iso"), given.get("to") or given.get("to-iso")
    if start or end:
        return start if start and start == end else f"{start or '..'}/{end or '..'}"
    first, last = given.get("notBefore"), given.get("notAfter")
    if first or last:
        # One day between the two, which EDTF writes with days alone.
        first, last = (first or "").partition("T")[0], (last or "").partition("T")[0]
        return first if first == last else f"[{first}..{last}]"
    return ""


def date_of(
    element: Element, volume: Volume, as_written: str = "", reason: str = ""
) -> HistoricalDate | None:
    """The date that an element gives; nothing where it has neither words nor attributes."""
    words = as_written or text_of(element, without=("note",))
    edtf = edtf_of({str(name): str(value) for name, value in element.attrib.items()})
    calendar = "julian" if "julian" in (element.get("calendar") or "").casefold() else "gregorian"
    if not words and not edtf:
        return None
    try:
        return _told(
            read_date(words or edtf, edtf=edtf or None, calendar=calendar, reason=reason), element, volume
        )
    except DateError as error:
        volume.notice(
            gettext("The date “%(edtf)s” is no date: %(error)s") % {"edtf": edtf, "error": error},
            element,
            gettext("The printed words were kept."),
        )
        return read_words(words, element, volume) if words else None


def read_words(words: str, element: Element, volume: Volume) -> HistoricalDate:
    """The date that words alone give; what is not understood keeps them, has no range, and is told."""
    return _told(read_date(words), element, volume)


def _told(date: HistoricalDate, element: Element, volume: Volume) -> HistoricalDate:
    if not understood(date):
        volume.notice(
            gettext(
                "The date “%(as_written)s” is not understood; it was kept as written and has no place in time."
            )
            % {"as_written": date.as_written},
            element,
            gettext("Give its element @when."),
        )
    return date
