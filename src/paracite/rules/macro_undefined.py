"""Macro that is defined nowhere.

## What it does
Flags a value without braces or quotation marks that is no number, no month, and no `@string`
of the file.

## Why it matters
BibTeX puts nothing in its place.

## Example
    - journal = pami,
    + journal = {IEEE Transactions on Pattern Analysis and Machine Intelligence},

## When it is wrong
Where the macros stand in another file, as `IEEEabrv.bib`; a file without any `@string` and with
several macros is taken to be of that kind and left.
"""

from collections.abc import Iterator

from paracite.bibtex.values import pieces
from paracite.rules import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each value with an unknown macro."""
    if case.entry is None:
        return
    undefined = case.listing.undefined_macros
    for name, field in case.entry.fields.items() if undefined else ():
        for piece in pieces(field.value):
            if piece.casefold() in undefined:
                yield Finding(name, f"the macro {piece} is not defined in this file", at=piece)


rule = Rule("BIB003", "macro-undefined", check, level="error")
