"""`paracite export`: the list in a style, or in another format."""

from typing import Annotated

import typer

from paracite import config
from paracite.commands import CLEAN, FINDINGS, _options, new_app, note

app = new_app()


@app.command()
def export(  # noqa: PLR0913  one parameter an option
    sources: _options.Sources = None,
    *,
    style: Annotated[
        str, typer.Option("--style", help="A CSL style's name or path [default: apa].")
    ] = "",
    to: Annotated[
        str,
        typer.Option("--to", help="Format to write [default: by the output's suffix, else text]."),
    ] = "",
    locale: Annotated[
        str, typer.Option("--locale", help="Language of the list, as en-GB [default: the style's].")
    ] = "",
    sentence_case: Annotated[
        bool,
        typer.Option(
            "--sentence-case",
            help="Put English titles into sentence case, as APA wants them; says what to check.",
        ),
    ] = False,
    ascii: Annotated[
        bool,
        typer.Option("--ascii", help="In BibTeX and biblatex: LaTeX's commands for all letters."),
    ] = False,
    from_: _options.Format = "",
    output: _options.Output = "-",
    force: _options.Force = False,
) -> None:
    """Write the references as a styled list, or in another format."""
    from paracite import opening, outputs, writers

    settings = config.load()
    writer = outputs.writer_of(output, to)
    lists = opening.open_all(_options.files(sources), from_)
    problems = [problem for opened in lists for problem in opened.problems]
    for problem in problems:
        note(f"{problem.path}:{problem.line}: {problem.message}")
    options = writers.Options(
        style or settings.style, locale or settings.locale, sentence_case, ascii
    )
    writing = writer.write(opening.joined(lists), options)
    for warning in writing.warnings:
        note(warning)
    outputs.write(output, writing.data, writer.name, force=force)
    raise typer.Exit(FINDINGS if problems or writing.warnings else CLEAN)
