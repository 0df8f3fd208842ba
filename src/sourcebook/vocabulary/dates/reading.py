"""From a text to a date: EDTF as it stands, or words of English and Russian.

Never a silent guess: a text that holds anything that is not understood is not understood at all.
"""

import re

from sourcebook.sentences import Sentence
from sourcebook.vocabulary.dates.days import Calendar, day_number, weekday
from sourcebook.vocabulary.dates.grammar import rewrite, understand
from sourcebook.vocabulary.dates.model import HistoricalDate, from_edtf
from sourcebook.vocabulary.dates.notation import Notation, Point, parse, written
from sourcebook.vocabulary.dates.old_style import MARKED, TWICE, TWICE_TWICE, share, twice
from sourcebook.vocabulary.dates.tokens import LONGEST_TEXT, Token, tokenise
from sourcebook.vocabulary.dates.words import NO_DATE
from sourcebook.vocabulary.errors import DateError

# “1924-31” is a range of years before it is EDTF's southern summer; months stay months.
_RANGE = re.compile(r"[0-9]{2}([0-9]{2})-(2[1-9]|3[0-9]|4[01])")
# XML writes times without seconds or with parts of them, and gives intervals as two times.
_TIME = re.compile(
    r"(?<=[0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2})(:[0-9]{2})?(?:\.[0-9]+)?(?=[Z+/-]|$)"
)
_TIME_OF_INTERVAL = re.compile(r"T[0-9:]+(?:Z|[+-][0-9]{2}:[0-9]{2})?(?=/|$)")

# Without one of these a text does not give a date twice.
_TWO_STYLES = re.compile(r"[(\[/]")

_ASIDES = {
    kind: re.compile(rf"[(\[]{kind}[)\]]|,?(?<!^){kind}$|^{kind},?|,?{kind}(?=[,)\]/(\[YMn])|{kind}")
    for kind in "JNWH"
}


def read_date(
    as_written: str, *, edtf: str | None = None, calendar: str = "gregorian", reason: str = ""
) -> HistoricalDate:
    """Understand a date, or keep its text without a range.

    The words “Old Style” and the like make the calendar Julian. An `edtf` given is in the calendar of the document
    and rules over the text; a wrong one, or an unknown calendar, raises DateError. No text raises.
    """
    if calendar not in ("gregorian", "julian"):
        raise DateError(
            Sentence(
                "“{calendar}” is no calendar we know; write gregorian or julian.", calendar=calendar[:80]
            )
        )
    chosen: Calendar = (
        "julian" if calendar == "julian" or MARKED.search(as_written[:LONGEST_TEXT]) else "gregorian"
    )
    if edtf and edtf.strip():
        edtf = edtf.strip()
        return from_edtf(edtf, as_written, _calendar_followed(as_written, edtf, chosen), reason)
    text = as_written.strip()
    for read in (_as_words, _as_edtf) if _words_first(text) else (_as_edtf, _as_words):
        try:
            found = read(text, chosen)
            if found:
                return from_edtf(found[0], as_written, found[1], reason)
        except DateError:
            continue
    return HistoricalDate(as_written=as_written, calendar=chosen, reason=reason)


def says_no_date(as_written: str) -> bool:
    """Whether a text says that there is no date (“n.d.”, «б. д.»), so that nothing in it is left to understand."""
    words = re.sub(r"[\W_]+", " ", as_written[:LONGEST_TEXT].casefold()).strip()
    return words in NO_DATE


def _calendar_followed(as_written: str, edtf: str, chosen: Calendar) -> Calendar:
    """The calendar of an EDTF that is given: where the text names both styles, the one that the EDTF agrees with."""
    if not _TWO_STYLES.search(as_written):
        return chosen
    words = read_date(as_written)
    if words.calendar == "gregorian" or not words.edtf or words.edtf == edtf:
        return words.calendar if words.edtf == edtf else chosen
    gregorian = read_date("", edtf=edtf)
    same = (gregorian.earliest, gregorian.latest) == (words.earliest, words.latest)
    return "gregorian" if same else chosen


def _words_first(text: str) -> bool:
    """Whether a text that is EDTF says something else to people: a range of years, or a date in brackets."""
    match = _RANGE.fullmatch(text)
    return bool(match and match[2] > match[1]) or (text.startswith("[") and not re.search(r",|\.\.", text))


def _as_edtf(text: str, calendar: Calendar) -> tuple[str, Calendar] | None:
    if len(text) > LONGEST_TEXT:
        return None
    text = _TIME.sub(lambda m: f"T{m[1]}{m[2] or ':00'}", text)
    return written(parse(_TIME_OF_INTERVAL.sub("", text) if "/" in text else text)), calendar


def _as_words(text: str, calendar: Calendar) -> tuple[str, Calendar] | None:
    if text[:1] + text[-1:] == "[]" and "[" not in text[1:-1]:
        # Cataloguers put what they supply into square brackets; it is as sure as they say within.
        text = text[1:-1]
    tokens = tokenise(text)
    if not tokens:
        return None
    aside: dict[str, list[Token]] = {}
    for kind in "JNWH":
        tokens, aside[kind] = _set_aside(tokens, kind)
    tokens = rewrite(tokens, TWICE_TWICE, share)
    tokens = rewrite(tokens, TWICE, twice)
    both = any(token.text == "julian" for token in tokens)
    if both and any(token.kind in "nOYyDdQXuI#" for token in tokens):
        return None
    if not both and aside["J"] and aside["N"]:
        return None
    if both or aside["J"]:
        calendar = "julian"
    elif aside["N"]:
        calendar = "gregorian"
    if any(token.kind == "u" for token in tokens) and any(token.kind == "M" for token in tokens):
        # Years were written double where the new one began in March, which went with the Julian calendar.
        calendar = "julian"
    found = understand(tokens)
    if found is None or not _fits(found, calendar, aside):
        return None
    return written(found), calendar


def _set_aside(tokens: list[Token], kind: str) -> tuple[list[Token], list[Token]]:
    """The tokens without those of a kind, their brackets and their comma; and those taken out."""
    taken: list[Token] = []
    while match := _ASIDES[kind].search("".join(token.kind for token in tokens)):
        taken += [token for token in tokens[match.start() : match.end()] if token.kind == kind]
        tokens = [*tokens[: match.start()], *tokens[match.end() :]]
    return tokens, taken


def _fits(found: Notation, calendar: Calendar, aside: dict[str, list[Token]]) -> bool:
    """A day of the week and an hour go with a single day; a day of the week must be that day's own."""
    if not aside["W"] and not aside["H"]:
        return True
    if not isinstance(found, Point) or not found.day.isdecimal() or not found.year.isdecimal():
        return False
    number = day_number(int(found.year), int(found.month), int(found.day), calendar)
    return all(token.number == weekday(number) for token in aside["W"])
