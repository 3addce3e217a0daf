"""`paracite resolve`: find the DOIs that references lack."""

import typer

from paracite.commands import _options, _verdicts, new_app

app = new_app()


@app.command()
def resolve(  # noqa: PLR0913  one parameter an option
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
    """Find the work of every reference: by its DOI where that holds, else by a search.

    A work that is not found may be perfectly sound: many reports and books are in no
    registry.  Exits 0 where all are confirmed, 1 where one is not, 3 where one could not be
    checked.
    """
    from paracite import resolving

    path, references = _verdicts.read(source, from_, write=write)
    with _verdicts.open_sources(registry, mailto, offline=offline, refresh=refresh) as sources:
        results = _verdicts.ask(resolving.resolve, references, sources)
    _verdicts.show(results, references, json=json)
    if write:
        _verdicts.complete(path, references, results)
    raise typer.Exit(_verdicts.exit_code(results, allow_incomplete=allow_incomplete))
