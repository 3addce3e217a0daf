"""Letters that were lost.

## What it does
Flags the replacement character `\ufffd`, and in names a question mark within a word: `M?ller`.

## Why it matters
An encoding was wrong once, and which letter it was cannot be told from the text.

## Example
    - author = {M?ller, Jan},
    + author = {M\u00fcller, Jan},

## When it is wrong
Never known to be, in names.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule
from paracite.rules._names import FIELDS

WORD = re.compile(r"[^\W\d_]+\?+[^\W\d_]+")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each field with a letter lost."""
    for name, text in case.prose:
        if "\ufffd" in text:
            yield Finding(name, "a letter was lost here", at="\ufffd")
        elif "?" in text and name in FIELDS and (match := WORD.search(text)):
            yield Finding(name, f"a letter was lost in {match[0]}", at=match[0])


rule = Rule("TEXT006", "letter-lost", check, level="error")
