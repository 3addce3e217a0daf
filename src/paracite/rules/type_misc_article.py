"""Article filed as miscellaneous.

## What it does
Flags `@misc` with a journal and a volume or pages.

## Why it matters
BibTeX prints none of these for `@misc`.

## Example
    - @misc{a, title = {Snow}, journal = {Nature}, volume = {3}, pages = {5--9}}
    + @article{a, title = {Snow}, journal = {Nature}, volume = {3}, pages = {5--9}}

## When it is wrong
Where the journal only says in which a paper will appear.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when @misc has what only an article has."""
    entry = case.entry
    if not entry or entry.type != "misc" or not {"journal", "journaltitle"} & entry.fields.keys():
        return
    if entry.text("volume") or entry.text("pages"):
        yield Finding("journal", "what has a journal and a volume or pages is an @article")


rule = Rule("TYPE004", "article-as-misc", check)
