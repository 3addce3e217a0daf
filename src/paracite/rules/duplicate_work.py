"""The same work twice.

## What it does
Flags a reference that is the same work as another one in the list, by all that they say:
identifiers, title, names, year, place.

## Why it matters
It prints twice, or is cited under two numbers.

## Example
      @article{a, author = {Liu, Tianyang and Song, Yao}, title = {Chinese Paradiplomacy: A Theoretical Review}, journal = {SAGE Open}, volume = {10}, year = {2020}}
    - @article{b, author = {Liu, T. and Song, Y.}, title = {Chinese paradiplomacy: A theoretical review}, journal = {SAGE Open}, volume = {10}, year = {2020}}

## When it is wrong
Rarely: where the evidence is not enough, `paracite dedupe` asks instead. That command merges
them, too, and shows the evidence.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each reference of a cluster but the fullest."""
    twin = case.twin
    if twin:
        yield Finding("", f"the same work as {twin.key}: {twin.why}")


rule = Rule("DUP001", "duplicate-work", check)
