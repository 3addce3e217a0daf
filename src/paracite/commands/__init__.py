"""Commands: options in, one library call, a rendering, an exit code.  One file each.

A command's module holds `app`, a `typer.Typer` made by `new_app`: without a name its
commands join the top level, with one (`registry build`) they make a group.
"""

import typer

CLEAN, FINDINGS, UNUSABLE, INCOMPLETE = range(4)  #: exit codes


def new_app(name: str | None = None, summary: str | None = None) -> typer.Typer:
    """Make the app of one command's module."""
    return typer.Typer(
        name=name,
        help=summary,
        no_args_is_help=name is not None,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )


def note(message: str) -> None:
    """Say something on stderr that is no part of the result."""
    typer.echo(message, err=True)
