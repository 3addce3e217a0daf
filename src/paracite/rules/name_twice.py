"""The same person twice in one list of names.

## What it does
Flags a name that stands twice among the authors or the editors.

## Why it matters
One of them is a copy that went wrong, often in place of someone else.

## Example
    - author = {Liu, Tianyang and Song, Yao and Liu, Tianyang},
    + author = {Liu, Tianyang and Song, Yao},

## When it is wrong
For two people of one name; with initials alone that is common, so only names with a given
name in full are looked at.
"""

from collections import Counter
from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule
from paracite.rules._names import FIELDS


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each name that stands twice."""
    for field in FIELDS:
        names = case.names(field)
        if len(names) < 2 or len(set(names)) == len(names):
            continue
        for name, count in Counter(names).items():
            if count > 1 and len(name.given.strip(".").partition(" ")[0]) > 2:
                yield Finding(field, f"{name} stands {count} times among the names", at=name.family)


rule = Rule("NAME011", "name-twice", check)
