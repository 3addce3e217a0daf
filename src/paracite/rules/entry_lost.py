"""Entry without its `@`.

## What it does
Flags text between entries that looks like one: `article{key,`.

## Why it matters
BibTeX takes it for a comment; the entry can never be cited.

## Example
      @misc{ice, title = {Ice}}
    - article{lee1999,
    + @article{lee1999,
        title = {Snow}}

## When it is wrong
For an entry that was commented out so on purpose.
"""

import re
from collections.abc import Iterator

from paracite.bibtex.mapping import TYPES
from paracite.rules import Case, Finding, Rule

HEAD = re.compile(
    r"(?m)^[ \t]*([A-Za-z]+)[ \t]*\{[ \t]*([^\s,{}=%]+)[ \t]*,[ \t]*\r?\n?[ \t]*[A-Za-z]+[ \t]*="
)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each such head in the text between entries."""
    document = case.listing.document
    for block in document.blocks if document else ():
        if block.kind == "text" and document:
            for match in HEAD.finditer(document.text, block.start, block.end):
                if match[1].casefold() in TYPES:
                    message = f"an @ is missing before {match[1]}{{{match[2]}"
                    yield Finding("", message, at=match[1], offset=match.start(1))


rule = Rule("BIB008", "entry-lost", check, level="error", once=True)
