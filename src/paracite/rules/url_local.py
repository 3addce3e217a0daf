"""Address on the own machine.

## What it does
Flags `file://`, `localhost`, a path with a drive letter and the like as a URL.

## Why it matters
Nobody else can follow it.

## Example
    - url = {file:///home/song/guide.pdf},
    + url = {https://sistercities.org/guide.pdf},

## When it is wrong
In a list that is never shared.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule

LOCAL = re.compile(
    r"file:/|(?:https?://)?(?:localhost|127\.0\.0\.1|192\.168\.|10\.\d+\.\d+\.\d+)(?:[:/]|\Z)|[A-Z]:\\|/(?:home|Users)/|~/|chrome-extension:|about:|zotero:|papers?[23]?://",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the address leads to the own machine."""
    if match := LOCAL.match(case.reference.url.strip()):
        yield Finding("url", "nobody else can follow this address", at=match[0])


rule = Rule("URL006", "url-local", check)
