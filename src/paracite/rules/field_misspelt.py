"""Field whose name is mistyped.

## What it does
Flags a field of a .bib file that no style knows and that is one or two letters from one that
all know: `jounral`, `publiser`.

## Why it matters
BibTeX passes over unknown fields in silence: the value never prints.

## Example
      title = {Snow},
    - jounral = {Nature},
    + journal = {Nature},

## When it is wrong
For a field of your own that happens to be near another.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule
from paracite.rules._fields import KNOWN, nearest


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each unknown field near a known one that the entry lacks."""
    if case.entry is None:
        return
    for name in case.entry.fields.keys() - KNOWN:
        meant = nearest(name)
        if meant and meant not in case.entry.fields:
            yield Finding(name, f"no style knows the field {name}; {meant} was meant?")


rule = Rule("REQ003", "field-misspelt", check)
