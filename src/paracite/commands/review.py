"""`paracite review`: decide on the pairs that may be one work; decisions are remembered."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from paracite import config
from paracite.commands import CLEAN, FINDINGS, new_app, note
from paracite.errors import ParaciteError

if TYPE_CHECKING:
    from paracite.deduplicating import Doubt
    from paracite.deduplicating.reviewing import Review
    from paracite.reference import Reference

app = new_app()

QUESTION = "[m]erge, [n]ot a duplicate, [v]ersion of, [w]rong DOI, [s]kip, [u]ndo, [q]uit"
DECISIONS = {"n": "not-duplicate", "v": "version", "w": "wrong-doi"}


@app.command()
def review(
    file: Annotated[str, typer.Argument(help="The library [default: as configured].")] = "",
    profile: Annotated[
        str, typer.Option(help="thorough: look at less likely pairs too.")
    ] = "default",
) -> None:
    """Decide on pairs that may be one work, one at a time.

    Decisions go to a file beside the library (references.paracite.toml) and hold from then
    on.  Without a terminal the pairs are printed and nothing is decided.  Exits 1 where
    pairs are left.
    """
    from paracite.deduplicating.reviewing import Review
    from paracite.render import console, duplicates

    screen = console.out()
    going = Review(file or config.load().library, profile)
    if not on_terminal():
        for doubt in going.pending:
            duplicates.show_pair(screen, doubt)
            screen.print(QUESTION, markup=False)
        raise typer.Exit(FINDINGS if going.pending else CLEAN)
    asking = True
    while going.pending and asking:
        duplicates.show_pair(screen, going.pending[0])
        asking = _answered(going, typer.prompt(f"{len(going.pending)} left: {QUESTION}"))
    left = len(going.pending) + len(going.skipped)
    note(f"{left} left to review" if left else "nothing is left to review")
    raise typer.Exit(FINDINGS if left else CLEAN)


def on_terminal() -> bool:
    """Tell whether a person can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _answered(going: "Review", answer: str) -> bool:
    """Do what was answered; tell whether to go on."""
    letter = answer.strip()[:1].lower()
    try:
        if letter == "m":
            going.merge(_chosen(going.pending[0]))
        elif letter == "s":
            going.skip()
        elif letter == "u":
            note(f"taken back: {going.undo()}")
        elif letter in DECISIONS:
            going.decide(DECISIONS[letter])
        elif letter != "q":
            note(f"{answer!r} is none of the answers")
    except ParaciteError as error:
        note(str(error))
    return letter != "q"


def _chosen(doubt: "Doubt") -> dict[str, "Reference"]:
    """Ask whose value each field that differs gets; the first reference's unless told so."""
    from paracite.render import duplicates

    chosen = {}
    for field, left, right in duplicates.differing(doubt):
        if field != "type":
            which = typer.prompt(f"{field}: 1 {left}  2 {right}", default="1")
            chosen[field] = doubt.references[which.strip() == "2"]
    return chosen
