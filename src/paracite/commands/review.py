"""`paracite review`: decide on pairs that may be one work, and on fields read with doubt."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from paracite import config
from paracite.commands import CLEAN, FINDINGS, new_app, note
from paracite.errors import ParaciteError

if TYPE_CHECKING:
    from rich.console import Console

    from paracite.deduplicating import Doubt
    from paracite.deduplicating.reviewing import Review
    from paracite.doubts import Doubtful
    from paracite.reference import Reference

app = new_app()

QUESTION = "[m]erge, [n]ot a duplicate, [v]ersion of, [w]rong DOI, [s]kip, [u]ndo, [q]uit"
ABOUT_A_FIELD = "[k]eep, [c]hange, [s]kip, [q]uit"
DECISIONS = {"n": "not-duplicate", "v": "version", "w": "wrong-doi"}


@app.command()
def review(
    file: Annotated[str, typer.Argument(help="The library [default: as configured].")] = "",
    profile: Annotated[
        str, typer.Option(help="thorough: look at less likely pairs too.")
    ] = "default",
) -> None:
    """Decide on pairs that may be one work, then on fields read from print with doubt.

    Decisions go to a file beside the library (references.paracite.toml) and hold from then
    on.  Without a terminal all is printed and nothing is decided.  Exits 1 where
    something is left.
    """
    from paracite import doubts
    from paracite.deduplicating.reviewing import Review
    from paracite.render import console, duplicates

    screen = console.out()
    path = file or config.load().library
    going = Review(path, profile)
    if not on_terminal():
        for doubt in going.pending:
            duplicates.show_pair(screen, doubt)
            screen.print(QUESTION, markup=False)
        unsure = doubts.pending(path)
        for each in unsure:
            _show(screen, each)
            screen.print(ABOUT_A_FIELD, markup=False)
        raise typer.Exit(FINDINGS if going.pending or unsure else CLEAN)
    asking = True
    while going.pending and asking:
        duplicates.show_pair(screen, going.pending[0])
        asking = _answered(going, typer.prompt(f"{len(going.pending)} left: {QUESTION}"))
    left = len(going.pending) + len(going.skipped) + _fields_left(screen, path, asking=asking)
    note(f"{left} left to review" if left else "nothing is left to review")
    raise typer.Exit(FINDINGS if left else CLEAN)


def on_terminal() -> bool:
    """Return whether a person can be asked."""
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


def _fields_left(screen: "Console", path: str, *, asking: bool) -> int:
    """Ask about each doubtful field; give how many are left."""
    from paracite import decisions, doubts

    left = 0
    unsure = doubts.pending(path)
    for at, each in enumerate(unsure):
        answer = "q"
        if asking:
            _show(screen, each)
            answer = typer.prompt(f"{len(unsure) - at} left: {ABOUT_A_FIELD}").strip()[:1].lower()
        asking = asking and answer != "q"
        if answer == "k" or (answer == "c" and _corrected(path, each)):
            decisions.record_field(path, each.key, each.label, each.fingerprint)
        else:
            left += 1
    return left


def _corrected(path: str, doubtful: "Doubtful") -> bool:
    """Ask for the right field and value, and write it; tell whether that was done."""
    from paracite import library
    from paracite.library import edits

    name, equals, value = typer.prompt("FIELD=VALUE, as BibTeX has it").partition("=")
    if not equals or not name.strip():
        note("that is not FIELD=VALUE, nothing was changed")
        return False
    pairs = [(name.strip(), value.strip())]
    try:
        library.change(path, lambda source: edits.set_fields(source, doubtful.key, pairs))
    except ParaciteError as error:
        note(str(error))
        return False
    return True


def _show(screen: "Console", doubtful: "Doubtful") -> None:
    """Show a printed reference, what of it is doubtful marked."""
    from rich.text import Text

    before, _, after = doubtful.printed.partition(doubtful.text)
    sure = f"{doubtful.confidence:.0%} sure"
    screen.print(Text(f"{doubtful.key}: is this the {doubtful.label}? ({sure})", style="bold"))
    screen.print(Text.assemble(before, (f"»{doubtful.text}«", "reverse"), after))


def _chosen(doubt: "Doubt") -> dict[str, "Reference"]:
    """Ask whose value each field that differs gets; the first reference's unless told so."""
    from paracite.render import duplicates

    chosen = {}
    for field, left, right in duplicates.differing(doubt):
        if field != "type":
            which = typer.prompt(f"{field}: 1 {left}  2 {right}", default="1")
            chosen[field] = doubt.references[which.strip() == "2"]
    return chosen
