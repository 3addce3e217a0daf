"""Institution printed as a person.

## What it does
Flags an institution whose words were made a family name and initials: `Kelowna, C. O.` for
the City of Kelowna, `Sister Cities, I.`, `Organization, W. H.`, and initials of small words
as in `M. o. E. a. F.`.

## Why it matters
Nobody finds the institution under the last word of its name.

## Example
    - author = {Organization, W. H.},
    + author = {{World Health Organization}},

## When it is wrong
For a person whose family name is a city that also publishes; so the fix is unsafe.
"""

import re
from collections.abc import Iterator

from paracite.parsing.groups import restored
from paracite.reference import Name
from paracite.rules import Case, Finding, Fix, Rule
from paracite.rules._names import FIELDS, is_institution

INITIALS = re.compile(r"(?:[A-Za-z]\.[\s-]?)+")
SMALL_WORDS = re.compile(r"(?:[A-Z]\.\s)+(?:[oaf]\.\s(?:[A-Z]\.\s?)+)+")
PRINTED = re.compile(
    r"(?:(?<![\w.])(?:[A-Z]\. ?){1,4}([A-Z]\w{3,})\b(?! [A-Z]\w)|([A-Z]\w{3,}), (?:[A-Z]\. ?)+)"
)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each name that is an institution's, then for those printed so."""
    for field in FIELDS:
        if names := case.names(field):
            yield from _in_names(field, names)
    yield from _printed(case)


def _in_names(field: str, names: tuple[Name, ...]) -> Iterator[Finding]:
    for at, (name, better) in enumerate(zip(names, restored(names), strict=True)):
        if better != name:
            new = (*names[:at], better, *names[at + 1 :])
            message = f"“{_inverted(name)}” is {better.literal}, not a person"
            yield Finding(field, message, Fix({field: new}, safe=False), at=name.family)
        elif _is_group(name):
            yield Finding(field, f"“{_inverted(name)}” is no person’s name", at=name.family)


def _is_group(name: Name) -> bool:
    initials = INITIALS.fullmatch(name.given) is not None
    return initials and (
        is_institution(name.family) or SMALL_WORDS.fullmatch(name.given) is not None
    )


def _printed(case: Case) -> Iterator[Finding]:
    """Yield what the reading has put right or left out of the printed text."""
    text = case.printed
    if not text:
        return
    for name in case.reference.author:
        if name.literal and len(name.literal.split()) > 1 and name.literal not in text:
            yield Finding("printed", f"{name.literal} is printed as if it were a person")
    if (match := SMALL_WORDS.search(text)) and re.search(r"\b[oaf]\. ", match[0]):
        yield Finding(
            "printed", f"“{match[0]}” is made of the words of an institution", at=match[0]
        )
    for match in PRINTED.finditer(text):
        if is_institution(match[1] or match[2]):
            yield Finding("printed", f"“{match[0]}” is no person’s name", at=match[0])


def _inverted(name: Name) -> str:
    return f"{name.family}, {name.given}"


rule = Rule("NAME001", "group-as-person", check)
