"""White space in an address.

## What it does
Flags spaces and line breaks within a URL.

## Why it matters
The link ends at the first one.

## Example
    - url = {https://sistercities.org/ guide},
    + url = {https://sistercities.org/guide},

## When it is wrong
Where a space belongs to the address, it must be written `%20`; so the fix is unsafe.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule

ADDRESS = re.compile(r"\s*https?://\S*\s+\S", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when white space stands within the one address of the field."""
    written = case.text("url")
    if not ADDRESS.match(written) or "\\" in written:
        return
    joined = "".join(written.split())
    single = joined.casefold().count("http") == 1
    fix = (
        Fix({"url": joined}, safe=False) if single and not re.search(r"\s[\[(]", written) else None
    )
    yield Finding(
        "url",
        "the address holds white space" if single else "the field holds several addresses",
        fix,
    )


rule = Rule("URL001", "url-with-space", check)
