"""Page range that runs backwards.

## What it does
Flags a range whose last page lies before its first, abbreviated ones (`737-8`) completed.

## Why it matters
One of the two numbers is a typing error.

## Example
    - pages = {413--393},
    + pages = {393--413},

## When it is wrong
For journals printed from both ends, and dictionaries of right-to-left scripts.
"""

import re
from collections.abc import Iterator

from paracite.fields import pages
from paracite.rules import Case, Finding, Rule

ONE_RANGE = re.compile(r"\s*(\d+)\s*[-\u2010-\u2015\u2212]+\s*(\d+)\s*")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when a range of plain numbers runs backwards."""
    page = case.reference.page
    if not ONE_RANGE.fullmatch(page):
        return
    first, last = pages.bounds(page)
    if int(last) < int(first):
        yield Finding("page", f"the pages run backwards, from {first} to {last}")


rule = Rule("NUM002", "page-range-reversed", check)
