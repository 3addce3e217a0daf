"""Hayagriva's YAML (`.yml`), the bibliography of Typst: an entry for each citekey."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from paracite.bibtex import dates
from paracite.citekeys import unused
from paracite.fields.hayagriva import COUNTS, FIELDS, PLAIN, ROLES, SERIALS, SERIES, SHARED, TYPES
from paracite.fields.markup import NOCASE, plain
from paracite.reference import Date, Name, Reference
from paracite.text import squeeze
from paracite.writers import Options, Writer, Writing, _yaml

PROTECTED = re.compile(re.escape(NOCASE) + r"([^<{}]*)</span>")
COUNT = re.compile(r"[1-9][0-9]{0,8}")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")  #: a Unicode language identifier
SIGNS = re.compile(r"[{}$]")  #: protect from a change of case, begin mathematics


def encode(references: Sequence[Reference], _options: Options) -> Writing:
    """Write the entries; of a key that comes again there can be but one."""
    entries: dict[str, Any] = {}
    for each in references:
        taken = {key.casefold() for key in entries} if each.citekey in entries else set()
        entries[unused(each.citekey, taken)] = _entry(each)
    return Writing(_yaml.dump(entries))


def _entry(reference: Reference) -> dict[str, Any]:
    kind, parent_kind = TYPES.get(reference.type, ("misc", ""))
    title = _text(reference.title)
    if title and reference.title_short:
        parts = title if isinstance(title, dict) else {"value": title}
        title = parts | {"short": _plain(reference.title_short)}
    entry = {
        "type": kind,
        "title": title,
        "author": _names(reference.author),
        "date": _date(reference.issued),
        "editor": _names(reference.editor),
        "affiliated": [
            {"role": role, "names": _names(people)}
            for role, variable in ROLES.items()
            if (people := getattr(reference, variable))
        ],
        **{field: _field(field, getattr(reference, name)) for field, name in FIELDS.items()},
        "url": _url(reference),
        "serial-number": {key: _plain(getattr(reference, name)) for key, name in SERIALS.items()},
    }
    filled: dict[str, Any] = _filled(entry | _parents(reference, parent_kind))
    return filled


def _parents(reference: Reference, kind: str) -> dict[str, Any]:
    """Return what stands in the parent, and in its parent: the container and the series."""
    shared = {field: _plain(getattr(reference, name)) for field, name in SHARED.items()}
    series = {
        "title": _text(reference.collection_title),
        "volume": _plain(reference.collection_number),
        "editor": _names(reference.collection_editor),
    }
    if any(series.values()):
        series = {"type": SERIES} | series
    if not (kind or reference.container_title):
        return shared | {"parent": series}
    container = {
        "type": kind or "misc",
        "title": _text(reference.container_title),
        "author": _names(reference.container_author),
        **shared,
        "parent": series,
    }
    return {"parent": container}


def _filled(value: Any) -> Any:
    """Drop what is empty, at every depth."""
    if isinstance(value, dict):
        pairs = ((name, _filled(held)) for name, held in value.items())
        return {name: held for name, held in pairs if held not in ("", [], {})}
    return value


def _field(name: str, value: str) -> Any:
    """Write a field as Hayagriva wants it, which reads no file with another kind of value."""
    if name in COUNTS:
        return int(value) if COUNT.fullmatch(value) else ""
    if name == "language" and not LANGUAGE.fullmatch(value):
        return ""
    return _plain(value) if name in PLAIN else _text(value)


def _text(value: str) -> Any:
    """Write a title; what is protected from a change of case stands in braces."""
    if SIGNS.search(value):
        return {"value": _plain(value), "verbatim": True}
    return _plain(PROTECTED.sub(r"{\1}", value))


def _plain(value: str) -> str:
    return squeeze(plain(value))


def _names(names: Iterable[Name]) -> list[Any]:
    return [_name(each) for each in names]


def _name(name: Name) -> Any:
    if name.literal:
        return name.literal if "," not in name.literal else {"name": name.literal, "given-name": ""}
    given = " ".join(filter(None, (name.given, name.dropping_particle)))
    parts = {
        "name": name.family,
        "given-name": given,
        "prefix": name.non_dropping_particle,
        "suffix": name.suffix,
    }
    return {part: text for part, text in parts.items() if text}


def _date(date: Date | None) -> str:
    """Write the day, month or year on which a date begins; there are no others."""
    if date is None or date.year is None:
        return ""
    return dates.write(Date(date.year, date.month, date.day))


def _url(reference: Reference) -> Any:
    seen = _date(reference.accessed)
    return {"value": reference.url, "date": seen} if seen and reference.url else reference.url


writer = Writer("hayagriva", ".yml", encode, reader="hayagriva")
