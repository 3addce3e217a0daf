"""Dates of BibTeX (`year`, `month`, `day`) and of biblatex (EDTF), to `Date` and back.

Source: biblatex manual 3.20, sections 2.3.8 and 4.5.10.
"""

import re
from dataclasses import replace
from functools import lru_cache

from paracite.fields import dates, edtf
from paracite.fields.latex import to_text
from paracite.reference import Date

YEAR = re.compile(r"-?\d{1,4}")
AROUND_YEAR = " \u00a0.,;"

write = edtf.write


@lru_cache(maxsize=4096)
def read(latex: str) -> Date:
    """Read a biblatex date or range; what is none is kept in `literal`, as far as can be read.

    >>> read("1995-03~/..").circa, read("May 1995").month
    (True, 5)
    """
    return edtf.read(latex) or _in_words(to_text(latex.strip()))


@lru_cache(maxsize=4096)
def read_parts(year: str, month: str, day: str) -> tuple[Date | None, str]:
    """Read BibTeX's three fields; give the date and what of `month` and `day` could not be read.

    A year that says more than a year (`1990a`, `1990--95`) is kept as literal beside it.

    >>> read_parts("2001", "Mar--Apr", "")[0].end.month, read_parts("2001", "Michaelmas", "")[1]
    (4, 'Michaelmas')
    """
    bare = year.strip(AROUND_YEAR)
    if not YEAR.fullmatch(bare):
        date = _in_words(year) if year else None
        if date is None or date != Date(date.year, circa=date.circa, literal=date.literal):
            return date, f"{day} {month}".strip()
    else:
        date = Date(int(bare))
    if date.year is None or not month:
        return date, f"{day} {month}".strip()
    for days in (day, "") if day else ("",):
        if found := dates.within(date.year, month, days):
            rest = day if days != day else ""
            return replace(found, circa=date.circa, literal=date.literal), rest
    return date, f"{day} {month}".strip()


def _in_words(text: str) -> Date:
    """Read a date in other words as far as can be, and keep the words."""
    return replace(dates.printed(text) or Date(), literal=text)
