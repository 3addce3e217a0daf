"""Questions to a person: one letter answers, without Enter; only what is offered is taken."""

import sys
from collections.abc import Mapping, Sequence

import typer

HELP = "?"
END = ("\x03", "\x04", "\x1a", "")  #: Ctrl-C, Ctrl-D, Ctrl-Z, and the end of the input


def on_terminal() -> bool:
    """Return whether a person can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def offered(answers: Mapping[str, str]) -> str:
    """Return the answers as a question shows them: `[m]erge, [s]kip …`."""
    words = (meaning.partition(":")[0] for meaning in answers.values())
    return ", ".join([word.replace(k, f"[{k}]", 1) for k, word in zip(answers, words, strict=True)])


def letter(question: str, answers: Mapping[str, str]) -> str:
    """Ask until one of the letters is pressed; `?` explains them, the end of the input is `q`.

    `answers` gives for each letter a word with it, a colon and what it does.
    """
    typer.echo(f"{question} {offered(answers)}, [?] ", nl=False)
    while True:
        try:
            pressed = typer.getchar().lower()
        except (EOFError, KeyboardInterrupt):
            pressed = "q"
        pressed = "q" if pressed in END else pressed
        if pressed in answers:
            typer.echo(pressed)
            return pressed
        if pressed == HELP:
            typer.echo(HELP)
            for key, meaning in answers.items():
                typer.echo(f"  {key}  {meaning}")
            typer.echo(f"{question} ", nl=False)


def number(question: str, choices: Sequence[int]) -> int:
    """Ask for one of these numbers; the first is taken where only Enter is pressed."""
    from rich.prompt import IntPrompt

    offered = [str(each) for each in choices]
    return IntPrompt.ask(question, choices=offered, default=choices[0])


def line(question: str) -> str:
    """Ask for a line of text."""
    from rich.prompt import Prompt

    return Prompt.ask(question, default="", show_default=False)
