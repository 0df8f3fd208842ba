"""Sort keys as text: SQLite and Python order them alike, byte by byte."""

import re
import unicodedata
from functools import lru_cache

from sourcebook.vocabulary.dates import HistoricalDate, sort_key, years

_OFFSET = 5 * 10**9
"""Days; makes every day number positive, so that numbers of equal length order as text."""


def date_sort(date: HistoricalDate | None) -> str:
    """The date's place in time; what has no date comes last."""
    group, first, open_end, last, *texts = sort_key(date)
    if group == 0:
        return f"0{first + _OFFSET:011d}{int(open_end)}{last + _OFFSET:011d}"
    return f"{group}{' '.join(texts)}"


def newest_first(instant: str) -> str:
    """From an ISO 8601 instant to a key that puts later ones before earlier ones."""
    digits = re.sub(r"\D", "", instant)[:14].ljust(14, "0")
    return str(10**15 - int(digits))


@lru_cache(4096)
def word_sort(text: str) -> str:
    """Filing order without capitals, accents and punctuation; `ё` files with `е`, and figures by their value."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    # Decomposition splits й, which is a letter of its own.
    plain = re.sub(r"[^\w\s]+", "", plain).replace("_", " ")
    return re.sub(r"\d+", lambda run: run[0].zfill(9), " ".join(plain.split()))


def initial(text: str) -> str:
    """The letter under which an index files a name, in capitals; `#` for what begins with none."""
    for character in unicodedata.normalize("NFC", text.upper()):
        if character.isalpha():
            base = unicodedata.normalize("NFKD", character)[0]
            return "Й" if character == "Й" else base
    return "#"


def year_of(date: HistoricalDate | None) -> str:
    """The first year a date can mean; "" where nobody can tell."""
    span = years(date) if date else None
    return str(span[0]) if span else ""


def month_of(date: HistoricalDate | None) -> str:
    """The month a date falls in, `03`; "" where it is not within one month."""
    if date and date.earliest and date.latest and date.earliest[:-3] == date.latest[:-3]:
        return date.earliest[-5:-3]
    return ""
