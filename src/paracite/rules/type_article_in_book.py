"""Article that stands in a book.

## What it does
Flags `@article` with a `booktitle` and no `journal`.

## Why it matters
BibTeX prints no container at all: what stands in a book is `@incollection` or
`@inproceedings`.

## Example
    - @article{a, title = {Snow}, booktitle = {Proceedings of the Winter Conference}}
    + @inproceedings{a, title = {Snow}, booktitle = {Proceedings of the Winter Conference}}

## When it is wrong
Never: no style prints the `booktitle` of an article.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when an article has the container of a chapter only."""
    entry = case.entry
    if not entry or entry.type != "article" or "booktitle" not in entry.fields:
        return
    if not {"journal", "journaltitle", "crossref"} & entry.fields.keys():
        yield Finding("booktitle", "an @article has a journal; in a book stands an @incollection")


rule = Rule("TYPE001", "article-in-book", check)
