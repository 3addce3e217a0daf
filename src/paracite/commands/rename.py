"""`paracite rename`: give an entry another citekey."""

from typing import Annotated

import typer

from paracite import config
from paracite.commands import _options, new_app, note

app = new_app()


@app.command()
def rename(
    old: Annotated[str, typer.Argument(help="The citekey now.")],
    new: Annotated[str, typer.Argument(help="The citekey wanted.")],
    file: _options.File = "",
) -> None:
    """Rename an entry; crossref, xdata and related fields that name it follow."""
    from paracite import library
    from paracite.library import edits

    path = file or config.load().library
    library.change(path, lambda source: edits.rename(source, old, new))
    note(f"{path}: {old} is now {new}")
