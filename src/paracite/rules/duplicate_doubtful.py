"""Two references that may be one work.

## What it does
Flags pairs on which the evidence is divided: equal DOIs with other titles, equal titles with
other authors.

## Why it matters
Either they are one work, or one of the two has something of the other.

## Example
      @article{a, author = {Liu, T.}, title = {Chinese Paradiplomacy}, doi = {10.1177/2158244019899048}, year = {2020}, volume = {10}}
    - @article{b, author = {Smith, S.}, title = {Introduction}, doi = {10.1177/2158244019899048}, year = {2015}, volume = {53}}

## When it is wrong
Often: a doubt is a doubt. Off by default; `paracite dedupe` lists the same pairs, and
`paracite review` remembers what is decided.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for the later reference of each pair in doubt."""
    for twin in case.doubts:
        yield Finding("", f"may be the same work as {twin.key}: {twin.why}")


rule = Rule("DUP002", "duplicate-doubtful", check, level="note", default=False)
