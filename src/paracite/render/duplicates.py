"""Duplicates: clusters, pairs to review and relations, on the screen and as JSON."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from paracite.deduplicating import Doubt, Duplicates
from paracite.matching import merge
from paracite.matching.evidence import Evidence
from paracite.reference import Reference

LONGEST_TITLE = 100
COMPARED = (
    *("type", "author", "editor", "issued", "title", "container_title", "volume", "issue"),
    *("page", "edition", "publisher", "doi", "isbn", "url", "note"),
)


def to_json(found: Duplicates) -> dict[str, Any]:
    """Make the JSON form of what was found."""
    return {
        "clusters": [
            {
                "keys": list(each.keys),
                "keep": each.keep.citekey,
                "score": round(each.score, 4),
                "evidence": [asdict(piece) for piece in each.evidence],
            }
            for each in found.clusters
        ],
        "review": [_doubt(each) for each in found.review],
        "relations": [_doubt(each) for each in found.relations],
    }


def _doubt(doubt: Doubt) -> dict[str, Any]:
    evidence = [asdict(piece) for piece in doubt.evidence]
    return {"keys": list(doubt.keys), "reason": doubt.reason, "evidence": evidence}


def show(console: Console, found: Duplicates) -> None:
    """Print each cluster and doubt with its references and evidence, then the counts."""
    for cluster in found.clusters:
        _show(console, "=", "good", f"one work ({cluster.score:.1%})", cluster.references)
        _evidence(console, cluster.evidence)
    for mark, style, doubts in (("?", "doubt", found.review), ("~", "quiet", found.relations)):
        for doubt in doubts:
            _show(console, mark, style, doubt.reason, doubt.references)
            _evidence(console, doubt.evidence)
    merged = sum(len(each.references) - 1 for each in found.clusters)
    console.print(
        f"{merged} to merge in {len(found.clusters)} cluster{'s' * (len(found.clusters) != 1)}, "
        f"{len(found.review)} to review, "
        f"{len(found.relations)} related"
    )


def _show(
    console: Console, mark: str, style: str, words: str, references: Sequence[Reference]
) -> None:
    console.print(Text.assemble((f"{mark} ", style), (words, style)), soft_wrap=True)
    for each in references:
        year = f" ({each.issued.year})" if each.issued and each.issued.year else ""
        line = Text.assemble((each.citekey, "key"), f"  {each.title[:LONGEST_TITLE]}{year}")
        console.print(Padding(line, (0, 0, 0, 4)))


def _evidence(console: Console, evidence: Sequence[Evidence]) -> None:
    said = ", ".join(f"{each.field} {each.note}" for each in evidence)
    console.print(Padding(Text(said, "quiet"), (0, 0, 0, 4)))


def differing(doubt: Doubt) -> list[tuple[str, str, str]]:
    """Return the fields that both references have with different values, with these as text."""
    a, b = doubt.references
    both = ((field, getattr(a, field), getattr(b, field)) for field in COMPARED)
    return [(f, merge.shown(x), merge.shown(y)) for f, x, y in both if x and y and x != y]


def show_pair(console: Console, doubt: Doubt) -> None:
    """Print two references side by side, what differs marked, then the evidence."""
    console.print(Text(doubt.reason, "doubt"), soft_wrap=True)
    a, b = doubt.references
    table = Table(box=None, pad_edge=False)
    for heading in ("", a.citekey, b.citekey):
        table.add_column(Text(heading, "key"))
    unlike = {field for field, *_ in differing(doubt)}
    for field in COMPARED:
        left, right = (merge.shown(getattr(each, field) or "") for each in (a, b))
        if left or right:
            style = "bad" if field in unlike else ""
            table.add_row(
                Text(field.replace("_", " "), "quiet"), Text(left, style), Text(right, style)
            )
    console.print(table)
    _evidence(console, doubt.evidence)
