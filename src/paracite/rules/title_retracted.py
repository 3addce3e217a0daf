"""Title that says the work was withdrawn.

## What it does
Flags a title that starts with `RETRACTED`, `WITHDRAWN` or `Retraction notice`.

## Why it matters
The publisher marks so what nobody should rely on.

## Example
    - title = {RETRACTED ARTICLE: Snow in summer},
    + title = {Snow in winter},

## When it is wrong
Where the retraction itself is what is cited; allow it there.
"""

import re
from collections.abc import Iterator

from paracite.fields.markup import plain
from paracite.rules import Case, Finding, Rule

MARK = re.compile(
    r"\W*(?:RETRACTED|WITHDRAWN|TEMPORARY REMOVAL|Retract(?:ed|ion)(?: (?:article|chapter|paper|notice|note))?)\b\s*(?::|\Z|\]|\)|to\b|note\b|notice\b|ARTICLE|CHAPTER|PAPER)"
)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the title starts with such a mark."""
    if match := MARK.match(plain(case.reference.title)):
        mark = match[0].strip(" :[](){}")
        yield Finding("title", f"the title says “{mark}”: the work was withdrawn", at=mark)


rule = Rule("TITLE011", "title-retracted", check, level="error")
