"""Cross-reference to an entry that is not there.

## What it does
Flags `crossref` and `xdata` to a key that the file lacks, and for BibTeX a `crossref` to an
entry that stands before the one that refers to it.

## Why it matters
Nothing is inherited: the book's title, year and editors do not print.

## Example
    - @inproceedings{a, title = {Snow}, crossref = {conf2020}}
    + @inproceedings{a, title = {Snow}, crossref = {conf}}
      @proceedings{conf, title = {Winter}}

## When it is wrong
Where the parent stands in another file.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each parent that the file lacks."""
    for field, key in case.missing_parents:
        yield Finding(field, f"the file has no entry {key}", at=key)


rule = Rule("BIB005", "crossref-missing", check, level="error")
