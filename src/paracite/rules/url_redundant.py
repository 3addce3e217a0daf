"""Address that only repeats the DOI.

## What it does
Flags a URL that is the resolver's address of the reference's own DOI.

## Why it matters
Styles that print both print the same twice.

## Example
      doi = {10.1038/171737a0},
    - url = {https://doi.org/10.1038/171737a0},

## When it is wrong
With old BibTeX styles that do not know the field `doi`; off by default.
"""

from collections.abc import Iterator

from paracite.fields import identifiers
from paracite.rules import Case, Finding, Fix, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the URL resolves the DOI there is."""
    url, doi = case.reference.url, case.reference.doi
    if doi and "doi.org/" in url and identifiers.doi(url) == identifiers.doi(doi):
        yield Finding("url", "the address repeats the DOI", Fix({"url": ""}))


rule = Rule("URL003", "url-repeats-doi", check, default=False)
