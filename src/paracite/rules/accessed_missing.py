"""Web page without the day it was seen.

## What it does
Flags a web page with an address and neither a date of its own nor of access.

## Why it matters
Pages change; most styles ask for the day.

## Example
    - @online{a, title = {Sister cities}, url = {https://sistercities.org/}}
    + @online{a, title = {Sister cities}, url = {https://sistercities.org/}, urldate = {2021-03-01}}

## When it is wrong
Some styles (APA 7) ask for it only where a page is bound to change; off by default.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for a web page without any date."""
    reference = case.reference
    if (
        reference.type == "webpage"
        and reference.url
        and not reference.accessed
        and not reference.issued
    ):
        yield Finding("url", "a web page needs the day it was seen")


rule = Rule("DATE005", "access-date-missing", check, default=False)
