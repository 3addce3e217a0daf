"""DOI written with a prefix.

## What it does
Flags a DOI stored with a resolver's address or a `doi:` label.

## Why it matters
Styles such as APA add `https://doi.org/` themselves; it would print twice, and tools that
compare DOIs do not find the two the same.

## Example
    - doi = {https://doi.org/10.1038/171737a0},
    + doi = {10.1038/171737a0},

## When it is wrong
Never known to be: the prefix is no part of a DOI.
"""

from collections.abc import Iterator

from paracite.fields.identifiers import DOI_PREFIX
from paracite.rules import Case, Finding, Fix, Rule
from paracite.rules._identifiers import OTHER_RESOLVER


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when a known prefix precedes the DOI."""
    written = case.text("doi")
    match = DOI_PREFIX.match(written) or OTHER_RESOLVER.match(written)
    if match:
        bare = written[match.end() :].strip()
        yield Finding("doi", "the DOI has a prefix", Fix({"doi": bare}), at=match[0])


rule = Rule("DOI001", "doi-prefix", check)
