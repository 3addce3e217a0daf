"""What every reader of printed lists does with the references it has cut out."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from paracite import parsing
from paracite.errors import ReadError
from paracite.parsing import find, notes, segment
from paracite.parsing.segment import Printed
from paracite.readers import Problem, Reading
from paracite.reference import Name, Origin, Reference

CITEKEY = re.compile(r"[^\W\d_][\w:.+/-]*")
SHOWN = 60  #: characters of a reference that a message shows
SAME_AUTHOR = re.compile(
    r"^(?:[\[(]?\d{1,4}[\])]?[.:]?\s+)?\W*?(?:(?:[-‐-―−_]{2,}|[—―⸺⸻])\s?[.,:;]?\s*)+(?=\S)|^(?:ibid(?:em)?|idem|id)\.,?\s+",
    re.IGNORECASE,
)


def reading(path: str, works: Iterable[Printed | Reference]) -> Reading:
    """Parse printed references in order; what is none is left out and a problem.

    A dash or "Ibid." at the start stands for the author of the reference before.  What
    is a reference already is taken as it is.
    """
    listed = list(works)
    texts = [work.text for work in listed if isinstance(work, Printed)]
    are_notes = notes.are_notes(texts)
    problems: list[Problem] = []
    kept: list[Printed | Reference] = []
    for work in listed:
        if isinstance(work, Reference):
            kept.append(work)
            continue
        found = notes.cited(work.text, notes=are_notes)
        kept += [replace(work, text=text) for text in found.works]
        if found.left_out:
            message = f"left out, {found.why}: {found.left_out[:SHOWN]}"
            problems.append(Problem(path, work.line, 1, message))
    return Reading(tuple(_parsed(path, kept)), tuple(problems))


def _parsed(path: str, works: list[Printed | Reference]) -> list[Reference]:
    printed = [work.text for work in works if isinstance(work, Printed)]
    parsed = iter(parsing.parse_all(printed))
    references: list[Reference] = []
    for work in works:
        if isinstance(work, Reference):
            references.append(work)
            continue
        before = references[-1].author if references else ()
        reference = _with_author(work.text, next(parsed), before)
        origin = Origin(path, work.line, work.text)
        references.append(replace(reference, origin=origin, citekey=_citekey(work.key)))
    return references


def _citekey(key: str) -> str:
    """Return the key that a list gives a reference, where it can be one: `RFC9110`."""
    return key if CITEKEY.fullmatch(key) else ""


def listed(text: str, levels: Mapping[int, int] = MappingProxyType({})) -> list[Printed]:
    """Find the lists in a text and cut them into references.

    `levels` has the level of each line (by its place from 0) that is known to be a heading.
    """
    parts = find.find(text, levels)
    return [each for part in parts for each in segment.segment(part.lines, part.start)]


def document(path: str, lines: list[str], cited: tuple[Reference, ...]) -> Reading:
    """Read a text document: the works its codes hold, or its printed list where that has more.

    Raises `ReadError` where there is neither.
    """
    printed = listed("\n".join(lines))
    if cited and len(cited) >= len(printed):
        return Reading(cited)
    if not printed:
        raise ReadError(
            path,
            "no reference list was found in the document",
            "save the list as text and read it with --from list",
        )
    return reading(path, printed)


def _with_author(text: str, alone: Reference, before: tuple[Name, ...]) -> Reference:
    """Read a reference again with the author that a dash stands for, or leave it as it is."""
    match = SAME_AUTHOR.match(text)
    if not match or not before:
        return alone
    names = ", ".join(_as_printed(name) for name in before)
    return replace(parsing.parse(f"{names} {text[match.end() :]}"), author=before)


def _as_printed(name: Name) -> str:
    return f"{name.family}, {name.given}" if name.family else f"{name.literal}."
