"""Citekey used twice.

## What it does
Flags every entry whose citekey an earlier one has.

## Why it matters
BibTeX stops at it or takes the first; the second can never be cited.

## Example
      @book{lee1999, title = {One}}
    - @book{lee1999, title = {Two}}
    + @book{lee1999b, title = {Two}}

## When it is wrong
Never: where both are the same work, one of them is to go.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when a reference before this one has the same key."""
    key = case.reference.citekey
    alike = case.listing.by_key.get(key.casefold(), ()) if key else ()
    if len(alike) < 2:
        return
    first = next(each for each in alike if each.citekey == key)
    if first is not case.reference:
        where = f" in line {first.origin.line}" if first.origin.line else ""
        yield Finding("citekey", f"the key {key} stands already{where}")


rule = Rule("KEY001", "duplicate-key", check, level="error")
