"""DOI in another field.

## What it does
Flags a DOI in `url`, `note` or `howpublished` of a reference that has no `doi`.

## Why it matters
Styles, registries and the search for duplicates look for it in its own field.

## Example
      url = {https://doi.org/10.1038/171737a0},
    + doi = {10.1038/171737a0},

## When it is wrong
For a note on another work; so only an address of the resolver is fixed.
"""

import re
from collections.abc import Iterator

from paracite.fields import identifiers
from paracite.rules import Case, Finding, Fix, Rule

RESOLVER = re.compile(r"https?://(?:(?:dx|www)\.)?doi\.org/(10\.\d{4,9}/\S+?)/?", re.IGNORECASE)
LABELLED = re.compile(r"\bdoi\s*[:=]?\s*\{?(?=10\.)", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for the first field with a DOI, where there is none in its own."""
    if case.reference.doi or (case.entry and "doi" in case.entry.fields):
        return
    url = case.reference.url.strip()
    if (match := RESOLVER.fullmatch(url)) and (doi := identifiers.doi(url)):
        as_written = match[1] if match[1].lower() == doi else doi
        yield Finding(
            "url",
            f"the DOI {as_written} has a field of its own",
            Fix({"doi": as_written}),
            at=match[1],
        )
        return
    for field in ("note", "howpublished"):
        text = case.text(field)
        if LABELLED.search(text) and (found := next(identifiers.dois_in(text), None)):
            yield Finding(
                field, f"the DOI {found[0]} has a field of its own", at=text[found[1] : found[2]]
            )
            return


rule = Rule("DOI003", "doi-elsewhere", check)
