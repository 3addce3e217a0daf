"""`paracite config show`: the settings in force and where they come from."""

from dataclasses import asdict

import typer

from paracite import config
from paracite.commands import _options, new_app
from paracite.render import machine

app = new_app("config", "Show the settings.")


@app.callback()
def _group() -> None:
    """Show the settings."""


@app.command()
def show(*, json: _options.Json = False) -> None:
    """Print every setting, the files they come from, and the folders in use."""
    settings = asdict(config.load())
    folders = {"cache": str(config.cache_folder()), "state": str(config.state_folder())}
    if json:
        typer.echo(machine.versioned(settings=settings, folders=folders))
        return
    for name, value in (settings | {f"{k} folder": v for k, v in folders.items()}).items():
        shown = ", ".join(value) if isinstance(value, (tuple, list)) else value
        typer.echo(f"{name:<14}{shown or '-'}")
