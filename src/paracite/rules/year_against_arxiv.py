"""Year before the paper was on arXiv.

## What it does
Flags a year that lies before that of the arXiv identifier.

## Why it matters
The first four digits of the identifier are year and month: one of the two is wrong.

## Example
      eprint = {2106.01234},
      archiveprefix = {arXiv},
    - year = {2012},
    + year = {2021},

## When it is wrong
For papers put on arXiv years after they were published; off by default.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule

IDENTIFIER = re.compile(
    r"(?:arxiv:)?(?:[a-z-]+(?:\.[A-Z]{2})?/)?(\d\d)(0[1-9]|1[0-2])(?:\.\d{4,5}|\d{3})(?:v\d+)?",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the reference is older than its identifier."""
    issued = case.reference.issued
    eprint = case.entry.text("eprint") if case.entry else case.reference.get("eprint")
    match = IDENTIFIER.fullmatch(eprint.strip())
    if match and issued and issued.year:
        year = int(match[1]) + (1900 if int(match[1]) > 90 else 2000)
        if issued.year < year:
            yield Finding("issued", f"the year is {issued.year}, but arXiv has it since {year}")


rule = Rule("DATE004", "year-against-arxiv", check, default=False)
