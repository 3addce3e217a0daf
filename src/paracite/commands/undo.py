"""`paracite undo`: bring back the library as it was."""

from typing import Annotated

import typer

from paracite import config
from paracite.commands import new_app, note

app = new_app()


@app.command()
def undo(
    file: Annotated[str, typer.Argument(help="The library [default: as configured].")] = "",
    steps: Annotated[int, typer.Option(min=1, help="How many changes to go back.")] = 1,
) -> None:
    """Undo the last change of the library; undo again takes that back."""
    from paracite import library

    path = file or config.load().library
    version = library.undo(path, steps)
    note(
        f"{path}: back at the version of {version.written:%Y-%m-%d %H:%M:%S}; undo undoes this too"
    )
