"""ISBN in the field for ISSNs, or the reverse.

## What it does
Flags a valid ISBN in `issn` and a valid ISSN in `isbn`.

## Why it matters
Neither is found where it stands.

## Example
      title = {Guide},
    - issn = {978-0-7146-4971-9},
    + isbn = {978-0-7146-4971-9},

## When it is wrong
Never: the check digits prove what it is.
"""

from collections.abc import Iterator

from paracite.fields import identifiers
from paracite.rules import Case, Finding, Fix, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when one of the two is proven to be the other."""
    isbn, issn = case.text("isbn"), case.text("issn")
    if issn and identifiers.isbn(issn):
        fix = None if isbn else Fix({"issn": "", "isbn": issn})
        yield Finding("issn", f"{issn} is an ISBN", fix)
    if isbn and identifiers.issn(isbn):
        fix = None if issn else Fix({"isbn": "", "issn": isbn})
        yield Finding("isbn", f"{isbn} is an ISSN", fix)


rule = Rule("ID007", "isbn-issn-swapped", check)
