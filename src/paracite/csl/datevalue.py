"""Dates as CSL-JSON has them: one or two ends, a season, a literal, or a raw string.

Source: CSL-JSON schema 1.0.2, "date-variable"; EDTF level 1 for what is in a string.
"""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from paracite.fields.months import ABBREVIATIONS, ENGLISH_SEASONS

ISO = re.compile(r"(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T.*)?$")
SLASHED = re.compile(
    r"(\d{1,2})/(\d{1,2})/(\d{4})$|(\d{4})/(\d{1,2})/(\d{1,2})$|(\d{1,2})/(\d{4})$"
)
UNSPECIFIED = re.compile(r"(?<=\d)(?:-XX)+\b")
QUALIFIED = re.compile(r"(?<=\d)[?~%](?=/|$)")
WORDY = re.compile(r"[^\W\d_]{3,}|\d+")

LONGEST_YEAR = 6  #: digits
LAST_SEASON = 24  #: months 13 to 24 are seasons, from spring on

Parts = tuple[int, int, int]  #: year, month (13 to 24: seasons), day; 0 where not known


class DateValue(NamedTuple):
    """A date: `start`, for a range also `end` (year None: open), or only a `literal`."""

    start: Parts = (0, 0, 0)
    end: Parts | None = None
    open_end: bool = False
    circa: bool = False
    literal: str = ""

    @property
    def sort_key(self) -> str:
        """A string in the order of time."""
        if self.literal:
            return self.literal
        year, month, day = self.start
        shown = f"{year + 100000:06d}" if year else "000000"
        end = ""
        if self.end:
            end = " " + "".join(f"{part:04d}" for part in self.end)
        return f"{shown}{month:02d}{day:02d}{end}"


def parse_date(value: object) -> DateValue | None:
    """Read a CSL-JSON date, or None where it says nothing."""
    if isinstance(value, (str, int)):
        return _from_raw(str(value)) if str(value).strip() else None
    if not isinstance(value, (dict, Mapping)):
        return None
    circa = value.get("circa") not in (None, False, 0, "", "0", "false")
    parts = value.get("date-parts")
    ends = [_parts(each) for each in parts] if isinstance(parts, list) else []
    if ends and ends[0] != (0, 0, 0):
        start = _with_season(ends[0], value.get("season"))
        end = ends[1] if len(ends) > 1 else None
        is_open = end == (0, 0, 0)
        return DateValue(start, None if is_open or end == start else end, is_open, circa)
    for name, read in TEXTS.items():
        if value.get(name):
            return read(str(value[name]), circa)
    return None


def _parts(value: object) -> Parts:
    numbers = [_integer(each) for each in value] if isinstance(value, (list, tuple)) else []
    year, month, day = (*numbers, 0, 0, 0)[:3]
    return year, month if 0 < month <= LAST_SEASON else 0, day


def _integer(value: Any) -> int:
    try:
        return int(str(value).strip() or 0)
    except ValueError:
        return 0


def _with_season(start: Parts, season: object) -> Parts:
    number = _integer(season)
    if start[1] or not season:
        return start
    if not number and str(season).lower() in ENGLISH_SEASONS:
        number = ENGLISH_SEASONS[str(season).lower()]
    return (start[0], number + 12 if number < 5 else number, 0) if number else start


def _from_edtf(text: str, circa: bool) -> DateValue:  # noqa: FBT001  as all of `TEXTS`
    """Read a date of EDTF level 1: each end may be qualified, its month or day unspecified."""
    known = UNSPECIFIED.sub("", text)
    found = _from_raw(QUALIFIED.sub("", known), circa or bool(QUALIFIED.search(known)))
    return found._replace(literal=text) if found.literal else found


def _from_literal(text: str, circa: bool) -> DateValue:  # noqa: FBT001  as all of `TEXTS`
    return DateValue(literal=text, circa=circa)


def _from_raw(text: str, circa: bool = False) -> DateValue:  # noqa: FBT001, FBT002  as `TEXTS`
    """Read a date in a string: ISO, `day/month/year` with slashes, or with a month's name."""
    bare = text.strip()
    circa = circa or bare.endswith("?") or bare.lower().startswith(("c.", "ca.", "circa"))
    bare = re.sub(r"(?i)^(?:circa|ca?\.)\s*|[?~%]$", "", bare)
    single = _single(bare)
    if single:
        return DateValue(single, circa=circa)
    for separator in ("/", "–", "--", " - ", "-"):
        first, found, second = bare.partition(separator)
        start, end = _single(first.strip()), _single(second.strip())
        if found and start and end:
            return DateValue(start, end, circa=circa)
        if found and start and second.strip() in ("", ".."):
            return DateValue(start, open_end=True, circa=circa)
    return DateValue(literal=text, circa=circa)


def _single(text: str) -> Parts | None:
    match = ISO.match(text)
    if match:
        return int(match[1]), int(match[2] or 0), int(match[3] or 0)
    match = SLASHED.match(text)
    if match:
        month, day, year, year_first, month_2, day_2, month_3, year_3 = (
            int(g or 0) for g in match.groups()
        )
        return year or year_first or year_3, month or month_2 or month_3, day or day_2
    return _wordy(text)


def _wordy(text: str) -> Parts | None:
    """Read a date with a month or season in English words: `May 5, 1999`."""
    year = month = day = 0
    for word in WORDY.findall(text):
        lower = word.lower()
        if lower[:3] in ABBREVIATIONS and not month:
            month = ABBREVIATIONS.index(lower[:3]) + 1
        elif lower in ENGLISH_SEASONS:
            month = 12 + ENGLISH_SEASONS[lower]
        elif word.isdigit() and 3 <= len(word) <= LONGEST_YEAR and not year:
            year = int(word)
        elif word.isdigit() and len(word) <= 2 and not day:
            day = int(word)
        else:
            return None
    return (year, month, day) if year and month else None


TEXTS = {
    "edtf": _from_edtf,
    "literal": _from_literal,
    "raw": _from_raw,
}  #: strings a date may be in
