"""`paracite add`: new references into the library."""

from typing import Annotated

import typer

from paracite import config
from paracite.commands import CLEAN, FINDINGS, _options, new_app, note

app = new_app()


@app.command()
def add(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE...", help="Readable files, a reference as text, or -."),
    ],
    file: _options.File = "",
) -> None:
    """Add references to the library; what it has already is not added again.

    Prints the citekeys of the new entries.  Exits 1 where a part of a source could not be read.
    """
    from paracite import adding

    path = file or config.load().library
    readings = [adding.read(source) for source in sources]
    additions = adding.add(path, [each for reading in readings for each in reading.references])
    for each in additions:
        if each.double_of:
            note(f"{each.double_of} is in {path} already: {each.reference.title}")
        else:
            typer.echo(each.reference.citekey)
    problems = [problem for reading in readings for problem in reading.problems]
    for problem in problems:
        note(f"{problem.path}:{problem.line}: {problem.message}")
    note(f"{path}: {sum(not each.double_of for each in additions)} added")
    raise typer.Exit(FINDINGS if problems else CLEAN)
