"""`paracite styles`: the names of the citation styles there are."""

from typing import Annotated

import typer

from paracite.commands import CLEAN, FINDINGS, _options, new_app, note
from paracite.render import machine

app = new_app()


@app.command()
def styles(
    query: Annotated[
        str, typer.Argument(help="Words a style's name must have [default: all].")
    ] = "",
    *,
    json: _options.Json = False,
) -> None:
    """List citation styles by name; any of them serves as --style."""
    from paracite.csl import style_names, suggestions

    words = query.lower().split()
    found = [name for name in style_names() if all(word in name for word in words)]
    if json:
        typer.echo(machine.versioned(styles=found))
    elif found:
        typer.echo("\n".join(found))
    if not found:
        note(f"no style's name has {query!r}; the nearest: {', '.join(suggestions(query))}")
    raise typer.Exit(CLEAN if found else FINDINGS)
