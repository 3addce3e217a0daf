"""What APA 7 prints and the reference lacks.

## What it does
Flags what APA 7 asks for on this kind of work, beyond what every reference must have:
volume and pages of articles, book and editors of chapters, publishers, kinds of theses.

## Why it matters
The printed reference has a gap, and editors send it back.

## Example
    - @article{a, author = {Song, Y.}, title = {Snow}, journal = {Nature}, year = {2020}}
    + @article{a, author = {Song, Y.}, title = {Snow}, journal = {Nature}, year = {2020}, volume = {3}, number = {2}, pages = {5--9}}

## When it is wrong
For articles that have no volume or pages, as those of some online journals: an article number
counts as pages. Off unless chosen with `--select STYLE001`.

Source: American Psychological Association, Publication Manual, 7th edition (2020), chapter 10.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule
from paracite.rules._styles import Needs, lacking

NEEDS: Needs = {
    "article-journal": ("volume", "page|number"),
    "article-magazine": ("volume|page|url",),
    "chapter": ("page|doi|url", "publisher"),
    "paper-conference": ("page|doi|url", "publisher|event_title|container_title"),
    "book": ("publisher",),
    "thesis": ("publisher", "genre"),
    "report": ("publisher|author",),
    "webpage": ("url",),
}


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each thing that is lacking."""
    for what in lacking(case, NEEDS):
        yield Finding("", f"APA 7 prints the {what}, which is missing")


rule = Rule("STYLE001", "style-apa", check, level="note", default=False)
