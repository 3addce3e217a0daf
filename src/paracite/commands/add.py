"""`paracite add`: new references into the library."""

from typing import TYPE_CHECKING, Annotated

import typer

from paracite.commands import CLEAN, FINDINGS, INCOMPLETE, _options, _verdicts, new_app, note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paracite.adding import Addition, Unknown
    from paracite.reference import Reference

app = new_app()


@app.command()
def add(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE...", help="Files, DOIs, references as text, or - (stdin)."),
    ],
    file: Annotated[
        str, typer.Option("--file", "-f", help="The library [default: as configured].")
    ] = "",
    registry: _options.Registry = None,
    offline: _options.Offline = False,
    mailto: _options.Mailto = "",
) -> None:
    """Add references to the library; what it has already is not added again.

    Prints the citekeys of the new entries.  Exits 1 where a part of a source could not be
    read or a DOI is unknown, 3 where a DOI could not be looked up.
    """
    from paracite import adding

    path = _options.file(file)
    dois = [doi for source in sources if (doi := adding.doi(source))]
    found, unknown = _looked_up(dois, registry, mailto, offline=offline) if dois else ((), ())
    readings = [adding.read(source) for source in sources if not adding.doi(source)]
    references = [*found, *(each for reading in readings for each in reading.references)]
    _say(path, adding.add(path, references))
    problems = [problem for reading in readings for problem in reading.problems]
    for problem in problems:
        note(f"{problem.path}:{problem.line}: {problem.message}")
    for missing in unknown:
        note(f"{missing.doi}: {missing.why}")
    if not all(each.asked for each in unknown):
        raise typer.Exit(INCOMPLETE)
    raise typer.Exit(FINDINGS if problems or unknown else CLEAN)


def _say(path: str, additions: "Sequence[Addition]") -> None:
    for added in additions:
        if added.double_of:
            note(f"{added.double_of} is in {path} already: {added.reference.title}")
        else:
            typer.echo(added.reference.citekey)
    note(f"{path}: {sum(not each.double_of for each in additions)} added")


def _looked_up(
    dois: list[str], registry: list[str] | None, mailto: str, *, offline: bool
) -> "tuple[tuple[Reference, ...], tuple[Unknown, ...]]":
    from paracite import adding

    with _verdicts.open_sources(registry, mailto, offline=offline) as sources:
        return adding.look_up(dois, sources)
