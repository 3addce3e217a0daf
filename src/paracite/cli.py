"""The command line: find the command's file, run it, turn an error into one line.

Everything heavy is imported inside a command, and only the command that was asked
for is imported, so start-up stays fast.
"""

import gc
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from paracite import __version__, commands, plugins
from paracite.errors import ParaciteError, why

INTERRUPTED = 130  #: exit code of a program ended by Ctrl-C


def build(arguments: Sequence[str]) -> typer.Typer:
    """Make the app, with the one command `arguments` name, or all where they name none."""
    app = typer.Typer(
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(paracite)
    names = plugins.names(commands)
    wanted = arguments[:1] if arguments and arguments[0] in names else names
    for name in wanted:
        app.add_typer(plugins.load(commands, name).app)
    return app


def _version(asked: bool) -> None:  # noqa: FBT001  the form typer calls
    if asked:
        typer.echo(f"paracite {__version__}")
        raise typer.Exit


def paracite(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", is_eager=True, callback=_version, help="Print the version."),
    ] = False,
) -> None:
    """Read, check, de-duplicate, style and export the reference list of an article."""


def main() -> None:
    """Run the command line; exit 0 clean, 1 findings, 2 unusable, 3 incomplete."""
    gc.disable()  # what a command makes it keeps to its end; walking over it frees nothing
    try:
        try:
            build(sys.argv[1:])(prog_name="paracite")
        finally:
            sys.stdout.flush()  # so that a full disk is noticed here
    except ParaciteError as error:
        _say(error)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:  # the reader of our output has gone: nothing is left to say
        _discard_output()
        sys.exit(0)
    except OSError as error:
        _discard_output()
        _say(ParaciteError(f"{error.filename or 'output'}: {why(error)}"))
        sys.exit(ParaciteError.exit_code)


def _say(error: ParaciteError) -> None:
    hint = f" ({error.hint})" if error.hint else ""
    typer.echo(f"paracite: {error}{hint}", err=True)


def _discard_output() -> None:
    """Point stdout at nothing, so that Python's own flush at exit does not fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
