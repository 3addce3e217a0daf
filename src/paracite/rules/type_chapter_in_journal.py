"""Chapter or conference paper that stands in a journal.

## What it does
Flags `@inproceedings` and `@incollection` with a `journal` and no `booktitle`.

## Why it matters
BibTeX prints no container at all: what stands in a journal is `@article`.

## Example
    - @inproceedings{a, title = {Snow}, journal = {Nature}}
    + @article{a, title = {Snow}, journal = {Nature}}

## When it is wrong
Never: no style prints the `journal` of these types.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule

PARTS = frozenset(["inproceedings", "conference", "incollection"])


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when a part of a book has the container of an article only."""
    entry = case.entry
    if (
        not entry
        or entry.type not in PARTS
        or not {"journal", "journaltitle"} & entry.fields.keys()
    ):
        return
    if not {"booktitle", "crossref", "xdata"} & entry.fields.keys():
        yield Finding(
            "journal", f"an @{entry.type} has a booktitle; in a journal stands an @article"
        )


rule = Rule("TYPE002", "chapter-in-journal", check)
