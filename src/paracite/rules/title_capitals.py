"""Title in capitals.

## What it does
Flags a title of three words or more whose letters are nearly all capitals.

## Why it matters
Styles can make capitals of small letters, but not undo capitals.

## Example
    - title = {ON THE ORIGIN OF SPECIES BY NATURAL SELECTION},
    + title = {On the Origin of Species by Natural Selection},

## When it is wrong
For a title of acronyms alone. The fix would have to know names, so there is none.
"""

import re
from collections.abc import Iterator

from paracite.fields.markup import plain
from paracite.rules import Case, Finding, Rule

WORD = re.compile(r"[^\W\d_]+")
FORMULA = re.compile(r"\$[^$]*\$|\\[A-Za-z]+")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the title is written in capitals."""
    title = plain(case.reference.title)
    if title.islower() or (not title[1:2].isupper() and not title[:4].isupper()):
        return
    words = WORD.findall(FORMULA.sub(" ", title))
    long = [word for word in words if len(word) > 3 and word.upper() != word.lower()]
    if len(words) >= 3 and len(long) >= 2 and all(word.isupper() for word in long):
        yield Finding("title", "the title is in capitals")


rule = Rule("TITLE001", "title-capitals", check)
