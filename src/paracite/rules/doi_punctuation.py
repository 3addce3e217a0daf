"""Punctuation at the end of a DOI.

## What it does
Flags a full stop, comma or semicolon at the end, or a closing bracket never opened.

## Why it matters
It was copied with the sentence around it, and the DOI leads nowhere.

## Example
    - doi = {10.1038/171737a0.},
    + doi = {10.1038/171737a0},

## When it is wrong
Hardly ever: registrants avoid such endings.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule

END = re.compile(r"[.,;:\s]+\Z")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the DOI ends in what is no part of it."""
    written = case.text("doi").rstrip()
    bare = END.sub("", written)
    if bare.endswith(")") and bare.count("(") < bare.count(")"):
        bare = END.sub("", bare[:-1])
    if bare and bare != written:
        end = written[len(bare) :]
        yield Finding(
            "doi", f"“{end.strip()}” at the end is no part of the DOI", Fix({"doi": bare}), at=end
        )


rule = Rule("DOI006", "doi-punctuation", check)
