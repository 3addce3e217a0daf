"""References to and from CSL-JSON items, without loss.

What CSL-JSON has no variable for goes to `custom.paracite`: `origin` (`path`,
`line`, `text`) and `extra` (name to value, or to a list where a name repeats).

Source: CSL-JSON schema 1.0.2 (csl-data.json).
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from operator import attrgetter
from typing import Any

from paracite.fields import dates
from paracite.reference import (
    DATE_FIELDS,
    NAME_FIELDS,
    TEXT_FIELDS,
    Date,
    Name,
    Origin,
    Reference,
)

Item = dict[str, Any]
ISO = re.compile(r"\d{4}(?:-\d\d){0,2}")

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
}
every_part = attrgetter(*NAME_PARTS.values())
OWN = frozenset(["id", "citation-key", "type", "custom"])  #: members read by themselves
HALF_CHARACTER = re.compile("[\ud800-\udfff]")  #: JSON's `\\ud800`, which no file can hold
NOWHERE = Origin()
SEASONS = range(13, 17), range(21, 25)  #: months that stand for spring … winter


def to_item(reference: Reference) -> Item:
    """Make the CSL-JSON item of `reference`; empty fields are left out."""
    item: Item = {"id": reference.citekey, "type": reference.type}
    for variable, value in zip(VARIABLES.values(), every_value(reference), strict=True):
        if not value:
            continue
        if isinstance(value, tuple):
            item[variable] = [name_to_item(each) for each in value]
        elif isinstance(value, Date):
            item[variable] = date_to_item(value)
        else:
            item[variable] = value
    custom: Item = {}
    if reference.origin != NOWHERE:
        origin = reference.origin
        custom["origin"] = {"path": origin.path, "line": origin.line, "text": origin.text}
    if reference.extra:
        custom["extra"] = _grouped(reference.extra)
    if custom:
        item["custom"] = {"paracite": custom}
    return item


def from_item(item: Mapping[str, Any], origin: Origin = NOWHERE) -> Reference:
    """Read a CSL-JSON item; what it says of its own origin wins over `origin`."""
    values: Item = {}
    extra: list[tuple[str, str]] = []
    for variable, value in item.items():
        name = FIELDS.get(variable, "")
        if value is None or variable in OWN:
            continue
        if name in NAME_FIELDS and isinstance(value, list) and all(map(_is_name, value)):
            values[name] = tuple(name_from_item(each) for each in value)
        elif name in DATE_FIELDS and isinstance(value, Mapping):
            values[name] = date_from_item(value)
        elif name in TEXT_FIELDS and name not in values:
            values[name] = _text(value)
        else:
            extra.append((variable, _text(value)))
    key, number = _text(item.get("citation-key") or ""), _text(item.get("id") or "")
    if key and number and key != number:  # an id may be an address in the program it comes from
        extra.append(("id", number))
    own = _custom(item, extra)
    return Reference(
        citekey=key or number,
        type=_text(item.get("type") or "document"),
        extra=tuple(extra),
        origin=_origin(own["origin"]) if "origin" in own else origin,
        **values,
    )


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


def _is_name(value: object) -> bool:
    return isinstance(value, (str, dict))


def name_to_item(name: Name) -> Item:
    """Make the CSL-JSON form of a name, its empty parts left out."""
    values = zip(NAME_PARTS, every_part(name), strict=True)
    return {part: value for part, value in values if value}


def name_from_item(item: Mapping[str, Any] | str) -> Name:
    """Read a CSL-JSON name; a bare string is taken as a literal one."""
    if isinstance(item, str):
        return Name(literal=_text(item))
    return Name(**{NAME_PARTS[k]: _text(v) for k, v in item.items() if k in NAME_PARTS})


def date_to_item(date: Date) -> Item:
    """Make the CSL-JSON form of a date, ranges and seasons included."""
    item: Item = {}
    if date.year is not None:
        ends = (date, date.end) if date.end else (date,)
        item["date-parts"] = [_date_parts(end) for end in ends]
    if date.season:
        item["season"] = date.season
    if date.circa:
        item["circa"] = True
    if date.literal:
        item["literal"] = date.literal
    return item


def date_from_item(item: Mapping[str, Any]) -> Date:
    """Read a CSL-JSON date; `raw` is read as printed, what is no date keeps its text as literal."""
    parts = item.get("date-parts")
    raw = _text(item.get("raw") or "") if not parts else ""
    if raw and all(map(ISO.fullmatch, raw.split("/"))):
        parts = [end.split("-") for end in raw.split("/")]
    elif raw and (read := dates.printed(raw)):
        return replace(read, circa=read.circa or bool(item.get("circa")))
    ends = [_date_of(each) for each in parts] if isinstance(parts, list) else []
    start = ends[0] if ends else Date()
    literal = item.get("literal") or ("" if start.year is not None else raw)
    return Date(
        start.year,
        start.month,
        start.day,
        _integer(item.get("season")) or start.season,
        ends[1] if len(ends) > 1 else None,
        bool(item.get("circa")),
        _text(literal),
    )


def _date_parts(date: Date) -> list[int]:
    parts = [date.year, date.month, date.day] if date.year is not None else [0]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return [part or 0 for part in parts]


def _date_of(parts: object) -> Date:
    numbers = [_integer(part) for part in parts] if isinstance(parts, list) else []
    year, month, day = (*numbers, 0, 0, 0)[:3]
    for months in SEASONS:
        if month in months:
            return Date(year or None, season=month - months.start + 1)
    return Date(year or None, month, day)


def _integer(value: object) -> int:
    try:
        return int(str(value))
    except ValueError:
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
