"""Address or DOI in the title.

## What it does
Flags a web address or a DOI within a title.

## Why it matters
It prints with the title; it has a field of its own.

## Example
    - title = {Sister cities, https://sistercities.org/guide},
    + title = {Sister cities},
      url = {https://sistercities.org/guide},

## When it is wrong
For a work that is titled by an address; one that is nothing else is left.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule

ADDRESS = re.compile(
    r"https?://[^\s{}]+|\bdoi:\s*10\.\d{4,}/\S+|(?<![\w/])10\.\d{4,9}/[^\s,;]{4,}", re.IGNORECASE
)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when an address stands beside other words of the title."""
    title = case.text("title")
    if "/" not in title:
        return
    match = ADDRESS.search(title)
    if match and len(re.findall(r"\w{3,}", title.replace(match[0], " "))) > 0:
        yield Finding("title", f"{match[0]} belongs into a field of its own", at=match[0])


rule = Rule("TITLE010", "address-in-title", check)
