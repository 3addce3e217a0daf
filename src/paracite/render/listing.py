"""Lists of references as CSV and CSL-JSON."""

from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any


def csv(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Write CSV with a header."""
    from csv import writer

    text = StringIO()
    lines = writer(text, lineterminator="\n")
    lines.writerow(header)
    lines.writerows(rows)
    return text.getvalue()


def json(items: Iterable[str]) -> str:
    """Write a list of CSL-JSON items that are JSON already, one a line."""
    lines = ",\n".join(items)
    return f"[\n{lines}\n]\n" if lines else "[]\n"
