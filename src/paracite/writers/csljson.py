"""CSL-JSON (`.json`): an array of items."""

from collections.abc import Sequence

from paracite.csljson import to_item
from paracite.reference import Reference
from paracite.writers import Options, Writer, Writing


def encode(references: Sequence[Reference], _options: Options) -> Writing:
    """Write the items."""
    import json

    items = [to_item(each) for each in references]
    return Writing((json.dumps(items, ensure_ascii=False, indent=2) + "\n").encode("utf-8"))


writer = Writer("csljson", ".json", encode, reader="csljson")
