"""What the rules of `grammar` put in the place of the tokens that they find; None when the tokens do not fit."""

import re
from collections.abc import Sequence

from sourcebook.vocabulary.dates.days import iso_year
from sourcebook.vocabulary.dates.notation import Notation, Point, Several, Span
from sourcebook.vocabulary.dates.tokens import Token, roman

Found = list[Token] | None


def point(year: str, month: int | str = "", day: int | str = "") -> Token:
    """A token for one date."""
    return Token("P", date=Point(year, _two(month), _two(day)))


def _two(part: int | str) -> str:
    return f"{part:02}" if isinstance(part, int) else part


def several(dates: Sequence[Notation | None], every: bool) -> Found:
    """All of some dates or one of them; sets within a set are opened when they are of its own sort."""
    members: list[Point | Span] = []
    for date in dates:
        if isinstance(date, Several):
            if date.all != every:
                return None
            members += date.members
        elif date is not None:
            members.append(date)
    return [Token("V", date=Several(every, tuple(members)))]


def keep(kinds: str, tokens: Sequence[Token]) -> list[Token]:
    """The tokens of some kinds."""
    return [token for token in tokens if token.kind in kinds]


def dates(tokens: Sequence[Token]) -> list[Notation]:
    """What has been read so far among the tokens."""
    return [token.date for token in tokens if token.date is not None]


def year_of(tokens: Sequence[Token]) -> str:
    """The year among the tokens, in four digits."""
    return iso_year(keep("Yy", tokens)[0].number)


# Days and months


def day(tokens: Sequence[Token]) -> Found:
    """“25 February 1956” in any order."""
    return [point(year_of(tokens), keep("M", tokens)[0].number, keep("nO", tokens)[0].number)]


def month(tokens: Sequence[Token]) -> Found:
    """“February 1956”, “spring of 1956”."""
    return [point(year_of(tokens), keep("MS", tokens)[0].number)]


def day_of_any_year(tokens: Sequence[Token]) -> Found:
    """“January 12”, “January”."""
    days = keep("nO", tokens)
    return [point("XXXX", keep("M", tokens)[0].number, days[0].number if days else "")]


def spread(tokens: Sequence[Token]) -> Found:
    """“14–25 February 1956”: each day with the month and the year that it shares."""
    year, months, has_days = year_of(tokens), keep("MS", tokens), bool(keep("nO", tokens))
    found: list[Token] = []
    before: Token | None = None
    for place, token in enumerate(tokens):
        if token.kind in "MS":
            before = token
            if not has_days:
                found.append(point(year, token.number))
        elif token.kind in "nO":
            after = tokens[place + 1] if len(months) > 1 and tokens[place + 1].kind == "M" else None
            own = after or before or months[0]
            found.append(point(year, own.number, token.number))
        elif token.kind in "-T&|" or (token.kind == "," and tokens[place + 1].kind in "nO"):
            found.append(token)
    return found


def day_of_double_year(tokens: Sequence[Token]) -> Found:
    """“10 February 1698/9”: the year began on 25 March, so that the day falls in the second year by our count."""
    first, second = _double(keep("u", tokens)[0])
    number, of = keep("nO", tokens)[0].number, keep("M", tokens)[0].number
    if second != first + 1 or (of, number) >= (3, 25):
        return None
    return [point(iso_year(second), of, number)._replace(text="dual")]


def season_of_double_year(tokens: Sequence[Token]) -> Found:
    """“winter 1941/42” runs from December to February; no other season lies in two years."""
    first, second = _double(tokens[1])
    if tokens[0].number != 24 or second != first + 1:
        return None
    return [Token("R", date=Span(Point(iso_year(first), "12"), Point(iso_year(second), "02")))]


def double_year(tokens: Sequence[Token]) -> Found:
    """“1956/57”."""
    first, second = _double(tokens[0])
    return (
        [Token("R", date=Span(Point(iso_year(first)), Point(iso_year(second))))] if second > first else None
    )


def _double(token: Token) -> tuple[int, int]:
    first, second = token.text.split("/")
    return int(first), int(first[: -len(second)] + second)


def numeric(tokens: Sequence[Token]) -> Found:
    """Dates in figures. With dots the day stands first; with strokes it may be either, and we say so."""
    parts = re.split("[./-]", tokens[0].text)
    if len(parts) == 2:
        return [point(f"{int(parts[1]):04}", int(parts[0]))]
    if len(parts[0]) == 4:
        return [point(parts[0], int(parts[1]), int(parts[2]))]
    first, year = int(parts[0]), parts[2]
    if not parts[1].isdecimal():
        return [point(year, roman(parts[1]), first)]
    second = int(parts[1])
    if "." in tokens[0].text or first > 12 or first == second:
        return [point(year, second, first)]
    if second > 12:
        return [point(year, first, second)]
    return several(
        sorted(dates([point(year, first, second), point(year, second, first)]), key=str), every=False
    )


# Years, decades, centuries


def year(tokens: Sequence[Token]) -> Found:
    """“1956”, “the year 988”."""
    return [point(year_of(tokens))]


def year_of_era(tokens: Sequence[Token]) -> Found:
    """“AD 988”, “64 BC”; the year before AD 1 is the year 0."""
    number = keep("Yyn", tokens)[0].number
    if not number:
        return None
    return [point(iso_year(1 - number if keep("E", tokens) else number))]


def years_before_christ(tokens: Sequence[Token]) -> Found:
    """“300–200 BC”."""
    first, second = (point(iso_year(1 - token.number)) for token in keep("Yyn", tokens))
    return [first, Token("-"), second]


def abbreviated_year(tokens: Sequence[Token]) -> Found:
    """“1925–6”, “1860 or 63”: the figures that are left out are those of the first year."""
    first, join, second = tokens[:3]
    full = int(f"{first.number:04}"[: -len(second.text)] + second.text)
    return [point(iso_year(first.number)), join, point(iso_year(full))] if full > first.number else None


def decade(tokens: Sequence[Token]) -> Found:
    """“1950s”. A round hundred is read as the century, which holds the decade too."""
    return [point(_decade(tokens[0].number))]


def decades(tokens: Sequence[Token]) -> Found:
    """“1950–60-е”, “1950–1960s”."""
    first, second = tokens[0].number, tokens[2].number
    if first % 10:
        return [point(iso_year(first)), tokens[1], point(_decade(second))] if second > 99 else None
    last = second if second > 99 else first // 100 * 100 + second
    return (
        [point(iso_year(first)[:3] + "X"), tokens[1], point(iso_year(last)[:3] + "X")]
        if last > first
        else None
    )


def _decade(number: int) -> str:
    return f"{number:04}"[:2] + "XX" if number % 100 == 0 else f"{number:04}"[:3] + "X"


def unspecified(tokens: Sequence[Token]) -> Found:
    """“19--”, “195-”, as library catalogues write them."""
    return [point(re.match("[0-9]+", tokens[0].text)[0].ljust(4, "X"))]  # type: ignore[index]


def century(tokens: Sequence[Token]) -> Found:
    """“19th century” is 18XX, as EDTF's users write it, though the century ran from 1801."""
    number = tokens[0].number
    if not 1 <= number <= 21:
        return None
    return [point(f"-{number - 1:02}XX" if keep("E", tokens) else f"{number - 1:02}XX")]


def two_centuries(tokens: Sequence[Token]) -> Found:
    """“17–19th centuries”, “XIX–XX вв.”, with an era for both."""
    era = keep("EA", tokens)
    first, second = (century([token, *era]) for token in keep("nOIQ", tokens))
    return [*first, tokens[1], *second] if first and second else None
