"""CSL-JSON (`.json`): an array of items, one item, or an object that holds items."""

import json

from paracite.errors import ReadError
from paracite.readers import Document, Reader, Reading, _items


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
    return _items.reading(document.path, value, "CSL-JSON", document.text)


reader = Reader("csljson", (".json",), sniff, read)
