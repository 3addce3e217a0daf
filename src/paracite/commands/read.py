"""`paracite read`: references out of any input, written in any format."""

from typing import Annotated

import typer

from paracite.commands import CLEAN, FINDINGS, _options, new_app, note

app = new_app()

Sources = Annotated[
    list[str],
    typer.Argument(metavar="FILE...", help="Files, folders, patterns, or - for stdin."),
]
To = Annotated[str, typer.Option("--to", help="Format to write [default: by -o, else bibtex].")]


Explain = Annotated[
    bool,
    typer.Option(
        "--explain", help="Show the parts of each printed reference and how sure they are."
    ),
]


@app.command()
def read(
    sources: Sources,
    output: _options.Output = "-",
    from_: _options.Format = "",
    to: To = "",
    explain: Explain = False,
    force: _options.Force = False,
) -> None:
    """Read references from articles, web pages, lists and bibliographies.

    Exits 1 where a part could not be read; it is named on stderr and left out.
    """
    from paracite import opening, outputs, writers

    writer = outputs.writer_of(output, to, default="bibtex")
    lists = opening.open_all(_options.files(sources), from_)
    references = opening.joined(lists)
    problems = [problem for opened in lists for problem in opened.problems]
    if explain:
        from paracite.render import console, parts

        parts.show(references, console.out())
        raise typer.Exit(FINDINGS if problems else CLEAN)
    writing = writer.write(references, writers.Options())
    outputs.write(output, writing.data, writer.name, force=force)
    for problem in problems:
        note(f"{problem.path}:{problem.line}: {problem.message}")
    for warning in writing.warnings:
        note(warning)
    note(f"{len(references)} reference{'' if len(references) == 1 else 's'} read")
    raise typer.Exit(FINDINGS if problems else CLEAN)
