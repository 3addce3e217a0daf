"""One identifier on different works.

## What it does
Flags an arXiv, PubMed or ISBN number that stands on two works whose titles differ altogether;
for an ISBN only among whole books.

## Why it matters
On one of the two it is wrong.

## Example
      @misc{a, title = {Chinese Paradiplomacy}, eprint = {2106.01234}, archiveprefix = {arXiv}}
    - @misc{b, title = {Introduction}, eprint = {2106.01234}, archiveprefix = {arXiv}}
    + @misc{b, title = {Introduction}, eprint = {2106.04321}, archiveprefix = {arXiv}}

## When it is wrong
For the volumes of a set that share an ISBN.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule
from paracite.rules._titles import same_title


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each identifier that another work has too."""
    for field, identifier in case.listing.identifiers_of(case.reference):
        others = [
            each
            for each in case.listing.by_identifier[field, identifier]
            if not same_title(each.title, case.reference.title)
        ]
        if others:
            name = {"isbn": "ISBN", "pmid": "PMID", "eprint": "arXiv number"}[field]
            yield Finding(field, f"the {name} {identifier} stands on {others[0].citekey} too")


rule = Rule("ID006", "identifier-shared", check)
