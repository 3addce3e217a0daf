"""Names in capitals.

## What it does
Flags a family name of four letters or more, and given names with it, written in capitals.

## Why it matters
Styles print it so, among others that are not.

## Example
    - author = {DUCHACEK, IVO},
    + author = {Duchacek, Ivo},

## When it is wrong
For an institution known by an acronym; braces around it say so. Names like McHugh lose their
inner capital, so the fix is unsafe.
"""

from collections.abc import Iterator
from dataclasses import replace

from paracite.reference import Name
from paracite.rules import Case, Finding, Fix, Rule
from paracite.rules._names import FIELDS


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for a field of names in which one or more are in capitals."""
    for field in FIELDS:
        names = case.names(field)
        if any(map(in_capitals, names)):
            first = next(filter(in_capitals, names))
            mended = tuple(_mended(name) if in_capitals(name) else name for name in names)
            message = f"the name {first.family} is in capitals"
            yield Finding(field, message, Fix({field: mended}, safe=False), at=first.family)


def in_capitals(name: Name) -> bool:
    """Return whether a person's family name is in capitals: `DUCHACEK, Ivo`."""
    family = name.family
    return len(family) > 3 and family.isupper() and family.isalpha() and bool(name.given)


def _mended(name: Name) -> Name:
    words = (
        word.title() if len(word) > 2 and word.isupper() else word for word in name.given.split()
    )
    return replace(name, family=name.family.title(), given=" ".join(words))


rule = Rule("NAME002", "name-in-capitals", check)
