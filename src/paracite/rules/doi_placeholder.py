"""DOI of an example.

## What it does
Flags DOIs that only stand in for one: prefix 10.5555 (Crossref's test prefix), 10.9999, and the
sample numbers of the handbooks, `10.1000/182`, `10.1000/xyz123`, and `XXXXXXX`.

## Why it matters
The real one was never put in, as ACM's template asks.

## Example
    - doi = {10.1145/nnnnnnn.nnnnnnn},
    + doi = {10.1145/1327452.1327492},

## When it is wrong
For the DOI Handbook itself, 10.1000/182.
"""

import re
from collections.abc import Iterator

from paracite.fields import identifiers
from paracite.rules import Case, Finding, Rule

EXAMPLE = re.compile(
    r"10\.(?:5555/.*|9999/.*|1000/(?:182|xyz123|123456?)|0000/.*|xxxx.*|\d{4,}/[nx]{4,}(?:\.[nx]+)*|1234/(?:5678.*|example.*|abc.*))",
    re.IGNORECASE,
)
CITED_TITLE = "doi handbook"


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the DOI is one of the known examples."""
    doi = identifiers.DOI_PREFIX.sub("", case.reference.doi).strip()
    if doi and EXAMPLE.fullmatch(doi) and CITED_TITLE not in case.reference.title.casefold():
        yield Finding("doi", f"{doi} is an example, no work’s DOI")


rule = Rule("DOI008", "doi-placeholder", check, level="error")
