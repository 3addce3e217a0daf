"""Verdicts: what looking references up found, as a table and as JSON."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from paracite.csljson import to_item
from paracite.reference import Reference
from paracite.resolving import Result

MARKS = {
    "confirmed": ("✓", "good"),
    "conflict": ("✗", "bad"),
    "not-found": ("–", "doubt"),
    "could-not-check": ("?", "unknown"),
}
WORDS = {
    "confirmed": "confirmed",
    "conflict": "conflict",
    "not-found": "not found",
    "could-not-check": "could not check",
}
#: Where each field of the evidence stands in a reference.
SHOWN = {
    "title": "title",
    "author": "author",
    "year": "issued",
    "container": "container_title",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "edition": "edition",
}


def to_json(results: Sequence[Result]) -> list[dict[str, Any]]:
    """Make the JSON form of results."""
    return [
        {
            "key": result.key,
            "doi": result.doi,
            "verdict": result.verdict,
            "status": result.status,
            "candidate": to_item(result.candidate) if result.candidate else None,
            "evidence": [asdict(piece) for piece in result.evidence],
            "notes": list(result.notes),
        }
        for result in results
    ]


def show(console: Console, results: Sequence[Result], references: Mapping[str, Reference]) -> None:
    """Print a line for each result, below it what disagrees side by side, and the counts."""
    for result in results:
        _show(console, result, references.get(result.key))
    counts: Counter[str] = Counter(result.verdict for result in results)
    parts = [f"{counts[verdict]} {words}" for verdict, words in WORDS.items() if counts[verdict]]
    console.print(Text(", ".join(parts) or "no reference has a DOI"))


def _show(console: Console, result: Result, reference: Reference | None) -> None:
    mark, style = MARKS[result.verdict]
    own = result.doi or (result.candidate.doi if result.candidate else "")
    status = "" if result.status in ("ok", "missing") else f" ({result.status})"
    line = Text.assemble(
        (f"{mark} ", style),
        (result.key, "key"),
        f"  {own}  " if own else "  ",
        (f"{WORDS[result.verdict]}{status}", style),
    )
    console.print(line, soft_wrap=True)
    for note in result.notes:
        console.print(Padding(Text(note, "quiet"), (0, 0, 0, 4)))
    table = _differences(result, reference)
    if table.row_count:
        console.print(Padding(table, (0, 0, 0, 4)))


def _differences(result: Result, reference: Reference | None) -> Table:
    """Set the fields that disagree side by side."""
    table = Table.grid("", "", "", padding=(0, 2, 0, 0))
    for piece in result.evidence:
        if piece.weight < 0 and piece.field in SHOWN and reference and result.candidate:
            name = SHOWN[piece.field]
            table.add_row(
                Text(piece.field, "quiet"),
                Text(_value(reference, name)),
                Text("↔ " + _value(result.candidate, name)),
            )
        elif piece.weight < 0:
            table.add_row(Text(piece.field, "quiet"), Text(piece.note), "")
    return table


def _value(reference: Reference, name: str) -> str:
    value = getattr(reference, name)
    if name == "author":
        return ", ".join(str(each) for each in value or reference.editor)
    if name == "issued":
        return str(value.year) if value and value.year is not None else ""
    return str(value)
