"""Reading the records of a local registry's sources, one by one.

Understood are JSON lines, and JSON with a list of works, either one `.gz`: Crossref's
public data file (`items` in each part), answers of its REST API, CSL-JSON.
"""

import gzip
import json
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from paracite.errors import ReadError, why

Item = dict[str, Any]

HINT = "a registry has one Crossref record in JSON on each line"


def records(path: str | Path) -> Iterator[Item]:
    """Read the records of a file, one a line, or all of one JSON value (`items`, a list).

    Raises `ReadError` naming the line at fault.
    """
    opener = gzip.open if str(path).endswith(".gz") else open
    try:
        with opener(path, "rb") as file:
            for number, line in enumerate(file, 1):
                if not line.strip():
                    continue
                try:
                    value = json.loads(line)
                except ValueError as error:
                    if number == 1 and (whole := _whole(line + file.read())) is not None:
                        yield from whole
                        return
                    raise ReadError(path, _fault(error), HINT, line=number) from None
                yield from _items_of(value, path, number)
    except FileNotFoundError:
        raise ReadError(path, "no such file", "check the path of the registry") from None
    except IsADirectoryError:
        raise ReadError(path, "is a directory, not a file", "name a file in it") from None
    except (OSError, EOFError, zlib.error) as error:
        reason = why(error) if isinstance(error, OSError) else str(error)
        raise ReadError(path, f"cannot be read: {reason}", HINT) from None


def _fault(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"is no JSON: {error.msg.lower()} in column {error.colno}"
    return "is no JSON: the text is not in UTF-8"


def _whole(text: bytes) -> Sequence[Item] | None:
    """Read a file that is one JSON value over several lines, or give None."""
    try:
        value = json.loads(text)
    except ValueError:
        return None
    items = value if isinstance(value, list) else _listed(value)
    return items if items and all(isinstance(item, dict) for item in items) else None


def _listed(value: Any) -> Any:
    """Return the list of works in a REST answer or a part of the public data file."""
    if not isinstance(value, dict):
        return None
    message = value.get("message")
    if isinstance(message, dict):
        return message.get("items", [message])
    return value.get("items")


def _items_of(value: Any, path: str | Path, line: int) -> Iterator[Item]:
    items = value if isinstance(value, list) else _listed(value) or [value]
    for item in items:
        if not isinstance(item, dict) or not ({"title", "DOI"} & item.keys()):
            raise ReadError(path, "is no record: it has neither title nor DOI", HINT, line=line)
        yield item
