"""What Vancouver style prints and the reference lacks.

## What it does
Flags what Vancouver style asks for on this kind of work, beyond what every reference must have:
volume and pages of articles, place and publisher of books.

## Why it matters
The printed reference has a gap, and editors send it back.

## Example
    - @article{a, author = {Song, Y.}, title = {Snow}, journal = {Nature}, year = {2020}}
    + @article{a, author = {Song, Y.}, title = {Snow}, journal = {Nature}, year = {2020}, volume = {3}, number = {2}, pages = {5--9}}

## When it is wrong
For articles that have no volume or pages, as those of some online journals: an article number
counts as pages. Off unless chosen with `--select STYLE004`.

Source: National Library of Medicine, Citing Medicine, 2nd edition (2007), chapters 1 and 2.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule
from paracite.rules._styles import Needs, lacking

NEEDS: Needs = {
    "article-journal": ("volume", "page|number"),
    "chapter": ("editor", "publisher", "publisher_place", "page"),
    "book": ("publisher", "publisher_place"),
    "thesis": ("publisher", "publisher_place"),
    "report": ("publisher", "publisher_place"),
    "webpage": ("url",),
}


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each thing that is lacking."""
    for what in lacking(case, NEEDS):
        yield Finding("", f"Vancouver style prints the {what}, which is missing")


rule = Rule("STYLE004", "style-vancouver", check, level="note", default=False)
