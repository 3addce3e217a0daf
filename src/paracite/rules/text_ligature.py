"""Ligatures as characters.

## What it does
Flags `\ufb01`, `\ufb02` and the like, which copying from a PDF leaves.

## Why it matters
No search finds "\ufb01eld" for "field"; fonts make ligatures themselves.

## Example
    - title = {The \ufb01eld of snow},
    + title = {The field of snow},

## When it is wrong
For a work about these characters.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule

LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
LIGATURE = re.compile("[\ufb00-\ufb06]")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each field with a ligature in it."""
    for name, text in case.prose:
        if not text.isascii() and (match := LIGATURE.search(text)):
            plain = LIGATURE.sub(lambda found: LIGATURES[found[0]], text)
            yield Finding(
                name, f"the ligature {match[0]} is one character", Fix({name: plain}), at=match[0]
            )


rule = Rule("TEXT004", "ligature", check)
