r"""HTML's names for characters.

## What it does
Flags `&amp;`, `&eacute;`, `&#233;` and the like.

## Why it matters
They print as they stand, and `&` stops LaTeX.

## Example
    - journal = {Research &amp; Policy},
    + journal = {Research \& Policy},

## When it is wrong
For a work about HTML with one in its title.
"""

import html
import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule

ENTITY = re.compile(r"\{?\\?&\}?\\?#?\w{2,8};")
SPECIAL = frozenset("&%#_${}\\")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each field with an entity that HTML knows."""
    for name, text in case.prose:
        if "&" not in text:
            continue
        for match in ENTITY.finditer(text):
            character = html.unescape(re.sub(r"[\\{}]", "", match[0]))
            if len(character) == 1:
                new = ENTITY.sub(
                    lambda found: _written(found[0], latex=case.entry is not None), text
                )
                yield Finding(
                    name, f"{match[0]} is HTML for {character}", Fix({name: new}), at=match[0]
                )
                break


def _written(entity: str, *, latex: bool) -> str:
    character = html.unescape(re.sub(r"[\\{}]", "", entity))
    if len(character) != 1:
        return entity
    return f"\\{character}" if latex and character in SPECIAL else character


rule = Rule("TEXT007", "html-entity", check)
