"""ISBN that is none.

## What it does
Flags an ISBN with a wrong check digit or a wrong number of digits.

## Why it matters
A digit is mistyped; libraries and shops do not find the book.

## Example
    - isbn = {978-0-7146-4971-5},
    + isbn = {978-0-7146-4971-9},

## When it is wrong
Some books were printed with a wrong ISBN, and catalogues keep it.
"""

import re
from collections.abc import Iterator

from paracite.fields import identifiers
from paracite.rules import Case, Finding, Rule

LABEL = re.compile(r"\([^)]*\)|\bisbn(?:-1[03])?:?", re.IGNORECASE)
SEVERAL = re.compile(r"[,;/]|\s(?=97[89])|(?<=[\dXx])\s+(?=\d[\d-]{9,})|\band\b")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each ISBN of the field whose digits do not add up."""
    written = case.reference.isbn
    if not written or identifiers.isbn(written):
        return
    for part in SEVERAL.split(LABEL.sub(" ", written)):
        digits = re.sub(r"[^\dXx]", "", part)
        if (
            not digits
            or identifiers.isbn(digits)
            or (identifiers.issn(digits) and len(digits) == 8)
        ):
            continue
        if len(digits) in (identifiers.ISBN10_LENGTH, identifiers.ISBN13_LENGTH):
            yield Finding(
                "isbn", f"the check digit of ISBN {part.strip()} is wrong", at=part.strip()
            )
        else:
            yield Finding(
                "isbn", f"an ISBN has 10 or 13 digits, not {len(digits)}", at=part.strip()
            )


rule = Rule("ID001", "isbn-invalid", check)
