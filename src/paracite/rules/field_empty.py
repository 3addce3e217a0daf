"""Field without a value.

## What it does
Flags a field of a .bib file that holds nothing: `doi = {}`.

## Why it matters
BibTeX warns of it, and programs take it for a value that is known to be empty.

## Example
      title = {Snow},
    - doi = {},

## When it is wrong
Never: an empty field says nothing. Those named `OPT…` and `ALT…`, which editors put in to be
filled, are left. Required fields that are empty are REQ001's too.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule

EMPTY = frozenset(["{}", '""', "{{}}"])


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each field whose value is empty."""
    if case.entry is None:
        return
    for name, field in case.entry.fields.items():
        if name.startswith(("opt", "alt")):
            continue
        if len(field.value) < 16 and "".join(field.value.split()) in EMPTY:
            yield Finding(name, f"the field {field.name} is empty", Fix({name: ""}))


rule = Rule("BIB006", "field-empty", check, level="note")
