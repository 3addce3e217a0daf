"""`paracite validate`: check that every DOI is the right one."""

import typer

from paracite.commands import _options, _verdicts, new_app, note

app = new_app()


@app.command()
def validate(  # noqa: PLR0913  one parameter an option
    source: _options.Source = "",
    *,
    from_: _options.Format = "",
    registry: _options.Registry = None,
    offline: _options.Offline = False,
    refresh: _verdicts.Refresh = False,
    mailto: _options.Mailto = "",
    allow_incomplete: _options.AllowIncomplete = False,
    write: _verdicts.Write = False,
    json: _options.Json = False,
) -> None:
    """Check that every DOI exists, and that its record is of the work it stands with.

    Exits 0 where all are confirmed, 1 where one is not, 3 where one could not be checked.
    """
    from paracite import resolving

    path, references = _verdicts.read(source, from_, write=write)
    asked = [each for each in references if each.doi]
    with _verdicts.open_sources(registry, mailto, offline=offline, refresh=refresh) as sources:
        results = _verdicts.ask(resolving.validate, asked, sources)
    _verdicts.show(results, references, json=json)
    if write:
        _verdicts.complete(path, references, results)
    if without := len(references) - len(asked):
        note(
            f"{without} of {len(references)} references have no DOI; paracite resolve looks for them"
        )
    raise typer.Exit(_verdicts.exit_code(results, allow_incomplete=allow_incomplete))
