"""Seen before it was published.

## What it does
Flags a date of access whose year lies before that of publication.

## Why it matters
One of the two is wrong.

## Example
      year = {2019},
      url = {https://sistercities.org/},
    - urldate = {2009-03-01},
    + urldate = {2020-03-01},

## When it is wrong
For articles read online before the year of their issue: one year is left.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when access lies two years or more before publication."""
    issued, accessed = case.reference.issued, case.reference.accessed
    if issued and accessed and issued.year and accessed.year and accessed.year < issued.year - 1:
        yield Finding("accessed", f"seen in {accessed.year}, but published in {issued.year}")


rule = Rule("DATE006", "accessed-before-published", check)
