"""Characters that nobody sees.

## What it does
Flags control characters, zero-width spaces, soft hyphens and byte-order marks in a field.

## Why it matters
LaTeX stops at some of them, and no search finds a word with one inside.

## Example
    - title = {Self\u200bGovernment},
    + title = {SelfGovernment},

## When it is wrong
For scripts that join letters by zero-width joiners: those two characters are left.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule

INVISIBLE = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\u00ad\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff]"
)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each field with such characters."""
    for name, text in case.prose:
        if text.isprintable() or not (match := INVISIBLE.search(text)):
            continue
        code = f"U+{ord(match[0]):04X}"
        yield Finding(
            name,
            f"the invisible character {code}",
            Fix({name: INVISIBLE.sub("", text)}),
            at=match[0],
        )


rule = Rule("TEXT002", "invisible-character", check)
