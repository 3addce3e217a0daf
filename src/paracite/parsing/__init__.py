"""Printed reference lists: where they are, where each reference ends, what its parts are."""

import re
from collections.abc import Sequence

from paracite.parsing import (
    assemble,
    author_date,
    books,
    cut,
    doubt,
    fixed,
    label,
    restored,
    settle,
    spacing,
)
from paracite.parsing.parts import Part
from paracite.reference import Origin, Reference
from paracite.text import repair_mojibake, squeeze, without_markup

NUMBER = re.compile(
    r"^[^\w(]{0,3}(?:(?:\[\s?\d{1,4}\s?\]|\(\d{1,3}\))\s*|\d{1,4}[.)]\s+|\d{1,3}[.)-]\s*(?=[^\W\d_]))(?=\D)"
)  #: in the list, not of the work
UPPER = r"[^\W\d_a-zß-öø-ÿ]"
BARE_NUMBER = re.compile(
    rf"^\d{{1,4}}\s+(?=(?:{UPPER}[\w'’-]+\s){{1,2}}{UPPER}{{1,4}}[,.;:]|(?:{UPPER}\.[\s-]?)+{UPPER}\w|{UPPER}[\w'’-]+,\s{UPPER}\.)"
)  #: before names, and nothing that a title begins with
KEY = re.compile(r"^\[(?=[^\[\]a-z]*\]|[^\[\]]*\d)[^\W_][^\[\]\s]{1,23}\]:?\s+")
SIGNAL = re.compile(
    rf"^(?:See(?:,?\s(?:generally|also|e\.g\.,?)|(?=\s{UPPER}[\w.]+\s{UPPER}[\w.]+,))|But see|Cf\.|Accord|Contra|Compare|Vgl\.(?: auch)?|Voir aussi|Cfr\.)\s+(?={UPPER})"
)  #: what a note says of the work it cites
EMPHASIS = re.compile(r"(?<![\w*])\*{1,2}(?=\w)|(?<=[\w.'’)])\*{1,2}(?![\w*])")  #: of Markdown
DOUBTFUL = 0.9  #: every second reference read wrong has a part below it, of the others one in eight
TOGETHER = 64  #: references labelled at once
LONGEST = 5000  #: characters of a reference that are read
WORK = frozenset(["title", "journal", "container-title"])


def parse(text: str) -> Reference:
    """Read one printed reference of any style; its text is kept in `origin`.

    What is longer than `LONGEST` is no reference, and only its beginning is read.
    """
    return parse_all([text])[0]


def parse_all(texts: Sequence[str]) -> list[Reference]:
    """Read printed references, each as `parse` does; together they take less time."""
    read: list[Reference] = []
    for start in range(0, len(texts), TOGETHER):
        some = texts[start : start + TOGETHER]
        found = [cut.cut(plainly(text)) for text in some]
        read += [
            assemble.assemble(parts, each, Origin(text=squeeze(text)))
            for text, each, parts in zip(some, found, _parts(found), strict=True)
        ]
    return read


def explain(text: str) -> tuple[Part, ...]:
    """Return the parts that `parse` makes a reference of, and how sure each is (0 to 1)."""
    return doubt.checked(_parts([cut.cut(plainly(text))], weigh=True)[0])


def doubtful(text: str) -> tuple[Part, ...]:
    """Return the parts of a printed reference that may have been taken for what they are not."""
    return tuple(part for part in explain(text) if part.confidence < DOUBTFUL)


def plainly(text: str) -> str:
    """Return a printed reference without its number, markup and what damaged its characters and spaces."""
    text = squeeze(without_markup(repair_mojibake(text[:LONGEST])))
    for before in (NUMBER, BARE_NUMBER, KEY, SIGNAL, EMPHASIS):
        text = before.sub("", text)
    return spacing.mended(text)


def _parts(found: Sequence[cut.Cut], *, weigh: bool = False) -> list[tuple[Part, ...]]:
    """Let the grammars read what they are sure of, and the trained labeller the rest."""
    read = [
        fixed.parse(each.text)
        or books.parse(each.text)
        or author_date.sure(each.text, doi=bool(each.doi))
        for each in found
    ]
    left = [at for at, parts in enumerate(read) if not parts]
    printed = [(found[at].printed, author_date.names_before_date(found[at].printed)) for at in left]
    for at, labelled in zip(left, label.parse_all(printed, weigh=weigh), strict=True):
        parts = restored.settled(settle.settled(labelled))
        read[at] = parts if _says_what(parts) else author_date.parse(found[at].text) or parts
    return read


def _says_what(parts: tuple[Part, ...]) -> bool:
    """Return whether the parts say what the work is, or at least where it stands."""
    return not WORK.isdisjoint(part.label for part in parts)
