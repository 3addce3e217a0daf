"""What BibTeX cannot read.

## What it does
Flags unbalanced braces, missing commas and keys, and text where a field should be; in lists of
other formats, records that could not be read.

## Why it matters
BibTeX stops there, or loses the rest of the entry.

## Example
    - @article{a, title = {Snow} year = {2020}}
    + @article{a, title = {Snow}, year = {2020}}

## When it is wrong
Never known to be. What follows the fault is read as well as it can be.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each fault of the entry."""
    for fault in case.entry.faults if case.entry else ():
        if case.reference.citekey or fault.breaks:  # a missing key is KEY004's
            yield Finding("", fault.message, offset=fault.at)


rule = Rule("BIB001", "syntax", check, level="error")
