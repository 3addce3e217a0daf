"""File that is not UTF-8.

## What it does
Flags a .bib file in Windows-1252, Latin-1 or UTF-16.

## Why it matters
Today's tools take it for UTF-8: its accents get lost or become mojibake.

## Example
    - % written in Windows-1252: café
    + % written in UTF-8: café
      @misc{a, title = {Snow}}

## When it is wrong
For old documents that are built with `inputenc` and nothing else.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the bytes of the file are no UTF-8."""
    document = case.listing.document
    if document and document.codec not in ("utf-8", "ascii"):
        yield Finding("", f"the file is {document.codec}, not UTF-8", offset=0)


rule = Rule("BIB004", "encoding-not-unicode", check, once=True)
