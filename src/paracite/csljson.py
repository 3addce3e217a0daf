"""References to and from CSL-JSON items, without loss.

What CSL-JSON has no variable for goes to `custom.paracite`: `origin` (`path`,
`line`, `text`), `extra` (name to value, or to a list where a name repeats) and
`others`, the variables whose last names the source leaves out ("et al.").

Source: CSL-JSON schema 1.0.2 (csl-data.json).
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from operator import attrgetter
from typing import Any

from paracite.fields import dates, months
from paracite.reference import (
    DATE_FIELDS,
    NAME_FIELDS,
    OTHERS,
    TEXT_FIELDS,
    Date,
    Name,
    Origin,
    Reference,
)

Item = dict[str, Any]

UPPER = {
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "pmcid": "PMCID",
    "pmid": "PMID",
    "url": "URL",
}
VARIABLES = {
    name: UPPER.get(name, name.replace("_", "-"))
    for name in (*NAME_FIELDS, *DATE_FIELDS, *TEXT_FIELDS)
}
every_value = attrgetter(*VARIABLES)
FIELDS = {variable: name for name, variable in VARIABLES.items()} | {
    "event": "event_title",
    "shortTitle": "title_short",
    "journalAbbreviation": "container_title_short",
}
NAME_PARTS = {
    "family": "family",
    "given": "given",
    "dropping-particle": "dropping_particle",
    "non-dropping-particle": "non_dropping_particle",
    "suffix": "suffix",
    "literal": "literal",
    "name": "literal",  # Crossref's and DataCite's institutions
}
WRITTEN_PARTS = tuple(NAME_PARTS)[:-1]
every_part = attrgetter(*(NAME_PARTS[part] for part in WRITTEN_PARTS))
#: what a name says of how it is read or printed, and no part of it
HINTS = frozenset(["comma-suffix", "static-ordering", "parse-names", "isInstitution", "multi"])
OWN = frozenset(["id", "citation-key", "type", "custom"])  #: members read by themselves
HALF_CHARACTER = re.compile("[\ud800-\udfff]")  #: JSON's `\\ud800`, which no file can hold
NOWHERE = Origin()
SEASONS = range(13, 17), range(21, 25)  #: months that stand for spring … winter
FIRST_SEASON = 20  #: the season is added to it where a range has one at an end
Note = Callable[[str], None]  #: hears, in words, of what was guessed, changed or left out


def unheard(message: str) -> None:
    """Let what was guessed go unsaid, where nobody can be told."""


def to_item(reference: Reference) -> Item:
    """Make the CSL-JSON item of `reference`; empty fields are left out."""
    item: Item = {"id": reference.citekey, "type": reference.type}
    others: list[str] = []
    for variable, value in zip(VARIABLES.values(), every_value(reference), strict=True):
        if not value:
            continue
        if isinstance(value, tuple):
            if value[-1] == OTHERS:
                others.append(variable)
            if people := [name_to_item(name) for name in value if name != OTHERS]:
                item[variable] = people
        elif isinstance(value, Date):
            item[variable] = date_to_item(value)
        else:
            item[variable] = value
    if custom := _own_custom(reference, others):
        item["custom"] = {"paracite": custom}
    return item


def _own_custom(reference: Reference, others: list[str]) -> Item:
    """Return what CSL-JSON has no variable for."""
    custom: Item = {}
    if reference.origin != NOWHERE:
        origin = reference.origin
        custom["origin"] = {"path": origin.path, "line": origin.line, "text": origin.text}
    if reference.extra:
        custom["extra"] = _grouped(reference.extra)
    if others:
        custom["others"] = others
    return custom


def from_item(item: Mapping[str, Any], origin: Origin = NOWHERE, note: Note = unheard) -> Reference:
    """Read a CSL-JSON item; what it says of its own origin wins over `origin`.

    `note` hears of each value that was guessed at, changed or left out, with its variable.
    """
    values: Item = {}
    extra: list[tuple[str, str]] = []
    for variable, value in item.items():
        name = FIELDS.get(variable, "")
        if value is None or variable in OWN:
            continue
        if not name or name in values:
            extra.append((variable, _text(value)))
        elif read := _read_value(name, value, _naming(variable, note)):
            values[name] = read
        elif value not in ("", [], {}):
            extra.append((variable, _text(value)))
            note(f"{variable}: {_text(value)} says nothing that can be read: kept as it is written")
    key, number = _text(item.get("citation-key") or ""), _text(item.get("id") or "")
    if key and number and key != number:  # an id may be an address in the program it comes from
        extra.append(("id", number))
    own = _custom(item, extra)
    for variable in own.get("others") or ():
        if (name := FIELDS.get(variable, "")) in NAME_FIELDS:
            values[name] = (*values.get(name, ()), OTHERS)
    return Reference(
        citekey=key or number,
        type=_text(item.get("type") or "document"),
        extra=tuple(extra),
        origin=_origin(own["origin"]) if "origin" in own else origin,
        **values,
    )


def _naming(variable: str, note: Note) -> Note:
    """Let a note say which variable it is of."""

    def named(message: str) -> None:
        note(f"{variable}: {message}")

    return named


def _read_value(name: str, value: object, note: Note) -> object:
    if name in DATE_FIELDS:
        return date_from_item(value, note)
    if name in TEXT_FIELDS:
        return _text(value)
    return _names(value, note)


def _names(value: object, note: Note) -> tuple[Name, ...]:
    """Read a list of names; a single one may stand without its list."""
    given = value if isinstance(value, list) else [value]
    found = [name_from_item(each) for each in given if isinstance(each, (str, Mapping))]
    names = tuple(OTHERS if _is_others(name) else name for name in found if name != Name())
    parts = {part for each in given if isinstance(each, Mapping) for part in each if each[part]}
    if unknown := parts - NAME_PARTS.keys() - HINTS:
        note(f"{', '.join(sorted(unknown))} of a name is left out")
    if 0 < len(names) < len(given):
        note(f"{len(given) - len(names)} of {len(given)} names say nothing and are left out")
    return names


def _is_others(name: Name) -> bool:
    return str(name).casefold() in ("others", "et al.", "et al")


def _custom(item: Mapping[str, Any], extra: list[tuple[str, str]]) -> Item:
    """Add what `custom` holds to `extra`, and give our own part of it."""
    custom = item.get("custom")
    if not isinstance(custom, dict):
        return {}
    own = custom.get("paracite")
    extra += ((k, _text(v)) for k, v in custom.items() if k != "paracite")
    if not isinstance(own, dict):
        return {}
    more = own.get("extra")
    for key, value in more.items() if isinstance(more, dict) else ():
        extra += ((key, _text(v)) for v in (value if isinstance(value, list) else [value]))
    return own


def _origin(value: object) -> Origin:
    own = value if isinstance(value, dict) else {}
    path, text = _text(own.get("path", "")), _text(own.get("text", ""))
    return Origin(path, _integer(own.get("line")), text)


def name_to_item(name: Name) -> Item:
    """Make the CSL-JSON form of a name, its empty parts left out."""
    values = zip(WRITTEN_PARTS, every_part(name), strict=True)
    return {part: value for part, value in values if value}


def name_from_item(item: Mapping[str, Any] | str) -> Name:
    """Read a CSL-JSON name; a bare string is taken as a literal one."""
    if isinstance(item, str):
        return Name(literal=_text(item))
    return Name(**{NAME_PARTS[k]: _text(v) for k, v in item.items() if v and k in NAME_PARTS})


def date_to_item(date: Date) -> Item:
    """Make the CSL-JSON form of a date, ranges and seasons included."""
    item: Item = {}
    if date.year is not None:
        ends = (date, date.end) if date.end else (date,)
        item["date-parts"] = [_date_parts(end, in_range=len(ends) > 1) for end in ends]
    if date.season and not date.end:
        item["season"] = date.season
    if date.circa:
        item["circa"] = True
    if date.literal:
        item["literal"] = date.literal
    return item


def date_from_item(value: object, note: Note = unheard) -> Date | None:
    """Read a CSL-JSON date: its parts, EDTF, or as printed; None where it says nothing.

    What is no date keeps its text as literal; `note` hears of what is not understood.
    """
    if not isinstance(value, Mapping):
        value = {"date-parts": value} if isinstance(value, list) else {"raw": value}
    parts = value.get("date-parts")
    if parts is None and "year" in value:
        parts = [[value.get(name) for name in ("year", "month", "day")]]
    ends = [_date_of(end, note) for end in _nested(parts)]
    literal = _text(value.get("literal") or "")
    season = _season(value.get("season"), note)
    is_circa = value.get("circa") not in (None, False, 0, "", "0", "false")
    if ends and ends[0].year is not None:
        date = replace(ends[0], end=ends[1] if len(ends) > 1 else None, literal=literal)
        if len(ends) > 2:
            note(f"a date has {len(ends)} ends: those after the second are left out")
    elif literal:
        date = replace(dates.exact(literal) or Date(), literal=literal)
    elif text := _text(value.get("raw") or value.get("edtf") or "").strip():
        date = _date_of_text(text, note)
    else:
        return None
    return replace(date, season=date.season or season, circa=date.circa or is_circa)


def _date_of_text(text: str, note: Note) -> Date:
    """Read a date in a string; what it says beside the date stays in `literal`."""
    if exact := dates.exact(text):
        return exact
    if read := dates.printed(text):
        return replace(read, literal=text)
    note(f"{text!r} is no date: kept as it is written")
    return Date(literal=text)


def _nested(parts: object) -> list[object]:
    """Return the ends of a date; some programs leave out the list around a single one."""
    if not isinstance(parts, list) or not parts:
        return []
    return parts if isinstance(parts[0], list) else [parts]


def _date_parts(date: Date, *, in_range: bool) -> list[int]:
    if date.year is None:
        return [0]
    month = date.month or (FIRST_SEASON + date.season if in_range and date.season else 0)
    parts = [date.year, month, date.day if date.month else 0]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return parts


def _date_of(parts: object, note: Note) -> Date:
    given = [part for part in parts if part is not None] if isinstance(parts, list) else []
    if isinstance(parts, list) and None in parts[: len(given)]:
        given = parts[: parts.index(None)]
        note(f"the date {parts} has holes: what follows them is left out")
    year, month, day = (*map(_part_of_date, given), 0, 0, 0)[:3]
    for seasons in SEASONS:
        if month in seasons:
            return Date(year or None, season=month - seasons.start + 1)
    if not (0 <= month <= 12 and 0 <= day <= 31) or (day and not month):
        note(f"{parts} is no date of a calendar: read as {year}")
        month = day = 0
    return Date(year or None, month, day)


def _part_of_date(part: object) -> int:
    return _integer(part) or months.month(_text(part))


def _season(value: object, note: Note) -> int:
    """Read a season: 1 to 4, or by its name."""
    if not value:
        return 0
    number = _integer(value) or months.season(_text(value))
    for seasons in SEASONS:
        if number in seasons:
            number -= seasons.start - 1
    if 0 < number <= 4:
        return number
    note(f"{value!r} is no season")
    return 0


def _integer(value: object) -> int:
    try:
        return int(value) if isinstance(value, float) else int(str(value))
    except (ValueError, OverflowError):
        return 0


def _text(value: object) -> str:
    if isinstance(value, str):
        return value if value.isascii() else HALF_CHARACTER.sub("\ufffd", value)
    if isinstance(value, (dict, list, bool)):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, str | list[str]]:
    grouped: dict[str, list[str]] = {}
    for name, value in pairs:
        grouped.setdefault(name, []).append(value)
    return {name: values[0] if len(values) == 1 else values for name, values in grouped.items()}
