"""Article of a thousand pages.

## What it does
Flags a range of more than a thousand pages for an article or a chapter.

## Why it matters
A digit is mistyped or missing: `393--3413` for `393--413`.

## Example
    - pages = {393--3413},
    + pages = {393--413},

## When it is wrong
For whole issues and handbooks cited as one article.
"""

from collections.abc import Iterator

from paracite.fields import pages
from paracite.rules import Case, Finding, Rule

PARTS = frozenset(["article-journal", "chapter", "paper-conference", "article-magazine"])
MOST = 1000


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the last page is too far from the first."""
    page = case.reference.page
    if len(page) < 6 or case.reference.type not in PARTS or "," in page:
        return
    first, last = pages.bounds(page)
    if first.isdecimal() and last.isdecimal() and int(last) - int(first) > MOST:
        yield Finding("page", f"{int(last) - int(first) + 1} pages are too many for one article")


rule = Rule("NUM006", "page-range-wide", check)
