"""List of names that is cut short.

## What it does
Flags `and others` at the end of the authors or editors.

## Why it matters
Most styles print more names than such a list has, and duplicates are harder to tell. The
registry knows the rest: `paracite validate` shows it.

## Example
    - author = {Liu, T. and others},
    + author = {Liu, T. and Song, Y.},

## When it is wrong
For the collaborations of hundreds, whose lists nobody writes out.
"""

from collections.abc import Iterator

from paracite.reference import OTHERS
from paracite.rules import Case, Finding, Rule
from paracite.rules._names import FIELDS

LONG = 10  #: names from which on a cut is what most styles make too


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when a short list of names ends in others."""
    for field in FIELDS:
        names = case.names(field)
        if names and names[-1] == OTHERS and len(names) <= LONG:
            given = len(names) - 1
            verb = "is" if given == 1 else "are"
            yield Finding(field, f"only {given} of the names {verb} given", at="others")


rule = Rule("NAME005", "names-cut-short", check, level="note")
