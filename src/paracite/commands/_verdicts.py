"""What `validate` and `resolve` share: open the sources, ask, show, and the exit code."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from paracite import config
from paracite.commands import CLEAN, FINDINGS, INCOMPLETE, _options, note
from paracite.render import machine

if TYPE_CHECKING:
    from paracite.opening import OpenList
    from paracite.reference import Reference
    from paracite.resolving import Result
    from paracite.sources import Sources

    Ask = Callable[[Sequence[Reference], Sources], Iterator[Result]]

Refresh = Annotated[bool, typer.Option("--refresh", help="Ask again what is kept from before.")]
Write = Annotated[
    bool, typer.Option("--write", help="Add to the library what confirmed records know.")
]
#: Statuses of a confirmed work that its citer will want to know about.
GRAVE = ("retracted", "withdrawn", "concern")


def open_lists(
    sources: Sequence[str] | None, format_name: str, *, write: bool
) -> "tuple[OpenList, ...]":
    """Open the lists; what is to be written but cannot be is refused now."""
    from paracite import opening

    paths = _options.files(sources)
    lists = opening.open_all(paths, format_name)
    if write:
        _options.one(paths)
        lists[0].editable_document()
    return lists


def open_sources(
    registry: Sequence[str] | None, mailto: str, *, offline: bool, refresh: bool = False
) -> "Sources":
    """Open the sources that the options and the settings name."""
    from paracite import sources

    settings = config.load()
    address = mailto or settings.mailto
    if not address and not offline:
        note("no address is set (--mailto, or mailto in paracite.toml): Crossref will be slower")
    return sources.open_sources(
        registry or settings.registry,
        cache_folder=config.cache_folder(),
        mailto=address,
        offline=offline,
        refresh=refresh,
        tell=note,
    )


def ask(
    question: "Ask", references: "Sequence[Reference]", sources: "Sources"
) -> "tuple[Result, ...]":
    """Ask about every reference, with a bar on stderr where a person looks; Ctrl-C ends it."""
    return tuple(watched(question(references, sources), len(references)))


def watched(results: "Iterator[Result]", total: int) -> "Iterator[Result]":
    """Pass results on, with a bar on stderr where a person looks."""
    from paracite.render import progress

    with progress.bar() as bar:
        task = bar.add_task("looking up", total=total)
        for result in results:
            yield result
            bar.advance(task)


def show(results: "Sequence[Result]", references: "Iterable[Reference]", *, json: bool) -> None:
    """Print results as a table, or as JSON."""
    from paracite.render import console, verdicts

    if json:
        typer.echo(machine.versioned(results=verdicts.to_json(results)))
    else:
        verdicts.show(console.out(), results, {each.citekey: each for each in references})


def exit_code(results: "Iterable[Result]", *, allow_incomplete: bool) -> int:
    """Return 3 where something could not be checked, 1 where not all is well, else 0."""
    listed = tuple(results)
    if not allow_incomplete and any(each.verdict == "could-not-check" for each in listed):
        return INCOMPLETE
    fine = ("confirmed", "could-not-check")
    if all(each.verdict in fine and each.status not in GRAVE for each in listed):
        return CLEAN
    return FINDINGS


def complete(opened: "OpenList", results: "Iterable[tuple[int, Result]]") -> None:
    """Add to the list what the confirmed records know, and show each change."""
    from paracite import completing

    found = tuple(completing.completions(opened, results))
    completing.complete(opened, found)
    for each in found:
        note(f"{each.key}: {each.field} = {each.new}" + (f" (was {each.old})" if each.old else ""))
    note(
        f"{opened.path}: {len(found)} fields written" if found else f"{opened.path}: nothing to add"
    )
