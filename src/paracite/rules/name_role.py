"""Role or degree within a name.

## What it does
Flags `(Ed.)`, `(eds)`, `Dr.`, `Prof.`, `PhD` and the like in a name.

## Why it matters
It prints as part of the name; editors belong into the field for editors.

## Example
    - author = {Aldecoa, Francisco (Ed.)},
    + editor = {Aldecoa, Francisco},

## When it is wrong
Where a degree is part of the name a person publishes under.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule
from paracite.rules._names import FIELDS

ROLE = re.compile(
    r"[\[(](?:eds?|editors?|trans|translators?|hrsg|hg|coords?|dir|comps?)\.?[\])]"
    r"|\A(?:Dr|Prof|Professor|PhD|Mr|Mrs|Ms)\.?\s|(?<=\s)Ph\.?\s?D\.?\Z|\APh\.?\s?D\.?\Z",
    re.IGNORECASE,
)
MARK = re.compile(r"[\[(]|[DMP][\w.]{1,9}\s|[DP]h?\.? ?[Dd]")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each name with a role or degree in it."""
    for field in FIELDS:
        if case.entry and not MARK.search(case.text(field)):
            continue
        for name in case.names(field):
            for part in (name.literal, name.given, name.family, name.suffix):
                if part and (match := ROLE.search(part)):
                    yield Finding(
                        field, f"“{match[0].strip()}” is no part of a name", at=match[0].strip()
                    )
                    break


rule = Rule("NAME013", "role-in-name", check)
