"""White space in a DOI, or several DOIs.

## What it does
Flags a DOI field with white space inside.

## Why it matters
A line break or a second DOI got into it; neither is found.

## Example
    - doi = {10.1038/171 737a0},
    + doi = {10.1038/171737a0},

## When it is wrong
Never: no DOI in use has spaces. The fix is unsafe, as more than a space may have got lost.
"""

from collections.abc import Iterator

from paracite.fields import identifiers
from paracite.rules import Case, Finding, Fix, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the DOI has white space within."""
    written = identifiers.DOI_PREFIX.sub("", case.text("doi")).strip()
    if len(written.split()) < 2:
        return
    several = len(list(identifiers.dois_in(written))) > 1
    joined = "".join(written.split())
    fix = Fix({"doi": joined}, safe=False) if not several and identifiers.doi(joined) else None
    message = "the field holds several DOIs" if several else "the DOI holds white space"
    yield Finding("doi", message, fix)


rule = Rule("DOI010", "doi-with-space", check, level="error")
