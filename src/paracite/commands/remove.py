"""`paracite remove`: take entries out of the library."""

from typing import Annotated

import typer

from paracite.commands import _options, new_app, note
from paracite.errors import ParaciteError

app = new_app()


@app.command()
def remove(
    words: Annotated[
        list[str], typer.Argument(metavar="[FILE] KEY...", help="The entries' citekeys.")
    ],
    file: _options.File = "",
) -> None:
    """Remove entries, all or none; every other byte of the file stays."""
    from paracite import library
    from paracite.library import edits

    paths, keys = _options.apart(words, file)
    path = _options.one(paths)
    if not keys:
        raise ParaciteError("no key is given", "paracite remove KEY")
    unique = list(dict.fromkeys(keys))
    library.change(path, lambda source: edits.remove(source, unique))
    note(f"{path}: removed {', '.join(unique)}; paracite undo brings back what was removed")
