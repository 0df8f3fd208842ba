"""Days as numbers, in the Gregorian and the Julian calendar, both carried back and forward without end.

A day's number counts from 1 March of the year 0 in the proleptic Gregorian calendar. Years are astronomical, as in
ISO 8601: the year 0 is 1 BC. The arithmetic counts years from March, so that the leap day comes last.
"""

import re
from typing import Literal

from sourcebook.sentences import Sentence
from sourcebook.vocabulary.errors import DateError

Calendar = Literal["gregorian", "julian"]

# The Julian 1 March of the year 0 fell two days before the Gregorian one.
_JULIAN_START = -2
_ISO_DAY = re.compile(r"(?:Y(-?[0-9]{5,})|(-?[0-9]{4}))-([0-9]{2})-([0-9]{2})")


def is_leap(year: int, calendar: Calendar) -> bool:
    """Whether the year has a 29 February."""
    return year % 4 == 0 and (calendar == "julian" or year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int, calendar: Calendar) -> int:
    """The number of days in a month (1 to 12)."""
    if month == 2:
        return 29 if is_leap(year, calendar) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def day_number(year: int, month: int, day: int, calendar: Calendar = "gregorian") -> int:
    """The number of a day that exists in its calendar."""
    year -= month < 3
    days = 365 * year + year // 4 + (153 * ((month - 3) % 12) + 2) // 5 + day - 1
    return days + _JULIAN_START if calendar == "julian" else days - year // 100 + year // 400


def calendar_day(number: int, calendar: Calendar = "gregorian") -> tuple[int, int, int]:
    """Year, month and day of a day's number: the inverse of `day_number`."""
    if calendar == "julian":
        cycle, rest = divmod(number - _JULIAN_START, 1461)
        century = 0
    else:
        era, rest = divmod(number, 146097)
        century = min(rest // 36524, 3)
        cycle, rest = divmod(rest - century * 36524, 1461)
        century += 4 * era
    within = min(rest // 365, 3)
    rest -= within * 365
    month = (5 * rest + 2) // 153
    day = rest - (153 * month + 2) // 5 + 1
    year = 100 * century + 4 * cycle + within + (month >= 10)
    return year, (month + 2) % 12 + 1, day


def weekday(number: int) -> int:
    """0 for Monday to 6 for Sunday; 1 March of the year 0 was a Wednesday."""
    return (number + 2) % 7


def iso_year(year: int) -> str:
    """A year as EDTF writes it: four digits, or `Y` and more of them."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def iso_day(number: int) -> str:
    """YYYY-MM-DD in the proleptic Gregorian calendar."""
    year, month, day = calendar_day(number)
    return f"{iso_year(year)}-{month:02}-{day:02}"


def number_of_iso_day(text: str) -> int:
    """The number of a Gregorian day as `iso_day` writes it; raises DateError for anything else."""
    match = _ISO_DAY.fullmatch(text[:40])
    if match:
        year, month, day = int(match[1] or match[2]), int(match[3]), int(match[4])
        if 1 <= month <= 12 and 1 <= day <= month_length(year, month, "gregorian"):
            return day_number(year, month, day)
    raise DateError(
        Sentence("“{text}” is no day; write it as YYYY-MM-DD, such as 1956-02-25.", text=text[:40])
    )
