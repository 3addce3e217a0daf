"""What IEEE style prints and the reference lacks.

## What it does
Flags what IEEE style asks for on this kind of work, beyond what every reference must have:
volume, issue and pages of articles, publisher and place of books.

## Why it matters
The printed reference has a gap, and editors send it back.

## Example
    - @article{a, author = {Song, Y.}, title = {Snow}, journal = {Nature}, year = {2020}}
    + @article{a, author = {Song, Y.}, title = {Snow}, journal = {Nature}, year = {2020}, volume = {3}, number = {2}, pages = {5--9}}

## When it is wrong
For articles that have no volume or pages, as those of some online journals: an article number
counts as pages. Off unless chosen with `--select STYLE002`.

Source: IEEE, Reference Guide (2023).
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule
from paracite.rules._styles import Needs, lacking

NEEDS: Needs = {
    "article-journal": ("volume", "issue", "page|number"),
    "chapter": ("publisher", "publisher_place", "page"),
    "paper-conference": ("page|number",),
    "book": ("publisher", "publisher_place"),
    "thesis": ("publisher",),
    "report": ("publisher|author", "number"),
    "webpage": ("url",),
}


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each thing that is lacking."""
    for what in lacking(case, NEEDS):
        yield Finding("", f"IEEE prints the {what}, which is missing")


rule = Rule("STYLE002", "style-ieee", check, level="note", default=False)
