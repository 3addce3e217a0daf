"""Entry without a citekey.

## What it does
Flags an entry of a .bib file that has no key.

## Why it matters
It cannot be cited, and BibTeX reads its first field wrongly.

## Example
    - @misc{, title = {Snow}}
    + @misc{snow, title = {Snow}}

## When it is wrong
Never: every entry needs one.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the key is empty."""
    if case.entry and not case.reference.citekey and case.entry.type not in ("set", "xdata"):
        yield Finding("citekey", "the entry has no key", offset=case.entry.start, at="@")


rule = Rule("KEY004", "key-missing", check, level="error")
