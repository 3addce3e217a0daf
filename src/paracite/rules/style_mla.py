"""What MLA 9 prints and the reference lacks.

## What it does
Flags what MLA 9 asks for on this kind of work, beyond what every reference must have:
volume, issue and pages of articles, publishers of books.

## Why it matters
The printed reference has a gap, and editors send it back.

## Example
    - @article{a, author = {Song, Yao}, title = {Snow}, journal = {Nature}, year = {2020}}
    + @article{a, author = {Song, Yao}, title = {Snow}, journal = {Nature}, year = {2020}, volume = {3}, number = {2}, pages = {5--9}}

## When it is wrong
For articles that have no volume or pages, as those of some online journals: an article number
counts as pages. Off unless chosen with `--select STYLE003`.

Source: Modern Language Association, MLA Handbook, 9th edition (2021), chapter 5.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule
from paracite.rules._styles import Needs, lacking

NEEDS: Needs = {
    "article-journal": ("volume", "issue", "page|number"),
    "chapter": ("publisher", "page"),
    "book": ("publisher",),
    "thesis": ("publisher",),
    "webpage": ("url",),
}


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each thing that is lacking."""
    for what in lacking(case, NEEDS):
        yield Finding("", f"MLA 9 prints the {what}, which is missing")


rule = Rule("STYLE003", "style-mla", check, level="note", default=False)
