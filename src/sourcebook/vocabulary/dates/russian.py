"""Dates in Russian words. Abbreviations (г., гг.) are those of scholarly prose and need no case of their own."""

from sourcebook.vocabulary.dates.notation import Point
from sourcebook.vocabulary.dates.shapes import Case, year_shape

_MONTHS: dict[Case, tuple[str, ...]] = {
    "nominative": tuple(
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split()
    ),
    "genitive": tuple(
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
    ),
    "instrumental": tuple(
        "январём февралём мартом апрелем маем июнем июлем августом сентябрём октябрём ноябрём декабрём".split()
    ),
}
_SEASONS: dict[Case, tuple[str, ...]] = {
    "nominative": ("весна", "лето", "осень", "зима"),
    "genitive": ("весны", "лета", "осени", "зимы"),
    "instrumental": ("весной", "летом", "осенью", "зимой"),
}
# Quarters, thirds and halves of a year: the ordinal's endings and the noun, in each case.
_UNITS: dict[str, dict[Case, tuple[tuple[str, ...], str]]] = {
    "quarter": {
        "nominative": (("первый", "второй", "третий", "четвёртый"), "квартал"),
        "genitive": (("первого", "второго", "третьего", "четвёртого"), "квартала"),
        "instrumental": (("первым", "вторым", "третьим", "четвёртым"), "кварталом"),
    },
    "third": {
        "nominative": (("первая", "вторая", "последняя"), "треть"),
        "genitive": (("первой", "второй", "последней"), "трети"),
        "instrumental": (("первой", "второй", "последней"), "третью"),
    },
    "half": {
        "nominative": (("первое", "второе"), "полугодие"),
        "genitive": (("первого", "второго"), "полугодия"),
        "instrumental": (("первым", "вторым"), "полугодием"),
    },
}
_ONE_OF: dict[Case, str] = {"nominative": "один из", "genitive": "одного из", "instrumental": "одним из"}
_ADVERB = {"": "", "?": "предположительно ", "~": "примерно ", "%": "предположительно примерно "}
_PARTS = ("год", "месяц", "день")

OLD_STYLE = "ст. ст."
NO_BOUNDS = "в любое время"
ALL, ONE = "и", "или"


def year(text: str, case: Case = "nominative") -> str:
    """A year, decade or century; "" when its known digits make none of them."""
    kind, number, before = year_shape(text)
    era = " до н. э." if before else " н. э." if kind == "year" and number < 100 else ""
    match kind:
        case "year":
            return f"{number if number < 10000 else f'{number:,}'.replace(',', ' ')} г.{era}"
        case "decade" if number % 100 == 0:
            # «1900-е» can be taken for the century.
            return f"{number:04}–{number + 9:04} гг."
        case "decade":
            endings = {"nominative": "-е годы", "genitive": "-х годов", "instrumental": "-ми годами"}
            return f"{number}{endings[case]}"
        case "century":
            return f"{roman(number)} век{_ending(case)}{era}"
        case "millennium":
            number_ending, ending = {
                "nominative": ("е", "е"),
                "genitive": ("го", "я"),
                "instrumental": ("м", "ем"),
            }[case]
            return f"{number}-{number_ending} тысячелети{ending}{era}"
        case "unknown":
            return {"nominative": "неизвестный год", "genitive": "неизвестного года"}.get(
                case, "неизвестным годом"
            )
    return ""


def _ending(case: Case) -> str:
    return {"nominative": "", "genitive": "а", "instrumental": "ом"}[case]


def roman(number: int) -> str:
    """A Roman numeral; centuries are written so."""
    values = (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    )
    text = ""
    for value, numeral in values:
        times, number = divmod(number, value)
        text += numeral * times
    return text


def core(point: Point, case: Case = "nominative") -> str:
    """A date without its doubts; "" when it has no words of its own."""
    kind = year_shape(point.year).kind
    if kind == "other" or not point.month:
        return year(point.year, case)
    if point.month == "XX":
        unit = {"": "месяцев", "XX": "дней"}.get(point.day)
        return f"{_ONE_OF[case]} {unit} {year(point.year, 'genitive')}" if unit and kind != "unknown" else ""
    if "X" in point.month or ("X" in point.day and point.day != "XX"):
        return ""
    # A year stands in the genitive after a month or a season; a decade or a century, in brackets.
    of = f" {year(point.year, 'genitive')}" if kind in ("year", "unknown") else f" ({year(point.year)})"
    number = int(point.month)
    if number > 12:
        return _part_of_year(number, case) + of + _hemisphere(number)
    if not point.day:
        return _MONTHS[case][number - 1] + of
    day = f"{int(point.day)} " if point.day.isdecimal() else f"{_ONE_OF[case]} дней "
    return day + _MONTHS["genitive"][number - 1] + of


def _part_of_year(code: int, case: Case) -> str:
    if code <= 32:
        return _SEASONS[case][(code - 21) % 4]
    first, unit = (33, "quarter") if code <= 36 else (37, "third") if code <= 39 else (40, "half")
    ordinals, noun = _UNITS[unit][case]
    return f"{ordinals[code - first]} {noun}"


def _hemisphere(code: int) -> str:
    return " (Северное полушарие)" if 25 <= code <= 28 else " (Южное полушарие)" if 29 <= code <= 32 else ""


def time(text: str) -> str:
    """A time of day with its zone as written."""
    clock, zone = text[1:9].removesuffix(":00"), text[9:]
    return f", {clock}{' UTC' if zone == 'Z' else f' ({zone})' if zone else ''}"


