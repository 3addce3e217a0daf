"""`paracite read`: references out of any input, written in any format."""

from typing import Annotated

import typer

from paracite.commands import CLEAN, FINDINGS, _options, new_app, note

app = new_app()

Sources = Annotated[list[str], typer.Argument(help="Files to read, or - for stdin.")]
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
) -> None:
    """Read references from articles, web pages, lists and bibliographies.

    Exits 1 where a part could not be read; it is named on stderr and kept as text.
    """
    from paracite import citekeys, library, readers, writers

    writer = writers.writer(to) if to else writers.writer_for(output) or writers.writer("bibtex")
    readings = [readers.read(source, from_) for source in sources]
    references = [reference for reading in readings for reference in reading.references]
    problems = [problem for reading in readings for problem in reading.problems]
    if explain:
        from paracite.render import console, parts

        parts.show(references, console.out())
        raise typer.Exit(FINDINGS if problems else CLEAN)
    writing = writer.write(citekeys.with_citekeys(references), writers.Options())
    library.write(output, writing.data)
    for problem in problems:
        note(f"{problem.path}:{problem.line}: {problem.message}")
    for warning in writing.warnings:
        note(warning)
    note(f"{len(references)} reference{'' if len(references) == 1 else 's'} read")
    raise typer.Exit(FINDINGS if problems else CLEAN)
