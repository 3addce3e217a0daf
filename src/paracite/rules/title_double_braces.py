"""Whole title in a second pair of braces.

## What it does
Flags a .bib title that is protected from end to end.

## Why it matters
No style can write it as a sentence, or in capitals, any more.

## Example
    - title = {{The Federal Bargain}},
    + title = {The Federal Bargain},

## When it is wrong
Where the capitals matter and are not protected one by one; some tools write every title so.
Off by default.
"""

from collections.abc import Iterator

from paracite.bibtex.body import BRACED
from paracite.rules import Case, Finding, Fix, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when one pair of braces encloses the title as written."""
    title = case.text("title").strip() if case.entry else ""
    if title[:1] == "{" and " " in title and BRACED.fullmatch(title):
        yield Finding(
            "title", "the whole title is in braces", Fix({"title": title[1:-1]}, safe=False)
        )


rule = Rule("TITLE014", "title-double-braces", check, default=False)
