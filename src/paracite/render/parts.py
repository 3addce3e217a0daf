"""The labelled parts of printed references, as `paracite read --explain` shows them."""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from paracite import parsing
from paracite.reference import Reference

COLOURS = {
    "author": "cyan",
    "editor": "cyan",
    "translator": "cyan",
    "date": "magenta",
    "title": "green",
    "journal": "blue",
    "container-title": "blue",
    "collection-title": "blue",
    "volume": "yellow",
    "issue": "yellow",
    "pages": "yellow",
    "publisher": "red",
    "location": "red",
}
WIDEST = 16  #: characters of the longest label


def show(references: Iterable[Reference], console: Console) -> None:
    """Print where each printed reference stands, and its parts: label, how sure, text."""
    for origin in (each.origin for each in references if each.origin.text):
        console.print(Text(f"{origin.path}:{origin.line}", "dim"), soft_wrap=True)
        for part in parsing.explain(origin.text):
            mark = "?" if part.confidence < parsing.DOUBTFUL else " "
            head = f"  {part.label:<{WIDEST}} {part.confidence:.2f}{mark} "
            line = Text(head, "bold red" if mark == "?" else "")
            console.print(
                line.append(part.text, COLOURS.get(part.label, "default")), soft_wrap=True
            )
