"""Formats of tagged lines: RIS, PubMed, EndNote, Web of Science.

rispy and nbib read some of these, but keep one value of a tag that repeats, lose a
record that is never closed, and know no line numbers; so lines are read here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from paracite.readers import _values
from paracite.reference import Date
from paracite.text import squeeze


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
    tags: list[tuple[str, list[str]]] = []
    first = 0
    for number, each in enumerate(re.split(r"\r\n?|\n", text.lstrip("\ufeff")), 1):
        match = line.fullmatch(each)
        tag = match[1] if match else ""
        blank = parted and not each.strip()
        begins = tag == start and any(name == start for name, _ in tags)  # `TY` may stand below
        if tags and (begins or (tag == end and tag) or blank):
            yield _record(first, tags, ended=tag == end or parted)
            tags = []
        if match and tag != end:
            first = first if tags else number
            tags.append((tag, [(match[2] or "").strip()]))
        elif tags and each.strip() and not match:
            last, parts = tags[-1]
            if last in listed:
                tags.append((last, [each.strip()]))
            else:
                parts.append(each.strip())
    if tags:
        yield _record(first, tags, ended=parted)


def _record(line: int, tags: Iterable[tuple[str, list[str]]], *, ended: bool) -> Record:
    return Record(line, tuple((tag, squeeze(" ".join(parts))) for tag, parts in tags), ended)


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
            people = map(_values.read_name, _values.split_people(value))
            values[names[tag]] = (*values.get(names[tag], ()), *people)
        elif tag in texts and values.setdefault(texts[tag], value) == value:
            continue
        else:
            extra.append((tag, value))
    return values, extra


def dated(tags: Iterable[tuple[str, str]], extra: list[tuple[str, str]]) -> Date | None:
    """Return the date of the first tag that has a year, made exact by others of that year.

    What another tag says beside it goes to `extra`.
    """
    read = [(tag, text, _values.read_date(text)) for tag, text in _with_years(tags)]
    dates = [date for _, _, date in read if date]
    chosen = next((date for date in dates if date.year is not None), dates[0] if dates else None)
    if chosen and not (chosen.month or chosen.season or chosen.end):
        of_year = (date for date in dates if date.year == chosen.year)
        chosen = next((date for date in of_year if date.month or date.season or date.end), chosen)
    extra += ((tag, text) for tag, text, _ in read if _values.says_more(text, chosen))
    return chosen


def _with_years(dates: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Add the year to a date that is a month and a day alone, as EndNote's `DA  - May 28`."""
    given = [(tag, text, _values.read_date(text)) for tag, text in dates if text]
    year = next((_values.year_text(date.year) for _, _, date in given if date and date.year), "")
    return [
        (tag, text if date is None or date.year is not None else _completed(text, year))
        for tag, text, date in given
    ]


def _completed(text: str, year: str) -> str:
    full = _values.read_date(f"{year} {text}") if year else None
    return f"{year} {text}" if full and (full.month or full.season) else text
