"""CSL items as JSON and YAML hold them: an array, one item, or an object with the items in it."""

from collections.abc import Iterator, Mapping
from typing import Any

from paracite.csljson import from_item
from paracite.errors import Problem, ReadError
from paracite.readers import Reading, _noted
from paracite.reference import Origin

VARIABLES = frozenset(["type", "title", "author", "DOI", "id"])  #: an item has one of them
HOLDERS = ("items", "references")  #: members that hold the items, in Zotero's and pandoc's files


def reading(path: str, value: Any, form: str) -> Reading:
    """Read the items in a value.  Raises `ReadError` where it holds none; `form` names the format."""
    items = list(_items(value))
    good = [item for item in items if _is_item(item)]
    if not good and value != []:
        raise ReadError(path, f"holds no {form} items", "expected an array of them")
    problems = [
        Problem(path, 1, 1, f"item {number} is no {form} item")
        for number, item in enumerate(items, 1)
        if not _is_item(item)
    ]
    return Reading(
        tuple(from_item(_noted.moved(item), Origin(path)) for item in good), tuple(problems)
    )


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
