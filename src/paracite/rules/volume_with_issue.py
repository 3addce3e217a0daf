"""Issue within the volume.

## What it does
Flags a volume such as `14(4)` or `14, no. 4`.

## Why it matters
Styles print volume and issue each in its own way, and duplicates are harder to tell.

## Example
    - volume = {14(4)},
    + volume = {14},
    + number = {4},

## When it is wrong
For a journal that counts so.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule

BOTH = re.compile(
    r"\s*(\d+)\s*(?:\(\s*(\d+(?:[-/\u2013]+\d+)?)\s*\)|,?\s*\b(?:no|nr|num|issue)\b\.?\s*(\d+))\s*",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the volume holds an issue too."""
    match = BOTH.fullmatch(case.text("volume"))
    if match:
        issue = match[2] or match[3]
        known = case.reference.issue
        fix = Fix({"volume": match[1], "issue": issue}) if known in ("", issue) else None
        yield Finding("volume", f"the issue {issue} stands in the volume", fix)


rule = Rule("NUM003", "issue-in-volume", check)
