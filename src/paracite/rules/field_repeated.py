"""Field given twice in one entry.

## What it does
Flags every field whose name stands in the entry before.

## Why it matters
BibTeX takes the first and biber the last: one value never prints.

## Example
      year = {2020},
    - year = {2021},

## When it is wrong
For `keywords` and `file`, which some programs repeat on purpose.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule

MANY = frozenset(["keywords", "keyword", "file", "url", "annotation", "note", "comment"])


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each repeated field."""
    for field in case.entry.repeated if case.entry else ():
        if field.name.casefold() not in MANY:
            yield Finding(
                "", f"the field {field.name} stands in this entry already", offset=field.start
            )


rule = Rule("BIB002", "field-repeated", check, level="error")
