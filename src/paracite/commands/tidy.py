"""`paracite tidy`: the whole way, from a list as it is to one that can be trusted."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from paracite import config
from paracite.commands import FINDINGS, INCOMPLETE, _options, _verdicts, new_app, note

if TYPE_CHECKING:
    from paracite.tidying import Tidied

app = new_app()

Folder = Annotated[str, typer.Option("--output", "-o", help="Folder to write to.")]
Style = Annotated[
    str,
    typer.Option("--style", help="CSL style of the lists [default: from the settings, else apa]."),
]
OUTPUTS = {"references.bib": "bibtex", "references.txt": "text", "references.html": "html"}
REPORT = "report.json"


@app.command()
def tidy(  # noqa: PLR0913  one parameter an option
    source: Annotated[str, typer.Argument(help="Any readable file, or - for stdin.")],
    *,
    output: Folder = "out",
    from_: _options.Format = "",
    style: Style = "",
    registry: _options.Registry = None,
    offline: _options.Offline = False,
    mailto: _options.Mailto = "",
    allow_incomplete: _options.AllowIncomplete = False,
    json: _options.Json = False,
) -> None:
    """Read, merge, look up, complete, check and write a list: the whole way at once.

    Writes references.bib, .txt and .html and report.json.  Exits 0 where nothing is left
    to decide, 1 where something is, 3 where something could not be checked.
    """
    from paracite import tidying
    from paracite.render import console, summary

    with _verdicts.open_sources(registry, mailto, offline=offline) as sources:
        tidied = tidying.tidy(
            _options.file(source), sources, format_name=from_, watch=_verdicts.watched
        )
    written = _write(tidied, Path(output), style)
    if json:
        typer.echo(summary.to_json(tidied, written))
    else:
        summary.show(console.out(), tidied, written)
    raise typer.Exit(_exit_code(tidied, allow_incomplete=allow_incomplete))


def _write(tidied: "Tidied", folder: Path, style: str) -> tuple[str, ...]:
    """Write every output and give their paths; all are made before the first is written."""
    from paracite import files, library, writers
    from paracite.render import summary

    settings = config.load()
    options = writers.Options(style or settings.style, settings.locale)
    made = {}
    for name, format_name in OUTPUTS.items():
        writing = writers.writer(format_name).write(tidied.references, options)
        made[folder / name] = writing.data
        for warning in writing.warnings:
            note(f"{name}: {warning}")
    written = tuple(str(path) for path in (*made, folder / REPORT))
    made[folder / REPORT] = summary.to_json(tidied, written).encode() + b"\n"
    files.make_folder(folder)
    for path, data in made.items():
        library.write(str(path), data)
    return written


def _exit_code(tidied: "Tidied", *, allow_incomplete: bool) -> int:
    faults = tidied.problems or tidied.findings or tidied.duplicates.review
    looked_up = _verdicts.exit_code(tidied.results, allow_incomplete=allow_incomplete)
    return INCOMPLETE if looked_up == INCOMPLETE else FINDINGS if faults else looked_up
