"""`paracite remove`: take entries out of the library."""

from typing import Annotated

import typer

from paracite import config
from paracite.commands import _options, new_app, note

app = new_app()


@app.command()
def remove(
    keys: Annotated[list[str], typer.Argument(metavar="KEY...", help="Their citekeys.")],
    file: _options.File = "",
) -> None:
    """Remove entries, all or none; every other byte of the file stays."""
    from paracite import library
    from paracite.library import edits

    path = file or config.load().library
    unique = list(dict.fromkeys(keys))
    library.change(path, lambda source: edits.remove(source, unique))
    note(f"{path}: removed {', '.join(unique)}; paracite undo brings back what was removed")
