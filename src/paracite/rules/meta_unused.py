"""Allowance that nothing was found for.

## What it does
Flags a comment `% paracite: allow …`, or an `[[allow]]` beside the list, that no finding needs.

## Why it matters
It would hide a fault that comes back.

## Example
    - % paracite: allow DOI001 (printed so)
      @misc{a, doi = {10.1038/171737a0}}

## When it is wrong
Where the rule it names was not selected in this run.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each allowance without effect."""
    for each in case.listing.unused:
        where = f" on {each.key}" if each.key else ""
        message = f"nothing{where} needs {', '.join(each.codes)} to be allowed"
        yield Finding("", message, offset=each.offset)


rule = Rule("META001", "unused-allowance", check, once=True)
