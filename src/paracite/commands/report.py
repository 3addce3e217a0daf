"""`paracite report`: a list and all that is found in it, as one page for the browser."""

from typing import Annotated

import typer

from paracite import files
from paracite.commands import _options, _verdicts, new_app, note

app = new_app()


@app.command()
def report(
    source: _options.Source = "",
    *,
    output: Annotated[
        str, typer.Option("--output", "-o", help="Write to this file, or - for stdout.")
    ] = "report.html",
    input_format: _options.Format = "",
    online: Annotated[
        bool, typer.Option("--online/--offline", help="Look up the DOIs [default: offline].")
    ] = False,
    registry: _options.Registry = None,
    mailto: _options.Mailto = "",
    force: _options.Force = False,
) -> None:
    """Write one self-contained HTML page: the list, its findings, its DOIs, charts and search."""
    from paracite import checking, outputs, resolving
    from paracite.checking import lists, looking, selecting
    from paracite.render import report as page

    checked = lists.load(_options.file(source), input_format)
    results: tuple[resolving.Result, ...] = ()
    if online or registry:
        with _verdicts.open_sources(registry, mailto, offline=not online) as sources:
            results = _verdicts.ask(resolving.validate, looking.asked(checked), sources)
        checked = looking.with_results(checked, results)
    found = checking.check(checked, selecting.choose())
    made = page.html(page.Report(checked.opened.path, checked.listing.references, found, results))
    outputs.write(output, made.encode(), "a report", force=force)
    if output != files.STANDARD:
        note(f"{output}: {len(checked.listing.references)} references, {len(found)} findings")
