"""Printed reference lists: where they are, where each reference ends, what its parts are."""

import re

from paracite.parsing import assemble, author_date, books, cut, fixed, label, settle, spacing
from paracite.parsing.parts import Part
from paracite.reference import Origin, Reference
from paracite.text import repair_mojibake, squeeze, without_markup

NUMBER = re.compile(
    r"^[^\w(]{0,3}(?:(?:\[\s?\d{1,4}\s?\]|\(\d{1,3}\))\s*|\d{1,4}[.)]\s+|\d{1,3}[.)-]\s*(?=[^\W\d_]))(?=\D)"
)  #: in the list, not of the work
DOUBTFUL = 0.7  #: below this a label is wrong about as often as not
LONGEST = 5000  #: characters of a reference that are read
WORK = frozenset(["title", "journal", "container-title"])


def parse(text: str) -> Reference:
    """Read one printed reference of any style; its text is kept in `origin`.

    What is longer than `LONGEST` is no reference, and only its beginning is read.
    """
    plain = plainly(text)
    found = cut.cut(plain)
    return assemble.assemble(_parts(plain, found), found, Origin(text=squeeze(text)))


def explain(text: str) -> tuple[Part, ...]:
    """Give the parts that `parse` makes a reference of, and how sure each is (0 to 1)."""
    plain = plainly(text)
    return _parts(plain, cut.cut(plain), weigh=True)


def doubtful(text: str) -> tuple[Part, ...]:
    """Give the parts of a printed reference that may have been taken for what they are not."""
    return tuple(part for part in explain(text) if part.confidence < DOUBTFUL)


def plainly(text: str) -> str:
    """Give a printed reference without its number, markup and what damaged its characters and spaces."""
    return spacing.mended(NUMBER.sub("", squeeze(without_markup(repair_mojibake(text[:LONGEST])))))


def _parts(plain: str, found: cut.Cut, *, weigh: bool = False) -> tuple[Part, ...]:
    """Let the grammars read what they are sure of, and the trained labeller the rest."""
    if (
        parts := fixed.parse(found.text)
        or books.parse(found.text)
        or author_date.sure(found.text, doi=bool(found.doi))
    ):
        return parts
    names = author_date.names_before_date(plain)
    labelled = settle.settled(
        label.parse(cut.without_jstor_notice(plain), names=names, weigh=weigh)
    )
    return labelled if _says_what(labelled) else author_date.parse(found.text) or labelled


def _says_what(parts: tuple[Part, ...]) -> bool:
    """Tell whether the parts say what the work is, or at least where it stands."""
    return not WORK.isdisjoint(part.label for part in parts)
