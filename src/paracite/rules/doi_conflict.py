"""DOI of another work.

## What it does
With `--online` or `--registry`, flags a DOI whose record disagrees with the reference, and says
in which fields.

## Why it matters
Readers who follow it land on something else.

## Example
    - % doi.org has another title
    + % doi.org knows the DOI
      @misc{a, doi = {10.1000/181}}

## When it is wrong
Where the publisher's record is wrong, or in another language.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when record and reference are of two works."""
    looked = case.looked_up
    if looked and looked.verdict == "conflict" and looked.status != "deleted":
        why = f": {looked.note}" if looked.note else ""
        yield Finding("doi", f"the DOI {case.reference.doi} is another work’s{why}")


rule = Rule("DOI013", "doi-of-other-work", check, level="error")
