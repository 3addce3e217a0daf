"""Dates in EDTF, which biblatex, CSL-JSON and registries write: ISO dates, ranges, seasons, doubt.

Of level 2 are read qualified parts (`2004-06~-11`), the seasons of either hemisphere and parts
of a year; sets, decades (`201X`) and powers of ten are no one date and left to the caller.

EDTF counts a year zero and CSL does not: `-0043` and -44 are 44 BCE.

Source: ISO 8601-2:2019, annex A; Library of Congress, "Extended Date/Time Format", 2019.
"""

import calendar
import re
from functools import lru_cache

from paracite.reference import Date

POINT = re.compile(
    r"([Yy]-?\d{5,}|-?\d{3,4})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?(?:[T ]\d\d:?[\d:.,]*(?:Z|[+-]\d\d(?::?\d\d)?)?)?"
)
DOUBT = re.compile(r"[?~%]")
OPEN_ENDS = ("", "..", "*", "open", "unknown")
FIRST_SEASON = 20  #: EDTF writes seasons as months 21 to 24, those of a hemisphere to 32
PARTS_OF_YEAR = {  #: quarters, thirds and halves: their first and last month
    **{33 + n: (3 * n + 1, 3 * n + 3) for n in range(4)},
    **{37 + n: (4 * n + 1, 4 * n + 4) for n in range(3)},
    **{40 + n: (6 * n + 1, 6 * n + 6) for n in range(2)},
}


@lru_cache(maxsize=4096)
def read(text: str) -> Date | None:
    """Read a date or range; None where it is no EDTF, or has no beginning.

    >>> read("1995-03~/..")
    Date(year=1995, month=3, day=0, season=0, end=Date(...), circa=True, literal='')
    """
    start, slash, end = text.strip().partition("/")
    first = _point(start)
    if not slash or first is None:
        return first
    last = Date() if end.strip() in OPEN_ENDS else _point(end)
    if last is None or first.end or last.end:
        return None
    return Date(
        first.year, first.month, first.day, first.season, last, circa=first.circa or last.circa
    )


def write(date: Date) -> str:
    """Write a date or range; of one without a year, its text."""
    if date.year is None:
        return date.literal
    if date.end is None:
        return _written(date)
    return f"{_written(date)}/{_written(date.end) if date.end.year is not None else ''}"


def _point(text: str) -> Date | None:
    bare = DOUBT.sub("", text.strip())
    match = POINT.fullmatch(bare)
    if match is None:
        return None
    counted = int(match[1].lstrip("Yy"))
    year = counted - (counted <= 0)
    month = int(match[2]) if match[2] and match[2] != "XX" else 0
    day = int(match[3]) if month and match[3] and match[3] != "XX" else 0
    circa = bare != text.strip()
    if match[2] == "00" or match[3] == "00":
        return None
    if month in PARTS_OF_YEAR and not match[3]:
        first, last = PARTS_OF_YEAR[month]
        return Date(year, first, end=Date(year, last), circa=circa)
    if FIRST_SEASON < month <= FIRST_SEASON + 12 and not match[3]:
        return Date(year, season=(month - FIRST_SEASON - 1) % 4 + 1, circa=circa)
    if month > 12 or day > _longest(counted, month):
        return None
    return Date(year, month, day, circa=circa)


def _longest(year: int, month: int) -> int:
    """Return how many days a month has; the calendar is the Gregorian, before 1582 too."""
    return calendar.monthrange(year % 400 + 2000, month)[1] if month else 0


def _written(date: Date) -> str:
    year = date.year or 0
    year += year < 0
    text = f"{'-' if year < 0 else ''}{abs(year):04}" if abs(year) < 10000 else f"Y{year}"
    month = date.month or (FIRST_SEASON + date.season if date.season else 0)
    if month:
        text += f"-{month:02}"
    if date.month and date.day:
        text += f"-{date.day:02}"
    return f"{text}~" if date.circa else text