def doubted(mark: str, text: str, genitive: str) -> str:
    """A date with a doubt about the whole of it."""
    return {
        "": text,
        "?": f"предположительно {text}",
        "~": f"около {genitive}",
        "%": f"предположительно около {genitive}",
    }[mark]


def doubted_end(mark: str, text: str) -> str:
    """The first end of a range, with a doubt that the other end does not share."""
    return f"{text} ({ {'?': 'под вопросом', '~': 'приблизительно', '%': 'приблизительно, под вопросом'}[mark] })"


def doubted_parts(doubts: tuple[str, str, str]) -> str:
    """Doubts about some of the parts of a date."""
    words = {"?": "под вопросом", "~": "приблизительно", "%": "под вопросом и приблизительно"}
    said = [f"{part} {words[mark]}" for part, mark in zip(_PARTS, doubts, strict=True) if mark]
    return f" ({', '.join(said)})"


def estimated(text: str, first: str, last: str) -> str:
    """A year of which only some digits are significant."""
    return f"{text} (оценка; между {first} и {last})"


def both_styles(julian: tuple[int, int, int], gregorian: tuple[int, int, int], years: tuple[str, str]) -> str:
    """«12 (25) февраля 1917 г.»."""
    months = _MONTHS["genitive"][julian[1] - 1], _MONTHS["genitive"][gregorian[1] - 1]
    if julian[0] != gregorian[0]:
        return f"{julian[2]} {months[0]} {years[0]} ({gregorian[2]} {months[1]} {years[1]})"
    if julian[1] != gregorian[1]:
        return f"{julian[2]} {months[0]} ({gregorian[2]} {months[1]}) {years[0]}"
    return f"{julian[2]} ({gregorian[2]}) {months[0]} {years[0]}"


def span(start: Point, end: Point) -> tuple[str, str] | None:
    """A range in one breath, as nominative and genitive; None where the ends share too little."""
    found = [_span(start, end, case) for case in ("nominative", "genitive")]
    return (found[0], found[1]) if found[0] and found[1] else None


def _span(start: Point, end: Point, case: Case) -> str:
    kinds = year_shape(start.year).kind, year_shape(end.year).kind
    eras = year_shape(start.year).before_christ, year_shape(end.year).before_christ
    if start.month and end.month and start.year == end.year and kinds[0] == "year":
        of = f" {year(start.year)}"
        if start.day and start.month == end.month:
            return f"{int(start.day)}–{int(end.day)} {_MONTHS['genitive'][int(start.month) - 1]}{of}"
        if start.day and end.day:
            return f"{core(start).removesuffix(of)} – {core(end)}"
        if int(start.month) <= 24 and int(end.month) <= 24 and not start.day and not end.day:
            return f"{core(start, case).removesuffix(of)}–{core(end, case)}"
    if start.month or end.month or kinds[0] != kinds[1] or eras[0] != eras[1]:
        return ""
    era = " до н. э." if eras[0] else ""
    if kinds[0] == "year" and "н. э." not in year(start.year).removesuffix(era):
        first, last = (year(end.year).removesuffix(f" г.{era}") for end in (start, end))
        return f"{first}–{last} гг.{era}"
    if kinds[0] == "decade" and "–" not in year(start.year) + year(end.year):
        first = year(start.year, case).partition(" ")[0]
        return f"{first} – {year(end.year, case)}"
    if kinds[0] == "century":
        first, last = (roman(year_shape(point.year).number) for point in (start, end))
        return f"{first}–{last} {'века' if case == 'nominative' else 'веков'}{era}"
    return ""


def between(start: Point, end: Point) -> str:
    """Some time between two dates; what the two share is said once."""
    first, last = core(start, "instrumental"), core(end, "instrumental")
    if start.year == end.year and start.month and end.month:
        first = first.removesuffix(f" {year(start.year)}")
    elif not start.month and not end.month and first.endswith(" г.") and last.endswith(" г."):
        return f"между {first.removesuffix(' г.')} и {last.removesuffix(' г.')} гг."
    if start.day and end.day and start.month == end.month and start.year == end.year:
        first = first.partition(" ")[0]
    return between_texts(first, last)


def between_texts(first: str, last: str) -> str:
    """Some time between two dates in words of the instrumental case."""
    return f"между {first} и {last}"


def years(texts: list[str], every: bool) -> str:
    """Several plain years: «1833 и 1836 гг.», «1955 или 1956 г.»."""
    numbers = [text.removesuffix(" г.") for text in texts]
    return f"{listed(numbers, every)} {'гг.' if every and len(texts) > 1 else 'г.'}"


def listed(texts: list[str], every: bool) -> str:
    """«А, Б и В», «А, Б или В»."""
    return f"{', '.join(texts[:-1])} {ALL if every else ONE} {texts[-1]}" if len(texts) > 1 else texts[0]


def or_earlier(text: str, genitive: str, doubtful: bool) -> str:
    """A date as the latest possible one."""
    return f"{text} или ранее" if doubtful else f"не позднее {genitive}"


def or_later(text: str, genitive: str, doubtful: bool) -> str:
    """A date as the earliest possible one."""
    return f"{text} или позднее" if doubtful else f"не ранее {genitive}"


def until(mark: str, genitive: str) -> str:
    """Up to a date, from no beginning."""
    return f"{_ADVERB[mark]}до {genitive}"


def since(mark: str, genitive: str) -> str:
    """From a date on, without end."""
    before_second = genitive.startswith(("2 ", "2-го", "втор"))
    return f"{_ADVERB[mark]}{'со' if before_second else 'с'} {genitive}"
