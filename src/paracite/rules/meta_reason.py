"""Allowance without a reason.

## What it does
Flags a comment `% paracite: allow CODE` that does not say why, in brackets.

## Why it matters
Whoever reads the list next year cannot tell whether it still holds.

## Example
    - % paracite: allow DOI001
    + % paracite: allow DOI001 (the publisher registered it so)
      @misc{a, doi = {https://doi.org/10.1038/171737a0}}

## When it is wrong
Where the reason is plain; it is a matter of habit, so the rule is off by default.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each allowance that gives no reason."""
    for each in case.listing.allowances:
        if not each.reason:
            message = f"{', '.join(each.codes)} is allowed without a reason"
            yield Finding("", message, offset=each.offset)


rule = Rule("META002", "allowance-without-reason", check, default=False, once=True)
