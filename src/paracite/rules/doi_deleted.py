"""The record of a deleted DOI copied as if it were the work's.

## What it does
Flags the container or publisher that Crossref gives to DOIs it has deleted.

## Why it matters
The reference shows no journal at all, and its DOI leads nowhere.

## Example
    - journal = {CrossRef Listing of Deleted DOIs},
    + journal = {Publius: The Journal of Federalism},

## When it is wrong
Never known to be: no journal has that name.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule

LISTING = re.compile(r"crossref\s+listing\s+of\s+deleted\s+dois", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the container is Crossref's list of deleted DOIs."""
    if LISTING.search(case.reference.container_title):
        doi = f" {case.reference.doi}" if case.reference.doi else ""
        yield Finding(
            "container_title",
            f"the DOI{doi} was deleted: this is Crossref's list of such, no journal",
        )


rule = Rule("DOI005", "doi-deleted-record", check, level="error")
