"""Session or tracking junk in an address.

## What it does
Flags parameters that only track who followed the link: `utm_source`, `fbclid`, `gclid`, and
session numbers such as `jsessionid`.

## Why it matters
Sessions end, and readers are tracked; the page is the same without.

## Example
    - url = {https://sistercities.org/guide?id=3&utm_source=x&fbclid=y},
    + url = {https://sistercities.org/guide?id=3},

## When it is wrong
Never known to be for those named.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule

JUNK = re.compile(
    r"(?<=[?&])(?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|igshid|_ga|PHPSESSID|sid=[0-9a-f]{16,})(?:=[^&#\s]*|(?=[&#]|\Z))&?"
    r"|;jsessionid=[^?#\s]*",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the address has such parameters."""
    written = case.text("url")
    match = JUNK.search(written)
    if match and "\\" not in written:
        bare = re.sub(r"[?&]+(?=#|\Z)", "", JUNK.sub("", written))
        yield Finding(
            "url",
            "the address holds what only tracks its readers",
            Fix({"url": bare}),
            at=match[0].strip("&"),
        )


rule = Rule("URL002", "url-tracking", check)
