"""Printed dates: `2003`, `2020a`, `May 5, 2010`, `5. März 1999`, `1998-2001`, `n.d.`, `in press`."""

import re
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from paracite.fields import edtf
from paracite.fields.months import month, season
from paracite.reference import Date
from paracite.text import DASHES, fold, squeeze

UNDATED = re.compile(
    r"\b(?:n\.\s?d\b\.?|no date|s\.\s?d\b\.?|s\.\s?a\b\.?|o\.\s?j\b\.?|b\.\s?g\b\.?|t\.\s?t\.)",
    re.IGNORECASE,
)
FORTHCOMING = re.compile(
    r"\b(?:in press|forthcoming|to appear|accepted|submitted|in preparation|im druck|im erscheinen"
    r"|sous presse|a paraitre|en prensa|in corso di stampa|no prelo|в печати|akan terbit)\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?<![\d-])(1[4-9]\d\d|20\d\d)(?!\d)([a-z]\b)?")
YEAR_SPAN = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)[a-z]?\s?[-/]\s?(\d{4}|\d\d)(?!\d)")
NUMERIC = re.compile(r"(?<!\d)(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?!\d)")
DAY = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?!\d)", re.IGNORECASE)
CIRCA = re.compile(r"\b(?:ca?\.|circa|approx\.|um)\s?(?=\d)", re.IGNORECASE)
RANGE = re.compile(r"\s?(?:-+|/)\s?|\s(?:to|bis)\s")
PIECE = re.compile(r"([^\W\d_]+)|(\d+)(?:(?:st|nd|rd|th|er|º)(?![^\W\d_]))?")
MONTH_NUMBERS = re.compile(r"(\d{1,2})(?:\s?[-/]+\s?(\d{1,2}))?")
DAY_AND_MONTH = re.compile(r"(\d{1,2})\s(\d{1,2})")
LAST_MONTH, LONGEST_MONTH = 12, 31
BEFORE_CHRIST = re.compile(r"(?<!\d)(\d{1,4})\s?(?:B\.?C\.?E?\.?|v\. ?Chr\.)")


@lru_cache(maxsize=4096)
def printed(text: str) -> Date | None:
    """Read a printed date; None where there is none.

    Words such as `in press` stay as `literal`.  The letter of `2020a` only tells two
    works apart in one list, so it is dropped.

    >>> printed("(2010, May 5)").day
    5
    """
    plain = squeeze(DASHES.sub("-", text))
    words = FORTHCOMING.search(fold(plain)) or UNDATED.search(plain)
    span = YEAR_SPAN.search(plain)
    found = _numeric(plain) or _range(plain) or (span and _span(span)) or _single(plain)
    return found or (Date(literal=words[0].strip()) if words else None)


def is_undated(text: str) -> bool:
    """Return whether a text says in words that there is no date yet, or none known: `in press`."""
    return bool(FORTHCOMING.search(fold(text)) or UNDATED.search(text))


def year(text: str) -> int | None:
    """Return the first year that `text` prints, or None."""
    match = YEAR.search(DASHES.sub("-", text))
    return int(match[1]) if match else None


def exact(text: str) -> Date | None:
    """Read a text that is a date, in EDTF or in words and numbers, and says nothing else.

    >>> exact("5 May 2010").day, exact("2010-05/2010-06").end.month, exact("May 2010, online")
    (5, 6, None)
    """
    if date := edtf.read(text):
        return date
    plain = squeeze(DASHES.sub("-", text)).strip(".,")
    if NUMERIC.fullmatch(plain):
        return _numeric(plain)
    if span := YEAR_SPAN.fullmatch(plain):
        return _span(span)
    if range_ := _range(plain):
        return range_
    point = None if re.search(r"[^\w\s.,()]", plain) else _point(plain)
    if point is None or not point.year or (point.day and not point.month):
        return None
    return Date(point.year, point.month, point.day, point.season)


