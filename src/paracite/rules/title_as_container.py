"""Title given again as the container.

## What it does
Flags a part of a larger work whose journal or book has the title of the part.

## Why it matters
The journal or book itself is missing.

## Example
      title = {Self-Government},
    - journal = {Self-Government},
    + journal = {Publius},

## When it is wrong
For an article named like its journal, as the first editorial of some; those of one word are
left.
"""

from collections.abc import Iterator

from paracite.fields.markup import plain
from paracite.rules import Case, Finding, Rule
from paracite.text import words

PARTS = frozenset(
    ["article-journal", "chapter", "paper-conference", "article-magazine", "article-newspaper"]
)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when title and container are the same words."""
    title, container = case.reference.title, case.reference.container_title
    if not container or len(title) < 10 or case.reference.type not in PARTS:
        return
    if words(plain(title)) == words(plain(container)):
        yield Finding("container_title", "the container has the title of the part")


rule = Rule("TITLE007", "title-as-container", check)
