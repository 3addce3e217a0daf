"""Printed dates: `2003`, `2020a`, `May 5, 2010`, `5. März 1999`, `1998-2001`, `n.d.`, `in press`."""

import re
from functools import lru_cache

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
    found = (span and _span(span)) or _single(plain) or _numeric(plain)
    return found or (Date(literal=words[0].strip()) if words else None)


def year(text: str) -> int | None:
    """Return the first year that `text` prints, or None."""
    match = YEAR.search(DASHES.sub("-", text))
    return int(match[1]) if match else None


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