def within(year: int, month: str, day: str = "") -> Date | None:
    """Read a month as journals have it, with days or without; None where it says anything else.

    >>> within(2001, "7~May").day, within(2001, "Spring").season, within(2001, "1st quarter")
    (7, 1, None)
    """
    text = squeeze(DASHES.sub("-", f"{day} {month}".replace("~", " "))).strip(".,")
    if match := MONTH_NUMBERS.fullmatch(text):
        first, last = int(match[1]), int(match[2] or 0)
        valid = 0 < first <= LAST_MONTH and (not last or first < last <= LAST_MONTH)
        end = Date(year, last) if last else None
        return Date(year, first, end=end) if valid else None
    if match := DAY_AND_MONTH.fullmatch(text):
        return edtf.read(f"{year:04}-{int(match[2]):02}-{int(match[1]):02}")
    if range_ := _range(f"{text} {year:04}"):
        return range_
    point = _point(text)
    if point is None or point.year or not (point.month or point.season):
        return None
    return Date(year, point.month, point.day, point.season)


class _Point(NamedTuple):
    """What is named of a date; 0 for what is not."""

    year: int = 0
    month: int = 0
    season: int = 0
    day: int = 0


def _range(text: str) -> Date | None:
    """Read a range that names months or seasons: `Mar-Apr 2014`, `2013 Dec-2014 Jan`.

    What one end leaves out it has of the other: `5-7 May 2010`, `May 5-7, 2010`.
    """
    ends = RANGE.split(text)
    if len(ends) != 2 or (first := _point(ends[0])) is None or (last := _point(ends[1])) is None:
        return None
    if first.day and not first.month:
        first = first._replace(month=last.month)
    if last.day and not last.month:
        last = last._replace(month=first.month)
    first = first._replace(year=first.year or last.year)
    last = last._replace(year=last.year or first.year)
    is_named = (first.month and last.month) or (first.season and last.season)
    if not is_named or not first.year or first >= last or bool(first.day) != bool(last.day):
        return None
    start, end = (Date(each.year, each.month, each.day, each.season) for each in (first, last))
    return replace(start, end=end)


def _point(text: str) -> _Point | None:
    """Read the words and numbers of a date; None where one is neither or comes twice."""
    point = _Point()
    for word, number in PIECE.findall(text):
        if number:
            name, value = ("day", int(number)) if len(number) < 3 else ("year", int(number))
        elif value := month(word):
            name = "month"
        else:
            name, value = "season", season(word)
        if not value or getattr(point, name) or (name == "day" and value > LONGEST_MONTH):
            return None
        point = point._replace(**{name: value})
    return point


def _span(match: re.Match[str]) -> Date | None:
    """Read `1998-2001` or `2010/11`; None where the second number is no later year."""
    first, last = match[1], match[2]
    if len(last) == 2:
        last = first[:2] + last
    if not int(first) < int(last) <= int(first) + 100:
        return None
    return Date(int(first), end=Date(int(last)))


def _single(text: str) -> Date | None:
    if old := BEFORE_CHRIST.search(text):
        return Date(-int(old[1]))
    match = YEAR.search(text)
    if not match or NUMERIC.search(text):
        return None
    rest = text[: match.start()] + " " + text[match.end() :]
    named = next(filter(None, map(month, re.findall(r"[^\W\d_]+", rest))), 0)
    seasonal = next(filter(None, map(season, re.findall(r"[^\W\d_]+", rest))), 0)
    day = DAY.search(rest) if named else None
    valid = int(day[1]) if day and 0 < int(day[1]) <= 31 else 0
    return Date(
        int(match[1]), named, valid, 0 if named else seasonal, circa=bool(CIRCA.search(text))
    )


def _numeric(text: str) -> Date | None:
    """Read `2010-05-17`, `17.05.2010` and, where only that is possible, `05/17/2010`."""
    match = NUMERIC.search(text)
    if not match:
        return None
    first, middle, last = int(match[1]), int(match[3]), int(match[4])
    if len(match[1]) == 4:
        numbers = first, middle, last
    elif len(match[4]) == 4:
        numbers = (last, middle, first) if middle <= 12 else (last, first, middle)
    else:
        return None
    number, month_number, day = numbers
    if not (1 <= month_number <= 12 and 1 <= day <= 31):
        return Date(number)
    return Date(number, month_number, day)
