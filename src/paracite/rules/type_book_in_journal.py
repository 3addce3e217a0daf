"""Book with a journal.

## What it does
Flags `@book` and theses with a `journal`.

## Why it matters
It is an article, or a review of the book; as a book its journal never prints.

## Example
    - @book{a, title = {Snow}, journal = {Nature}, volume = {3}}
    + @article{a, title = {Snow}, journal = {Nature}, volume = {3}}

## When it is wrong
Where a program wrote the series into `journal`.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule

WHOLE = frozenset(
    ["book", "phdthesis", "mastersthesis", "thesis", "manual", "proceedings", "collection"]
)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when a whole work has a journal."""
    entry = case.entry
    if entry and entry.type in WHOLE and (entry.text("journal") or entry.text("journaltitle")):
        yield Finding("journal", f"an @{entry.type} is in no journal")


rule = Rule("TYPE003", "book-in-journal", check)
