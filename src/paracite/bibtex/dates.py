"""Dates of BibTeX (`year`, `month`, `day`) and of biblatex (EDTF), to `Date` and back.

Source: biblatex manual 3.20, sections 2.3.8 and 4.5.10; ISO 8601-2, levels 0 and 1.
"""

import re
from dataclasses import replace
from functools import lru_cache

from paracite.fields.dates import printed
from paracite.fields.latex import to_text
from paracite.fields.months import ENGLISH_SEASONS, english_month
from paracite.reference import Date

FIRST_SEASON = 20  #: EDTF writes seasons as months 21 to 24
EDTF = re.compile(
    r"(-?\d{1,3}[\dX]|[Yy]-?\d+)(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T[\d:.+Z-]+)?([?~%]{1,2})?"
)
YEAR = re.compile(r"-?\d{1,4}")
WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=4096)
def read(text: str) -> Date:
    """Read a biblatex date or range; what is none is kept in `literal`.

    >>> read("1995-03~/..")
    Date(year=1995, month=3, day=0, season=0, end=Date(...), circa=True, literal='')
    """
    start, slash, end = text.strip().partition("/")
    first = _one(start) if start not in ("", "..") else Date()
    last = _one(end) if slash and end not in ("", "..", "*", "unknown") else Date()
    if first is None or last is None or (first.year is None and last.year is None):
        return _in_words(to_text(text.strip()))
    if first.year is None:  # CSL has no range without a beginning
        return _in_words(to_text(text.strip()))
    if not slash:
        return first
    return Date(
        first.year,
        first.month,
        first.day,
        first.season,
        last,
        circa=first.circa or last.circa,
    )


def write(date: Date) -> str:
    """Write a date as biblatex reads it."""
    if date.year is None:
        return date.literal
    if date.end is None:
        return _edtf(date)
    return f"{_edtf(date)}/{_edtf(date.end) if date.end.year is not None else ''}"


@lru_cache(maxsize=4096)
def read_parts(year: str, month: str, day: str) -> tuple[Date | None, str]:
    """Read BibTeX's three fields; give the date and what of `month` could not be read.

    A year that says more than a year (`1990a`, `1990--95`) is kept as literal beside it.
    """
    if not YEAR.fullmatch(year):
        return (_in_words(year) if year else None), f"{day} {month}".strip()
    if not month:
        return Date(int(year)), day
    words = WORD.findall(month)
    months = [number for word in words if (number := english_month(word))]
    days = re.findall(r"\d{1,2}", day or month)
    if month.isdecimal() and 1 <= int(month) <= 12:
        months, days = [int(month)], [day] if day.isdecimal() else []
    if not months:
        season = ENGLISH_SEASONS.get(month.casefold(), 0)
        return Date(int(year), season=season), "" if season else month
    if len(months) > 2 or len(days) > 1 or len(words) > len(months):
        return Date(int(year), months[0]), month
    start = Date(int(year), months[0], int(days[0]) if days and len(months) == 1 else 0)
    if len(months) == 2:
        return Date(start.year, start.month, end=Date(start.year, months[1])), ""
    return start, ""


def _in_words(text: str) -> Date:
    """Read a date in other words as far as can be, and keep the words."""
    return replace(printed(text) or Date(), literal=text)


def _one(text: str) -> Date | None:
    match = EDTF.fullmatch(text.strip())
    if match is None or "X" in match[1]:
        return None
    month = int(match[2]) if match[2] and match[2] != "XX" else 0
    day = int(match[3]) if month and match[3] and match[3] != "XX" else 0
    year = int(match[1].lstrip("Yy"))
    circa = match[4] is not None
    if FIRST_SEASON < month <= FIRST_SEASON + 4:
        return Date(year, season=month - FIRST_SEASON, circa=circa)
    if month > 12 or day > 31:
        return None
    return Date(year, month, day, circa=circa)


def _edtf(date: Date) -> str:
    year = date.year or 0
    text = f"{'-' if year < 0 else ''}{abs(year):04}" if abs(year) < 10000 else f"Y{year}"
    month = date.month or (FIRST_SEASON + date.season if date.season else 0)
    if month:
        text += f"-{month:02}"
    if date.month and date.day:
        text += f"-{date.day:02}"
    return f"{text}~" if date.circa else text
