"""CSL items as JSON and YAML hold them: an array, one item, or an object with the items in it."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from paracite.csljson import Note, from_item
from paracite.errors import Problem, ReadError
from paracite.readers import Reading, _noted
from paracite.reference import Origin, Reference

VARIABLES = frozenset(["type", "title", "author", "DOI", "id"])  #: an item has one of them
HOLDERS = ("items", "references")  #: members that hold the items, in Zotero's and pandoc's files


def reading(path: str, value: Any, form: str, text: str = "") -> Reading:
    """Read the items in a value.  Raises `ReadError` where it holds none; `form` names the format.

    `text` is what the value was read from; the line an item stands in is found by its `id`.
    """
    items = list(_items(value))
    good = [item for item in items if _is_item(item)]
    if not good and value != []:
        raise ReadError(path, f"holds no {form} items", "expected an array of them")
    problems: list[Problem] = []
    references: list[Reference] = []
    at, line = 0, 1
    for number, item in enumerate(items, 1):
        place = max(at, _place(text, item, at))
        at, line = place, line + text.count("\n", at, place)
        if _is_item(item):
            name = str(item.get("citation-key") or item.get("id") or f"item {number}")
            note = _noting(problems, path, line, name)
            origin = Origin(path, line if text else 0)
            references.append(from_item(_noted.moved(item), origin, note))
        else:
            problems.append(Problem(path, line, 1, f"item {number} is no {form} item"))
    return Reading(tuple(references), tuple(problems))


def _noting(problems: list[Problem], path: str, line: int, name: str) -> Note:
    """Return what makes a problem of a note on one item."""

    def note(message: str) -> None:
        problems.append(Problem(path, line, 1, f"{name}: {message}"))

    return note


def _place(text: str, item: Any, after: int) -> int:
    """Return the offset of an item's `id` in the text behind the item before, or -1."""
    key = item.get("id") if isinstance(item, Mapping) else None
    return text.find(json.dumps(key, ensure_ascii=False), after + 1) if text and key else -1


def _is_item(value: Any) -> bool:
    return isinstance(value, Mapping) and not VARIABLES.isdisjoint(value)


def _items(value: Any) -> Iterator[Any]:
    if isinstance(value, list):
        yield from value
    elif isinstance(value, Mapping):
        held = next((value[name] for name in HOLDERS if isinstance(value.get(name), list)), None)
        if held is not None:
            yield from held
        elif "type" in value:
            yield value
