"""Citekeys that differ in case only.

## What it does
Flags a citekey that an earlier one equals but for capitals.

## Why it matters
BibTeX ignores case in keys and calls it a repeated entry; biber does not: the same file
gives two results.

## Example
      @book{Lee1999, title = {One}}
    - @book{lee1999, title = {Two}}
    + @book{lee1999b, title = {Two}}

## When it is wrong
Where only biber is ever used.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when a key before this one differs in case only."""
    key = case.reference.citekey
    alike = case.listing.by_key.get(key.casefold(), ()) if key else ()
    if len(alike) < 2 or alike[0] is case.reference:
        return
    if all(each.citekey != key for each in alike if each is not case.reference):
        yield Finding("citekey", f"the key {key} differs from {alike[0].citekey} in case only")


rule = Rule("KEY002", "key-case-clash", check)
