"""`paracite show`: one entry, and all that is known of it."""

from typing import Annotated

import typer

from paracite import config
from paracite.commands import _options, _verdicts, new_app

app = new_app()


@app.command()
def show(
    key: Annotated[str, typer.Argument(help="The entry's citekey.")],
    file: _options.File = "",
    json: _options.Json = False,
) -> None:
    """Show an entry: as it stands, as it will print, where it is from, what is known of it."""
    from paracite import csljson, showing
    from paracite.render import entry, machine

    settings = config.load()
    with _verdicts.open_sources(None, "", offline=True) as sources:
        shown = showing.show(file or settings.library, key, sources)
    if json:
        typer.echo(machine.dumps(csljson.to_item(shown.reference)))
    else:
        typer.echo(entry.render(shown, settings.style, settings.locale), nl=False)
