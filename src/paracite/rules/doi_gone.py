"""DOI that was deleted.

## What it does
With `--online` or `--registry`, flags a DOI that its agency has withdrawn.

## Why it matters
It leads to a notice instead of the work, which mostly has another DOI now.

## Example
    - % doi.org has it deleted
    + % doi.org knows the DOI
      @misc{a, doi = {10.1000/181}}

## When it is wrong
Never known to be: the registry says it itself.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the registry lists the DOI as deleted."""
    looked = case.looked_up
    if looked and looked.status == "deleted":
        yield Finding("doi", f"the DOI {case.reference.doi} was deleted: look for the work’s own")


rule = Rule("DOI014", "doi-deleted", check, level="error")
