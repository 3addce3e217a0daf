"""Formats of tagged lines: RIS, PubMed, EndNote, Web of Science.

rispy and nbib read some of these, but keep one value of a tag that repeats, lose a
record that is never closed, and know no line numbers; so lines are read here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from paracite.fields import identifiers
from paracite.fields.months import ENGLISH_SEASONS, english_month
from paracite.reference import OTHERS, Date, Name

NUMERIC = re.compile(r"(\d{4})(?:[/-](\d{0,2}))?(?:[/-](\d{0,2}))?(?:/(.*)|T.*)?")
WORDED = re.compile(r"(\d{4})\s+([A-Za-z]+)\.?(?:\s*[-/]\s*([A-Za-z]+)|\s+(\d{1,2}))?")
ET_AL = re.compile(r"(?:et al\.?|and others|others)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Record:
    """The tags of one record in order; `line` counts from 1."""

    line: int
    tags: tuple[tuple[str, str], ...]
    ended: bool

    def first(self, *tags: str) -> str:
        """Return the first value of the first of these tags that has one."""
        return next(
            (value for tag in tags for each, value in self.tags if each == tag and value), ""
        )

    def all(self, *tags: str) -> list[str]:
        """Return every value of these tags."""
        return [value for tag, value in self.tags if tag in tags and value]


def records(
    text: str,
    line: re.Pattern[str],
    start: str,
    end: str = "",
    *,
    parted: bool = False,
    listed: Sequence[str] = (),
) -> Iterator[Record]:
    """Yield the records of `text`: each begins with the tag `start`, and ends with `end`.

    `line` finds a tag and its value; a line it does not match goes on with the value
    above, or gives one more where the tag is `listed`.  `parted` says that a blank line
    ends a record too.
    """
    tags: list[tuple[str, str]] = []
    first = 0
    for number, each in enumerate(re.split(r"\r\n?|\n", text.lstrip("\ufeff")), 1):
        match = line.fullmatch(each)
        tag = match[1] if match else ""
        blank = parted and not each.strip()
        if tags and ((tag in (start, end) and tag) or blank):
            yield Record(first, tuple(tags), ended=tag == end or parted)
            tags = []
        if match and tag != end:
            first = first if tags else number
            tags.append((tag, (match[2] or "").strip()))
        elif tags and each.strip() and not match:
            last, value = tags[-1]
            if last in listed:
                tags.append((last, each.strip()))
            else:
                tags[-1] = (last, f"{value} {each.strip()}".strip())
    if tags:
        yield Record(first, tuple(tags), ended=parted)


def gather(
    tags: Iterable[tuple[str, str]], texts: Mapping[str, str], names: Mapping[str, str]
) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """Sort tags into variables; give them and, as extra, the tags that found no place."""
    order = {tag: place for place, tag in enumerate(texts)}
    values: dict[str, Any] = {}
    extra: list[tuple[str, str]] = []
    for tag, value in sorted(tags, key=lambda pair: order.get(pair[0], -1)):
        if not value:
            continue
        if tag in names:
            values[names[tag]] = (*values.get(names[tag], ()), name(value))
        elif tag in texts and values.setdefault(texts[tag], value) == value:
            continue
        else:
            extra.append((tag, value))
    return values, extra


def name(text: str) -> Name:
    """Read `Family, Given, Suffix`; several words without a comma are an institution."""
    if ET_AL.fullmatch(text):
        return OTHERS
    family, *rest = (part.strip() for part in text.split(","))
    if not rest:
        return Name(literal=text) if " " in text else Name(family)
    return Name(family, rest[0], suffix=", ".join(rest[1:]))


def date(text: str) -> Date | None:
    """Read `2005/07/15`, `2005-07`, `1948/07//`, `2009 Mar 12`, `2009 Spring`; else a literal."""
    if match := NUMERIC.fullmatch(text):
        month, day = int(match[2] or 0), int(match[3] or 0)
        if month <= 12 and day <= 31:
            return Date(int(match[1]), month, day if month else 0)
    if match := WORDED.fullmatch(text):
        year, month = int(match[1]), english_month(match[2])
        if last := english_month(match[3] or ""):
            return Date(year, month, end=Date(year, last))
        if month or (season := ENGLISH_SEASONS.get(match[2].casefold(), 0)):
            return Date(year, month, int(match[4] or 0), season=0 if month else season)
    return Date(literal=text) if text.strip("/ ") else None


def standard_number(text: str) -> str:
    """Return whether a standard number is an `isbn` or an `issn`."""
    digits = re.sub(r"[^0-9Xx]", "", text)
    return "issn" if identifiers.issn(text) or len(digits) == identifiers.ISSN_LENGTH else "isbn"
