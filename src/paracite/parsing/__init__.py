"""Printed reference lists: where they are, where each reference ends, what its parts are."""

import re
from dataclasses import replace

from paracite.parsing import assemble, author_date, cut, label
from paracite.parsing.parts import Part
from paracite.reference import Origin, Reference
from paracite.text import repair_mojibake, squeeze, without_markup

NUMBER = re.compile(
    r"^\W{0,3}(?:(?:\[\d{1,4}\]|\(\d{1,3}\))\s*|\d{1,4}[.)]\s+|\d{1,3}[.)-]\s*(?=[^\W\d_]))(?=\D)"
)  #: in the list, not of the work
SPACED_RANGE = re.compile(r"(?<=\d)(?:\s+[-–—]\s?|[-–—]\s+)(?=\d)")
LONGEST = 5000  #: characters of a reference that are read
WORK = frozenset(["title", "journal", "container-title"])


def parse(text: str) -> Reference:
    """Read one printed reference of any style; its text is kept in `origin`.

    What is longer than `LONGEST` is no reference, and only its beginning is read.
    """
    plain = _plain(text)
    found = cut.cut(plain)
    reference = assemble.assemble(_parts(plain, found), found)
    return replace(reference, origin=Origin(text=squeeze(text)))


def explain(text: str) -> tuple[Part, ...]:
    """Give the parts that `parse` makes a reference of, and how sure each is (0 to 1)."""
    plain = _plain(text)
    return _parts(plain, cut.cut(plain), weigh=True)


def _plain(text: str) -> str:
    plain = NUMBER.sub("", squeeze(without_markup(repair_mojibake(text[:LONGEST]))))
    return SPACED_RANGE.sub("-", plain)


def _parts(plain: str, found: cut.Cut, *, weigh: bool = False) -> tuple[Part, ...]:
    """Let the grammar read what it is sure of, and the trained labeller the rest."""
    parts = author_date.parse(found.text)
    if author_date.is_sure(found.text, parts, doi=bool(found.doi)):
        return parts
    labelled = label.parse(cut.without_jstor_notice(plain), weigh=weigh)
    return labelled if _says_what(labelled) or not parts else parts


def _says_what(parts: tuple[Part, ...]) -> bool:
    """Tell whether the parts say what the work is, or at least where it stands."""
    return not WORK.isdisjoint(part.label for part in parts)
