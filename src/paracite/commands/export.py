"""`paracite export`: the list in a style, or in another format."""

from typing import Annotated

import typer

from paracite import config
from paracite.commands import CLEAN, FINDINGS, _options, new_app, note

app = new_app()


@app.command()
def export(
    file: _options.Source = "",
    *,
    style: Annotated[
        str, typer.Option("--style", help="A CSL style's name or path [default: apa].")
    ] = "",
    to: Annotated[
        str,
        typer.Option(
            "--to",
            help="text, html, markdown, latex, rtf, docx, bibtex, biblatex, ris, csljson or csv "
            "[default: by the output's suffix, else text].",
        ),
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
    from_: _options.Format = "",
    output: _options.Output = "-",
) -> None:
    """Write the references as a styled list, or in another format."""
    from paracite import files, library, readers, writers

    settings = config.load()
    named = writers.writer_for(output) if not to and output != files.STANDARD else None
    writer = named or writers.writer(to or "text")
    reading = readers.read(file or settings.library, from_)
    for problem in reading.problems:
        note(f"{problem.path}:{problem.line}: {problem.message}")
    options = writers.Options(style or settings.style, locale or settings.locale, sentence_case)
    writing = writer.write(reading.references, options)
    for warning in writing.warnings:
        note(warning)
    library.write(output, writing.data)
    raise typer.Exit(FINDINGS if reading.problems or writing.warnings else CLEAN)
