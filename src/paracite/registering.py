"""Making local registries: of what Crossref gives away, and of any list that can be read."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from paracite import opening, strict_json
from paracite.files import make_folder
from paracite.sources import registry
from paracite.sources._record import from_reference

RECORDS = (".jsonl", ".json", ".gz")  #: suffixes of files of records; others are reference lists


def build(target: str, paths: Sequence[str], tell: Callable[[int], object]) -> int:
    """Build the registry `target`; return how many records it has.

    `tell` is called with the number so far.

    Raises `ReadError` for a source that cannot be read and `WriteError`.
    """
    make_folder(Path(target).parent)
    return registry.build(
        Path(target), [(Path(path), partial(_items, path)) for path in paths], tell
    )


def _items(path: str) -> Iterator[dict[str, Any]]:
    if path.endswith(RECORDS):
        yield from registry.records(path)
        return
    for reference in opening.open_list(path).references:
        yield strict_json.mended(from_reference(reference))
