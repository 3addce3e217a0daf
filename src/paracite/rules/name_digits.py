"""Digits in a person's name.

## What it does
Flags digits in the family or given names: marks of footnotes and affiliations.

## Why it matters
They print with the name and spoil the sorting.

## Example
    - author = {Liu1, Tianyang and Song2, Yao},
    + author = {Liu, Tianyang and Song, Yao},

## When it is wrong
For an artist's name with a digit in it; institutions stand in braces and are left.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule
from paracite.rules._names import FIELDS

DIGITS = re.compile(r"\d+|[¹²³⁴⁵⁶⁷⁸⁹†‡§]")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each field of names with digits in a person's."""
    for field in FIELDS:
        for name in case.names(field):
            if not name.family or (name.family.isascii() and name.family.isalpha()):
                continue
            match = DIGITS.search(f"{name.family} {name.given}")
            if match and not re.search(r"[\\=]", str(name)):
                yield Finding(field, f"the name {name} holds {match[0]!r}", at=match[0])
                break


rule = Rule("NAME006", "digits-in-name", check)
