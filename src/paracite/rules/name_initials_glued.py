"""Initials without full stops in a .bib file.

## What it does
Flags given names that are two or three capitals and nothing else: `Smith, JK`.

## Why it matters
BibTeX takes them for one name and, where it abbreviates, prints `J.` alone.

## Example
    - author = {Smith, JK and Lee, L.},
    + author = {Smith, J. K. and Lee, L.},

## When it is wrong
For a given name that is really written so, as some nicknames (`Abrams, JJ`) and Chinese
names are.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from paracite.reference import Name
from paracite.rules import Case, Finding, Fix, Rule
from paracite.rules._names import FIELDS

GLUED = re.compile(r"[A-Z]{2,3}")
NUMERALS = frozenset(["II", "III", "IV", "VI", "JR", "SR", "MD", "PHD"])


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for a field of a .bib file with such names in it."""
    if case.entry is None:
        return
    for field in FIELDS:
        names = case.names(field)
        first = next(filter(is_glued, names), None)
        if first and f", {first.given}" in case.text(field):
            mended = tuple(_mended(name) if is_glued(name) else name for name in names)
            message = f"the initials {first.given} of {first.family} need full stops and spaces"
            yield Finding(field, message, Fix({field: mended}, safe=False), at=first.given)


def is_glued(name: Name) -> bool:
    """Return whether the given names are glued initials."""
    family = name.family
    return bool(GLUED.fullmatch(name.given)) and name.given not in NUMERALS and not family.isupper()


def _mended(name: Name) -> Name:
    return replace(name, given=" ".join(f"{letter}." for letter in name.given))


rule = Rule("NAME003", "initials-glued", check)
