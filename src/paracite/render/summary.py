"""The outcome of tidying: at a glance on a screen, and whole as JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from paracite.matching.evidence import Evidence
from paracite.render import duplicates, machine, verdicts
from paracite.render.findings import json as findings
from paracite.tidying import Tidied

MEANT = {
    "confirmed": "a registry's record is of the same work",
    "conflict": "a record disagrees, or the DOI was deleted: left as it is, for you to decide",
    "not-found": "in no registry asked; this says nothing against a work",
    "could-not-check": "no answer was to be had; run again later",
}
MOST_UNSURE = 20  #: parts read with doubt that are shown; the report has all
INDENT = (0, 0, 0, 2)


def to_json(tidied: Tidied, written: Sequence[str]) -> str:
    """Make the report that machines read; its parts have the shapes of the single commands."""
    return machine.versioned(
        source=tidied.opened.path,
        summary=_counts(tidied),
        written=list(written),
        changes=[asdict(each) for each in tidied.changes],
        unsure=[asdict(each) for each in tidied.unsure],
        **duplicates.to_json(tidied.duplicates, [tidied.opened]),
        results=verdicts.to_json(tidied.results),
        findings=[findings.item(each) for each in tidied.findings],
        problems=[asdict(each) for each in tidied.problems],
    )


def show(console: Console, tidied: Tidied, written: Sequence[str]) -> None:
    """Print how many references were read, merged and confirmed, and what to look at next."""
    console.print(_table(tidied))
    next_steps = list(_next(tidied))
    if next_steps:
        console.print(Text("\nLook at next", "bold"))
        console.print(Padding(Group(*next_steps), INDENT))
    console.print(Text.assemble("\nWritten: ", (", ".join(written), "key")), soft_wrap=True)


def _counts(tidied: Tidied) -> dict[str, int]:
    return {
        "read": len(tidied.opened.references),
        "merged": tidied.merged,
        "review": len(tidied.duplicates.review),
        **{verdict.replace("-", "_"): tidied.count(verdict) for verdict in MEANT},
        "changes": len(tidied.changes),
        "unsure": len(tidied.unsure),
        "findings": len(tidied.findings),
        "problems": len(tidied.problems),
    }


def _table(tidied: Tidied) -> Table:
    """Lay the counts out, one line each with what it means."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right")
    table.add_row(
        Text(str(len(tidied.opened.references)), "bold"),
        "read",
        Text(f"from {tidied.opened.path}", "quiet"),
    )
    keys = "; ".join(" + ".join(each.keys) for each in tidied.duplicates.clusters)
    table.add_row(Text(str(tidied.merged), "bold"), "merged", Text(keys, "quiet"))
    for verdict, meaning in MEANT.items():
        count = tidied.count(verdict)
        style = verdicts.MARKS[verdict][1] if count else "quiet"
        table.add_row(
            Text(str(count), style),
            Text(verdicts.WORDS[verdict], style),
            Text(meaning, "quiet"),
        )
    added = sum(each.field == "doi" for each in tidied.changes)
    table.add_row(
        Text(str(added), "bold"),
        "DOIs added",
        Text("to confirmed works printed without one", "quiet"),
    )
    return table


def _next(tidied: Tidied) -> Iterator[RenderableType]:
    """Yield what a person should decide, the gravest first."""
    for problem in tidied.problems:
        yield _step("✗", "bad", f"{problem.path}:{problem.line}", problem.message)
    for doubt in tidied.duplicates.review:
        yield _step("?", "doubt", " ~ ".join(doubt.keys), doubt.reason, doubt.evidence)
    doubted = {key for doubt in tidied.duplicates.review for key in doubt.keys}
    for result in tidied.results:
        if result.verdict == "conflict" and result.key not in doubted:
            status = "" if result.status == "ok" else f"({result.status})"
            why = f"{result.doi} {status}".strip()
            yield _step("✗", "bad", result.key, why, result.evidence, result.notes)
    for each in tidied.unsure[:MOST_UNSURE]:
        sure = f"{each.confidence:.0%} sure: {each.text}"
        yield _step("?", "doubt", f"{each.key} {each.part}", sure)
    if (left := len(tidied.unsure) - MOST_UNSURE) > 0:
        yield _step("?", "doubt", f"{left} more parts", "read with doubt, see report.json")
    if tidied.findings:
        command = f"paracite check {tidied.opened.path}"
        yield _step(
            "!", "doubt", f"{len(tidied.findings)} findings in the list as printed", command
        )


def _step(
    mark: str,
    style: str,
    what: str,
    why: str,
    evidence: Sequence[Evidence] = (),
    notes: Sequence[str] = (),
) -> RenderableType:
    """Lay out one thing to look at: its mark, what it is and why, below it what disagrees."""
    text = Text.assemble((what, "key"), f"  {why}")
    against = [*notes]
    against += (f"{piece.field} {piece.note}" for piece in evidence if piece.weight <= 0)
    if against:
        text.append("\n" + "; ".join(against), "quiet")
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_row(Text(mark, style), text)
    return table
