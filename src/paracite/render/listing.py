"""Lists of references as CSV and CSL-JSON."""

from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any

from paracite.render import machine


def csv(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Write CSV with a header."""
    from csv import writer

    text = StringIO()
    lines = writer(text, lineterminator="\n")
    lines.writerow(header)
    lines.writerows(rows)
    return text.getvalue()


def json(items: Iterable[dict[str, Any]]) -> str:
    """Write a list of CSL-JSON items."""
    return machine.dumps(list(items)) + "\n"
