"""`paracite review`: decide on what may be one work, and on fields read with doubt."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from paracite.commands import CLEAN, FINDINGS, _asking, _options, new_app, note
from paracite.errors import ParaciteError

if TYPE_CHECKING:
    from rich.console import Console

    from paracite.deduplicating.reviewing import Review
    from paracite.doubts import Doubtful
    from paracite.reference import Reference

app = new_app()

ALWAYS = {
    "s": "skip: ask another time",
    "u": "undo: take the last step back",
    "q": "quit: what was decided stays",
}
PAIR = {
    "m": "merge: they are one work; asks whose values to keep, and writes the file",
    "n": "not a duplicate: they are two works; never asked again",
    "v": "version: one is another version of the other (preprint, translation)",
    "w": "wrong DOI: one of them has the DOI of the other",
    **ALWAYS,
}
CLUSTER = {
    "m": "merge: they are one work; asks whose values to keep, and writes the file",
    "y": "yes: they are one work; leave the merging to paracite dedupe --write",
    "k": "keep apart: asks which two are not the same work",
    "p": "split: asks which one is another work than all the others",
    **ALWAYS,
}
ABOUT_A_FIELD = {
    "k": "keep: it was read rightly; never asked again",
    "c": "change: asks for FIELD=VALUE, and writes the file",
    "s": ALWAYS["s"],
    "q": ALWAYS["q"],
}
DECISIONS = {"n": "not-duplicate", "v": "version", "w": "wrong-doi"}


@app.command()
def review(
    file: _options.Source = "",
    profile: Annotated[
        str, typer.Option(help="thorough: look at less likely pairs too.")
    ] = "default",
) -> None:
    """Decide on what may be one work, then on fields read from print with doubt.

    Decisions go to a file beside the library (references.paracite.toml) and hold from then
    on.  Without a terminal all is printed and nothing is decided.  Exits 1 where
    something is left.
    """
    from paracite import doubts
    from paracite.deduplicating.reviewing import Review
    from paracite.render import console, duplicates

    screen = console.out()
    path = _options.file(file)
    review = Review(path, profile)
    if not _asking.on_terminal():
        for question in review.pending:
            duplicates.show_question(screen, question)
            typer.echo(_asking.offered(_answers(review, question)))
        unsure = doubts.pending(review.opened)
        for doubtful in unsure:
            _show(screen, doubtful)
            typer.echo(_asking.offered(ABOUT_A_FIELD))
        raise typer.Exit(FINDINGS if review.pending or unsure else CLEAN)
    asking = True
    while review.pending and asking:
        question = review.pending[0]
        duplicates.show_question(screen, question)
        left = f"{len(review.pending)} left:"
        asking = _answered(review, _asking.letter(left, _answers(review, question)))
    remaining = len(review.pending) + len(review.skipped)
    remaining += _fields_left(screen, path, asking=asking)
    note(f"{remaining} left to review" if remaining else "nothing is left to review")
    raise typer.Exit(FINDINGS if remaining else CLEAN)


def _answers(review: "Review", question: object) -> dict[str, str]:
    return CLUSTER if review.is_cluster(question) else PAIR


def _answered(review: "Review", letter: str) -> bool:
    """Do what was answered; return whether to go on."""
    references = review.pending[0].references
    try:
        if letter == "m":
            review.merge(_chosen(references))
        elif letter == "y":
            review.confirm()
        elif letter == "k":
            review.decide(DECISIONS["n"], [_two(references)])
        elif letter == "p":
            review.split(_one("Which one is another work?", range(len(references))))
        elif letter == "s":
            review.skip()
        elif letter == "u":
            note(f"taken back: {review.undo()}")
        elif letter in DECISIONS:
            review.decide(DECISIONS[letter])
    except ParaciteError as error:
        note(f"{error} ({error.hint})" if error.hint else str(error))
    return letter != "q"


def _one(question: str, positions: Sequence[int]) -> int:
    """Ask for one of several references, which a person counts from 1."""
    return _asking.number(question, [position + 1 for position in positions]) - 1


def _two(references: "Sequence[Reference]") -> tuple[int, int]:
    """Ask which two references are not the same work."""
    positions = range(len(references))
    if len(positions) == 2:
        return 0, 1
    first = _one("Not the same work: which one …", positions)
    return first, _one("… and which other?", [at for at in positions if at != first])


def _chosen(references: "Sequence[Reference]") -> dict[str, int]:
    """Ask whose value each field that differs gets; the first one that has any unless chosen."""
    from paracite.render import duplicates

    chosen = {}
    for field, values in duplicates.differing(references):
        if field != "type":
            having = [at for at, value in enumerate(values) if value]
            shown = "  ".join(f"{at + 1} {values[at]}" for at in having)
            chosen[field] = _one(f"{field}: {shown}", having)
    return chosen


def _fields_left(screen: "Console", path: str, *, asking: bool) -> int:
    """Ask about each doubtful field; return how many are left."""
    from paracite import doubts, opening, sidecar

    left = 0
    unsure = doubts.pending(opening.open_list(path))
    for at, doubtful in enumerate(unsure):
        answer = "q"
        if asking:
            _show(screen, doubtful)
            answer = _asking.letter(f"{len(unsure) - at} left:", ABOUT_A_FIELD)
        asking = asking and answer != "q"
        if answer == "k" or (answer == "c" and _corrected(path, doubtful)):
            sidecar.look_at(path, doubtful.key, doubtful.label, doubtful.fingerprint)
        else:
            left += 1
    return left


def _corrected(path: str, doubtful: "Doubtful") -> bool:
    """Ask for the right field and value, and write it; return whether that was done."""
    from paracite import library
    from paracite.library import edits

    name, equals, value = _asking.line("FIELD=VALUE, as BibTeX has it").partition("=")
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
    confidence = f"{doubtful.confidence:.0%} sure"
    screen.print(
        Text(f"{doubtful.key}: is this the {doubtful.label}? ({confidence})", style="bold")
    )
    screen.print(Text.assemble(before, (f"»{doubtful.text}«", "reverse"), after))
