"""CSL-JSON (`.json`): an array of items, one item, or an object that holds items."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from paracite.csljson import from_item
from paracite.errors import Problem, ReadError
from paracite.readers import Document, Reader, Reading
from paracite.reference import Origin

VARIABLES = frozenset(["type", "title", "author", "DOI", "id"])  #: an item has one of them
HOLDERS = ("items", "references")  #: members that hold the items, in Zotero's and pandoc's JSON


def sniff(document: Document) -> bool:
    """Look for an item's `id`, `type` or `title` near the start of JSON."""
    start = document.text[:4096].lstrip("\ufeff \t\r\n")
    return start[:1] in ("[", "{") and any(f'"{name}"' in start for name in ("type", "title", "id"))


def read(document: Document) -> Reading:
    """Read the items.  Raises `ReadError` where the file is no JSON or holds none."""
    try:
        value = json.loads(document.text.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        raise ReadError(
            document.path, f"is not valid JSON: {error.msg}", "mend the file", line=error.lineno
        ) from error
    except (RecursionError, ValueError) as error:  # nested, or a number, beyond all reason
        raise ReadError(document.path, f"cannot be read as JSON: {error}") from error
    items = list(_items(value))
    good = [item for item in items if _is_item(item)]
    if not good and value != []:
        raise ReadError(document.path, "holds no CSL-JSON items", "expected an array of them")
    problems = [
        Problem(document.path, 1, 1, f"item {number} is no CSL-JSON item")
        for number, item in enumerate(items, 1)
        if not _is_item(item)
    ]
    return Reading(tuple(from_item(item, Origin(document.path)) for item in good), tuple(problems))


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


reader = Reader("csljson", (".json",), sniff, read)
