"""PubMed identifier that is none.

## What it does
Flags a `pmid` that is no number of up to eight digits, and a `pmcid` without `PMC` and digits.

## Why it matters
The work is not found by it; often the two are swapped.

## Example
    - pmid = {PMC3531190},
    + pmcid = {PMC3531190},

## When it is wrong
Never known to be.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule

PMID = re.compile(r"\s*(?:pmid:?\s*)?\d{1,8}\s*", re.IGNORECASE)
PMCID = re.compile(r"\s*(?:pmcid:?\s*)?(?:pmc)?\d{3,9}(?:\.\d+)?\s*", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each of the two whose form is wrong."""
    for field, form in (("pmid", PMID), ("pmcid", PMCID)):
        value = getattr(case.reference, field)
        if value and not form.fullmatch(value) and not value.startswith("http"):
            yield Finding(field, f"“{value}” is no {field.upper()}")


rule = Rule("ID004", "pubmed-malformed", check)
