"""`paracite resolve`: find the DOIs that references lack."""

import typer

from paracite.commands import _options, _verdicts, new_app

app = new_app()


@app.command()
def resolve(  # noqa: PLR0913  one parameter an option
    sources: _options.Sources = None,
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
    from paracite import opening, resolving

    lists = _verdicts.open_lists(sources, from_, write=write)
    references = opening.joined(lists)
    with _verdicts.open_sources(registry, mailto, offline=offline, refresh=refresh) as registries:
        results = _verdicts.ask(resolving.resolve, references, registries)
    _verdicts.show(results, references, json=json)
    if write:
        _verdicts.complete(lists[0], enumerate(results))
    raise typer.Exit(_verdicts.exit_code(results, allow_incomplete=allow_incomplete))
