"""ISSN that is none.

## What it does
Flags an ISSN with a wrong check digit or a wrong number of digits.

## Why it matters
A digit is mistyped; catalogues do not find the journal.

## Example
    - issn = {0028-0837},
    + issn = {0028-0836},

## When it is wrong
Never known to be: the last digit is computed from the others.
"""

import re
from collections.abc import Iterator

from paracite.fields import identifiers
from paracite.rules import Case, Finding, Rule

LABEL = re.compile(
    r"\([^)]*\)|\b[ep]?-?issn:?|\b(?:online|print|electronic|linking)\b:?", re.IGNORECASE
)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each ISSN of the field whose digits do not add up."""
    written = case.reference.issn
    if not written or identifiers.issn(written):
        return
    for part in re.split(r"[,;/]|\band\b|\s+(?=\d{4}-?\d{3}[\dXx])", LABEL.sub(" ", written)):
        digits = re.sub(r"[^\dXx]", "", part)
        if not digits or identifiers.issn(digits) or identifiers.isbn(digits):
            continue
        wrong = "its check digit is wrong" if len(digits) == 8 else "it has 8 digits"
        yield Finding("issn", f"{part.strip()} is no ISSN: {wrong}", at=part.strip())


rule = Rule("ID002", "issn-invalid", check)
