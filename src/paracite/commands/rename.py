"""`paracite rename`: give an entry another citekey."""

from typing import Annotated

import typer

from paracite.commands import _options, new_app, note
from paracite.errors import ParaciteError

app = new_app()


@app.command()
def rename(
    words: Annotated[
        list[str],
        typer.Argument(metavar="[FILE] OLD NEW", help="The citekey now, and the one wanted."),
    ],
    file: _options.File = "",
) -> None:
    """Rename an entry; crossref, xdata and related fields that name it follow."""
    from paracite import library
    from paracite.library import edits

    paths, keys = _options.apart(words, file)
    path = _options.one(paths)
    if len(keys) != 2:
        raise ParaciteError("two keys are wanted: the old and the new one")
    old, new = keys
    library.change(path, lambda source: edits.rename(source, old, new))
    note(f"{path}: {old} is now {new}")
