"""Duplicates: clusters, pairs to review and relations, on the screen and as JSON."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from paracite.deduplicating import Cluster, Doubt, Duplicates, SharedDoi
from paracite.matching import merge
from paracite.matching.evidence import Evidence
from paracite.opening import OpenList
from paracite.reference import Reference

Found = Cluster | Doubt | SharedDoi
Spot = tuple[OpenList, int]  #: a list, and a position in it
LONGEST_TITLE = 100
COMPARED = (
    *("type", "author", "editor", "issued", "title", "container_title", "volume", "issue"),
    *("page", "edition", "publisher", "doi", "isbn", "url", "note"),
)


def to_json(found: Duplicates, lists: Sequence[OpenList]) -> dict[str, Any]:
    """Make the JSON form of what was found; each member names its file, line and key there."""
    spots = _spots(lists)
    return {
        "clusters": [
            {
                "keys": list(each.keys),
                "keep": each.keep.citekey,
                "members": _members(each, spots),
                "score": round(each.score, 4),
                "evidence": [asdict(piece) for piece in each.evidence],
            }
            for each in found.clusters
        ],
        "review": [_doubt(each, spots) for each in found.review],
        "relations": [_doubt(each, spots) for each in found.relations],
        "shared_dois": [
            {"doi": shared.doi, "members": _members(shared, spots)} for shared in found.shared
        ],
    }


def _spots(lists: Sequence[OpenList]) -> list[Spot]:
    """Return where each reference stands, by its position in all lists together."""
    return [(one, at) for one in lists for at in range(len(one.references))]


def _members(found: Found, spots: Sequence[Spot]) -> list[dict[str, str | int]]:
    return [
        {"path": opened.path, "line": opened.line(at), "key": opened.written[at].citekey}
        for opened, at in (spots[position] for position in found.positions)
    ]


def _doubt(doubt: Doubt, spots: Sequence[Spot]) -> dict[str, Any]:
    return {
        "keys": list(doubt.keys),
        "members": _members(doubt, spots),
        "reason": doubt.reason,
        "evidence": [asdict(piece) for piece in doubt.evidence],
    }


def show(console: Console, found: Duplicates, lists: Sequence[OpenList]) -> None:
    """Print each cluster and doubt with its references and evidence, then the counts."""
    spots = _spots(lists)

    def named(found: Found) -> Iterator[tuple[str, Reference]]:
        for position, reference in zip(found.positions, found.references, strict=True):
            yield _name(*spots[position], len(lists)), reference

    for cluster in found.clusters:
        words = f"one work ({cluster.score:.1%})"
        _show(console, "=", "good", words, named(cluster))
        _evidence(console, cluster.evidence)
    for mark, style, doubts in (("?", "doubt", found.review), ("~", "quiet", found.relations)):
        for doubt in doubts:
            _show(console, mark, style, doubt.reason, named(doubt))
            _evidence(console, doubt.evidence)
    for shared in found.shared:
        _show(console, "!", "doubt", shared.reason, named(shared))
    console.print(
        f"{found.surplus} to merge in {len(found.clusters)} cluster"
        f"{'s' * (len(found.clusters) != 1)}, "
        f"{len(found.review)} to review, "
        f"{len(found.relations)} related"
    )


def _name(opened: OpenList, position: int, lists: int) -> str:
    """Return the key by which a person finds a reference, with its file where there are several."""
    key = opened.written[position].citekey or opened.references[position].citekey
    return f"{opened.path}:{opened.line(position)} {key}" if lists > 1 else key


def _show(
    console: Console, mark: str, style: str, words: str, named: Iterable[tuple[str, Reference]]
) -> None:
    console.print(Text.assemble((f"{mark} ", style), (words, style)), soft_wrap=True)
    for name, each in named:
        year = f" ({each.issued.year})" if each.issued and each.issued.year else ""
        line = Text.assemble((name, "key"), f"  {each.title[:LONGEST_TITLE]}{year}")
        console.print(Padding(line, (0, 0, 0, 4)))


def _evidence(console: Console, evidence: Sequence[Evidence]) -> None:
    said = ", ".join(f"{each.field} {each.note}" for each in evidence)
    console.print(Padding(Text(said, "quiet"), (0, 0, 0, 4)))


def differing(references: Sequence[Reference]) -> list[tuple[str, list[str]]]:
    """Return the fields that have several values among references, with these as text."""
    found = []
    for field in COMPARED:
        values = [getattr(each, field) for each in references]
        if len(set(filter(None, values))) > 1:
            found.append((field, [merge.shown(each) if each else "" for each in values]))
    return found


def show_question(console: Console, question: Cluster | Doubt) -> None:
    """Print references side by side, numbered, what differs marked, then the evidence."""
    if isinstance(question, Doubt):
        heading = Text(question.reason, "doubt")
    else:
        heading = Text(f"one work ({question.score:.1%}), to be merged", "good")
    console.print(heading, soft_wrap=True)
    table = Table("", box=None, pad_edge=False)
    for number, key in enumerate(question.keys, 1):
        table.add_column(Text(f"{number} {key}", "key"))
    unlike = {field for field, _ in differing(question.references)}
    for field in COMPARED:
        style = "bad" if field in unlike else ""
        cells = [
            Text(merge.shown(getattr(each, field) or ""), style) for each in question.references
        ]
        if any(cells):
            table.add_row(Text(field.replace("_", " "), "quiet"), *cells)
    console.print(table)
    _evidence(console, question.evidence)
