"""Single hyphen in a page range.

## What it does
Flags a range of pages in a .bib file written with one hyphen, a dash sign or `---`.

## Why it matters
LaTeX prints `--` as the dash of a range; classic BibTeX styles do not mend the rest.

## Example
    - pages = {393-413},
    + pages = {393--413},

## When it is wrong
Where a page number itself has a hyphen, as in manuals: `B-12` and the like are left.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule

PAGE = r"[A-Za-z]{0,2}\d+[A-Za-z]?"
RANGE = re.compile(
    rf"(?<![\w.-])({PAGE})\s*(-|---|[\u2010-\u2015\u2212]|\\textendash\s?)\s*({PAGE})(?![\w.-])"
)
PART_NUMBER = re.compile(r"\d+-\d+--?\d+-\d+|\d+-\d+-\d+")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for a page field of a .bib file that has a range without `--`."""
    pages = case.text("page") if case.entry else ""
    if not pages or pages.isdigit() or PART_NUMBER.search(pages):
        return
    mended = RANGE.sub(r"\1--\3", pages)
    if mended != pages:
        match = RANGE.search(pages)
        yield Finding(
            "page",
            "a range of pages is written with --",
            Fix({"page": mended}),
            at=match[0] if match else "",
        )


rule = Rule("NUM001", "page-hyphen", check)
