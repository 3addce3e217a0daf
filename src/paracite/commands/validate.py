"""`paracite validate`: check that every DOI is the right one."""

import typer

from paracite.commands import _options, _verdicts, new_app, note

app = new_app()


@app.command()
def validate(  # noqa: PLR0913  one parameter an option
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
    """Check that every DOI exists, and that its record is of the work it stands with.

    Exits 0 where all are confirmed, 1 where one is not, 3 where one could not be checked.
    """
    from paracite import opening, resolving

    lists = _verdicts.open_lists(sources, from_, write=write)
    references = opening.joined(lists)
    asked = [at for at, reference in enumerate(references) if reference.doi]
    with _verdicts.open_sources(registry, mailto, offline=offline, refresh=refresh) as registries:
        results = _verdicts.ask(resolving.validate, [references[at] for at in asked], registries)
    _verdicts.show(results, references, json=json)
    if write:
        _verdicts.complete(lists[0], zip(asked, results, strict=True))
    if without := len(references) - len(asked):
        note(
            f"{without} of {len(references)} references have no DOI; paracite resolve looks for them"
        )
    raise typer.Exit(_verdicts.exit_code(results, allow_incomplete=allow_incomplete))
