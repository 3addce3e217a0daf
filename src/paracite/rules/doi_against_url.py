"""DOI and address of two works.

## What it does
Flags a reference whose URL is another DOI than its own.

## Why it matters
One of them leads to another work.

## Example
      doi = {10.1038/171737a0},
    - url = {https://doi.org/10.1038/171964b0},
    + url = {https://doi.org/10.1038/171737a0},

## When it is wrong
For a preprint and its article, each with a DOI; the URL then hides one of them.
"""

from collections.abc import Iterator

from paracite.fields import identifiers
from paracite.rules import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when both hold a DOI and these differ."""
    if not case.reference.doi or "doi.org/" not in case.reference.url:
        return
    own, other = (
        case.doi,
        identifiers.doi(case.reference.url.rstrip("/. ")),
    )
    if own and other and own != other:
        yield Finding("url", f"the address leads to {other}, not to {own}")


rule = Rule("DOI007", "doi-against-url", check)
