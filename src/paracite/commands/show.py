"""`paracite show`: one entry, and all that is known of it."""

from typing import Annotated

import typer

from paracite import config
from paracite.commands import _options, _verdicts, new_app
from paracite.errors import ParaciteError

app = new_app()


@app.command()
def show(
    words: Annotated[list[str], typer.Argument(metavar="[FILE] KEY", help="The entry's citekey.")],
    file: _options.File = "",
    json: _options.Json = False,
) -> None:
    """Show an entry: as it stands, as it will print, where it is from, what is known of it."""
    from paracite import csljson, showing
    from paracite.render import entry, machine

    settings = config.load()
    paths, keys = _options.apart(words, file)
    if len(keys) != 1:
        raise ParaciteError("one key is wanted", "paracite list shows the keys")
    with _verdicts.open_sources(None, "", offline=True) as sources:
        shown = showing.show(_options.one(paths), keys[0], sources)
    if json:
        typer.echo(machine.dumps(csljson.to_item(shown.reference)))
    else:
        typer.echo(entry.render(shown, settings.style, settings.locale), nl=False)
