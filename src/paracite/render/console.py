"""Consoles: colour and width only where a person looks, `NO_COLOR` honoured."""

from rich.console import Console
from rich.theme import Theme

THEME = Theme(
    {
        "good": "green",
        "bad": "bold red",
        "doubt": "yellow",
        "unknown": "magenta",
        "key": "cyan",
        "quiet": "dim",
    }
)


def out() -> Console:
    """Make the console for results, on stdout."""
    return Console(theme=THEME, highlight=False, soft_wrap=False)


def err() -> Console:
    """Make the console for progress and notes, on stderr."""
    return Console(theme=THEME, highlight=False, stderr=True)
