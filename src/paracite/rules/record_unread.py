"""Record that could not be read.

## What it does
Flags what the reader of a RIS, EndNote, CSL-JSON or other list could not read.

## Why it matters
The reference is missing from everything that is made of the list.

## Example
    + TY  - BOOK
      TI  - Snow in summer
      ER  -

## When it is wrong
Never known to be.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each problem of a list that is no .bib file."""
    if case.listing.document is None:
        for problem in case.listing.problems:
            yield Finding("", f"line {problem.line}: {problem.message}")


rule = Rule("BIB009", "record-unread", check, level="error", once=True)
