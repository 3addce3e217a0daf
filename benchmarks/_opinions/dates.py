"""Dates, read by the EDTF library of the Interactive Corporation of Museums, and by citeproc-py."""

import calendar
import io
from collections.abc import Iterator
from contextlib import redirect_stdout
from random import Random

from _opinions import Comparison
from paracite.csljson import date_from_item
from paracite.fields import edtf
from paracite.reference import Date

RANGED = {"year", "month", "day"}  #: kinds whose ranges the library reads
SEASONS = {1: (3, 5), 2: (6, 8), 3: (9, 11), 4: (12, 12)}


def point(chance: Random) -> tuple[str, str]:
    """Draw a date of EDTF; also name its kind."""
    year = f"{chance.choice((chance.randint(0, 2100), chance.randint(1400, 2100))):04}"
    month, day = chance.randint(0, 13), chance.randint(0, 32)
    season = chance.randint(21, 41)
    forms = {
        "year": year,
        "negative year": f"-{year}",
        "long year": f"Y{chance.randint(10000, 99999)}",
        "month": f"{year}-{month:02}",
        "day": f"{year}-{month:02}-{day:02}",
        "time": f"{year}-{month:02}-{day:02}T23:59:59Z",
        "part of a year": f"{year}-{season}",
        "doubtful": f"{year}-{month:02}{chance.choice('?~%')}",
        "doubtful part": f"{year}{chance.choice('?~%')}-{month:02}",
        "unknown month": f"{year}-XX",
        "unknown day": f"{year}-{month:02}-XX",
        "unknown year": f"{year[:3]}X",
        "not padded": f"{year}-{month}",
    }
    form = chance.choice(sorted(forms))
    return forms[form], form


def ours(text: str) -> tuple[object, object]:
    """Return the first and the last day that paracite's reading allows; None where it has none."""
    date = edtf.read(text)
    if date is None:
        return None, None
    end = None if date.end and date.end.year is None else _last(date.end or date)
    return _first(date), end


def _first(date: Date) -> tuple[int, int, int]:
    month = SEASONS[date.season][0] if date.season else date.month or 1
    return _counted(date), month, date.day or 1


def _counted(date: Date) -> int:
    """Return the year as EDTF counts it, with a year zero."""
    year = date.year or 0
    return year + (year < 0)


def _last(date: Date) -> tuple[int, int, int]:
    year = _counted(date)
    month = SEASONS[date.season][1] if date.season else date.month or 12
    return year, month, date.day or calendar.monthrange(year % 400 + 2000, month)[1]


def theirs(text: str) -> tuple[object, object]:
    """Return the first and last day by the library; None where it reads none."""
    from edtf import parse_edtf

    try:
        with redirect_stdout(io.StringIO()):  # it prints what it fails on
            date = parse_edtf(text)
            return tuple(date.lower_strict()[:3]), tuple(date.upper_strict()[:3])
    except Exception:  # noqa: BLE001  and raises anything
        return None, None


def by_edtf(chance: Random, count: int) -> Iterator[Comparison]:
    """Compare the days that single dates and ranges begin and end with."""
    for number in range(count):
        text, kind = point(chance)
        last, other = point(chance)
        if number % 3 == 0 and {kind, other} <= RANGED:
            if last < text:
                text, last = last, text
            text, kind = f"{text}/{last}", f"range, {min(kind, other)}, {max(kind, other)}"
        yield Comparison(kind, text, ours(text), theirs(text))


def by_citeproc(chance: Random, count: int) -> Iterator[Comparison]:
    """Compare with citeproc-py the parts of CSL-JSON's dates."""
    from citeproc.source.json import CiteProcJSON

    for _ in range(count):
        ends = []
        for _ in range(chance.randint(1, 2)):
            day = [chance.randint(1400, 2100), chance.randint(1, 12), chance.randint(1, 28)]
            ends.append([chance.choice((part, str(part))) for part in day[: chance.randint(1, 3)]])
        value = {"date-parts": ends}
        date = date_from_item(value)
        read = CiteProcJSON([{"id": "a", "type": "book", "issued": value}])["a"].issued
        them = [read.begin, read.end] if len(ends) > 1 else [read]
        us = [end for end in (date, date.end if date else None) if end is not None]
        yield Comparison(
            f"{len(ends)} ends",
            str(value),
            [(end.year, end.month, end.day) for end in us],
            [(end.get("year", 0), end.get("month", 0), end.get("day", 0)) for end in them],
        )


SECTIONS = {"dates by edtf": by_edtf, "dates by citeproc-py": by_citeproc}
