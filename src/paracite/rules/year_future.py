"""Year that has not come yet.

## What it does
Flags a year more than one after the present one.

## Why it matters
It is a typing error: 2062 for 2026.

## Example
    - year = {2962},
    + year = {1962},

## When it is wrong
For a work that is announced years ahead.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the year lies after the next one."""
    issued = case.reference.issued
    if issued and issued.year and case.listing.today.year + 1 < issued.year <= 9999:
        yield Finding("issued", f"the year {issued.year} has not come yet")


rule = Rule("DATE001", "future-year", check)
