"""Hayagriva's YAML (`.yml`), the bibliography of Typst: an entry for each citekey."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from paracite.errors import Problem, ReadError
from paracite.fields.hayagriva import FIELDS, KINDS, PARENTS, PLAIN, ROLES, SERIALS, SERIES, SHARED
from paracite.fields.markup import NOCASE
from paracite.readers import Document, Reader, Reading, _values, _yaml
from paracite.reference import Name, Origin, Reference

Entry = Mapping[str, Any]

LOOKS = re.compile(
    r"\A\ufeff?(?:\s*#.*\n)*\s*(?:---[^\n]*\n)?(?:\s*#.*\n)*(?!references:)[^\s:#&*-][^\n]*:[ \t]*\r?\n"
    r"[ \t]+(?:type|title|author|date|editor|parent|publisher|url):"
)
BRACES = re.compile(r"\{([^{}]*)\}")


def read(document: Document) -> Reading:
    """Read every entry.  Raises `ReadError` where the file is no YAML or holds none."""
    value = _yaml.load(document.text.lstrip("\ufeff"), document.path)
    entries = value if isinstance(value, dict) else {}
    good = {key: entry for key, entry in entries.items() if isinstance(entry, Mapping)}
    if not good and value not in (None, {}):
        raise ReadError(document.path, "holds no Hayagriva entries", "expected `key:` and fields")
    problems = tuple(
        Problem(document.path, 1, 1, f"{key}: is no entry") for key in entries if key not in good
    )
    lines = {key: number for number, key in _keys(document.text)}
    return Reading(
        tuple(
            _reference(key, entry, Origin(document.path, lines.get(key, 0)))
            for key, entry in good.items()
        ),
        problems,
    )


def _keys(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        if line[:1].strip() and ":" in line:
            yield number, line.rpartition(":")[0].strip().strip("\"'")


def _reference(key: str, entry: Entry, origin: Origin) -> Reference:
    kind = _string(entry.get("type")).lower() or "misc"
    parents = list(_parents(entry))
    container = next((each for each in parents if not _is_series(each, kind)), {})
    series = next((each for each in (*_parents(container), *parents) if _is_series(each, "")), {})
    parent_kind = _string(container.get("type")).lower() or PARENTS.get(kind, "")
    values: dict[str, Any] = {
        "type": KINDS.get((kind, parent_kind if container else ""))
        or KINDS.get((kind, ""), "document"),
        **_titles(entry, container, series),
        "author": _names(entry.get("author")),
        "editor": _names(entry.get("editor") or container.get("editor")),
        "container_author": _names(container.get("author")),
        "collection_editor": _names(series.get("editor")),
        "collection_number": _string(series.get("volume")),
        "issued": _values.read_date(_string(entry.get("date") or container.get("date"))),
    }
    for field, name in {**FIELDS, **SHARED}.items():
        read = _string if field in PLAIN else _formatted
        values[name] = read(entry.get(field)) or read(container.get(field))
    publisher = entry.get("publisher") or container.get("publisher")
    if isinstance(publisher, Mapping) and not values["publisher_place"]:
        values["publisher_place"] = _formatted(publisher.get("location"))
    values |= _roles(entry) | _serials(entry, container) | _address(entry)
    known = {"type", "title", "author", "editor", "date", "parent", "affiliated", "url"}
    known |= {*FIELDS, *SHARED, *SERIALS, "serial-number"}
    extra = tuple((name, _string(held)) for name, held in entry.items() if name not in known)
    return Reference(citekey=key, extra=extra, origin=origin, **values)


def _parents(entry: Entry) -> Iterator[Entry]:
    parent = entry.get("parent")
    for each in parent if isinstance(parent, list) else [parent]:
        if isinstance(each, Mapping):
            yield each


def _is_series(parent: Entry, kind: str) -> bool:
    """Return whether a parent is a series; the anthology a text stands in is a book."""
    return _string(parent.get("type")).lower() == SERIES and kind not in ("anthos", "chapter")


def _titles(entry: Entry, container: Entry, series: Entry) -> dict[str, str]:
    title = entry.get("title")
    short = title.get("short") or title.get("shorthand") if isinstance(title, Mapping) else ""
    return {
        "title": _formatted(title),
        "title_short": _formatted(short),
        "container_title": _formatted(container.get("title")),
        "collection_title": _formatted(series.get("title")),
    }


def _roles(entry: Entry) -> dict[str, tuple[Name, ...]]:
    listed = entry.get("affiliated")
    return {
        ROLES[role]: _names(each.get("names"))
        for each in (listed if isinstance(listed, list) else [listed])
        if isinstance(each, Mapping) and (role := _string(each.get("role")).lower()) in ROLES
    }


def _serials(entry: Entry, container: Entry) -> dict[str, str]:
    serial = entry.get("serial-number")
    own: dict[str, Any] = {"serial": serial} if not isinstance(serial, Mapping) else dict(serial)
    return {
        name: _string(own.get(key) or entry.get(key) or container.get(key))
        for key, name in SERIALS.items()
    }


def _address(entry: Entry) -> dict[str, Any]:
    url = entry.get("url")
    seen = _string(url.get("date")) if isinstance(url, Mapping) else ""
    return {"url": _string(url), "accessed": _values.read_date(seen)}


def _names(value: Any) -> tuple[Name, ...]:
    return tuple(_name(each) for each in (value if isinstance(value, list) else [value]) if each)


def _name(value: Any) -> Name:
    """Read `prefix Family, Given, Suffix`, an institution, or a mapping of the parts."""
    if not isinstance(value, Mapping):
        text = _string(value)
        return _values.read_name(text) if "," in text else Name(literal=text)
    if value.get("given-name") == "":
        return Name(literal=_string(value.get("name")))
    given, particle = _values.split_given(_string(value.get("given-name")))
    return Name(
        _string(value.get("name")),
        given,
        particle,
        non_dropping_particle=_string(value.get("prefix")),
        suffix=_string(value.get("suffix")),
    )


def _formatted(value: Any) -> str:
    """Return a formattable string, what braces protect from a change of case marked as such."""
    text = _string(value)
    if isinstance(value, Mapping) and value.get("verbatim"):
        return text
    return BRACES.sub(rf"{NOCASE}\1</span>", text)


def _string(value: Any) -> str:
    """Return the text of a value, or of the main part of a mapping."""
    if isinstance(value, Mapping):
        return _string(value.get("value", value.get("name")))
    return "" if value is None else str(value)


reader = Reader(
    "hayagriva", (".yml", ".yaml"), lambda document: bool(LOOKS.match(document.text[:4096])), read
)
