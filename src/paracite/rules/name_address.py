"""Address within a name.

## What it does
Flags an e-mail or web address, or an ORCID, among the names.

## Why it matters
It prints with the name, and an e-mail address is personal data.

## Example
    - author = {Song, Yao song@example.org},
    + author = {Song, Yao},

## When it is wrong
For a site that is its own author; its name serves readers better.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule
from paracite.rules._names import FIELDS

ADDRESS = re.compile(
    r"\S+@\S+\.\w+|https?://\S+|\bwww\.\S+|\b\d{4}-\d{4}-\d{4}-\d{3}[\dX]\b", re.IGNORECASE
)
MARKS = ("@", "://", "www.", "-")  #: without one of these there is no address


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each name with an address in it."""
    for field in FIELDS:
        if case.entry and not any(mark in case.text(field) for mark in MARKS):
            continue
        for name in case.names(field):
            if match := ADDRESS.search(str(name)):
                yield Finding(field, f"“{match[0]}” is no part of a name", at=match[0])


rule = Rule("NAME014", "address-in-name", check)
