"""Institution without braces in a .bib file.

## What it does
Flags an institution that BibTeX takes apart like a person: `World Health Organization`
becomes W. H. Organization.

## Why it matters
This is how the inverted institutions get into printed lists.

## Example
    - author = {World Health Organization},
    + author = {{World Health Organization}},

## When it is wrong
For a person with a family name such as Council and given names in full.
"""

import re
from collections.abc import Iterator

from paracite.reference import Name
from paracite.rules import Case, Finding, Fix, Rule
from paracite.rules._names import FIELDS, is_institution

COMPANY = frozenset(
    ["inc", "inc.", "ltd", "ltd.", "llc", "gmbh", "corp", "corp.", "corporation", "ag", "plc"]
)
INITIAL = re.compile(r"\b[A-Z]\.")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each field of a .bib file with institutions taken apart."""
    for field in FIELDS if case.entry else ():
        names = case.names(field)
        mended = tuple(_whole(name) if is_taken_apart(name) else name for name in names)
        if mended != names:
            first = next(filter(is_taken_apart, names))
            message = f"{_whole(first).literal} needs braces, or it is taken for a person"
            yield Finding(field, message, Fix({field: mended}), at=first.family)


def is_taken_apart(name: Name) -> bool:
    """Return whether a person's name is that of an institution or a company."""
    if not name.family or not name.given or INITIAL.search(name.given):
        return False
    if name.given.casefold() in COMPANY:
        return True
    words = f"{name.given} {name.family}".split()
    particle = name.non_dropping_particle or name.dropping_particle
    strong = sum(map(is_institution, words))
    return (is_institution(name.family) and len(words) > 2) or (
        strong > 0 and particle in ("of", "for", "on")
    )


def _whole(name: Name) -> Name:
    if name.given.casefold() in COMPANY:
        return Name(literal=f"{name.family}, {name.given}")
    return Name(literal=str(name))


rule = Rule("NAME012", "group-without-braces", check)
