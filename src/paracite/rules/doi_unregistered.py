"""DOI that no registry knows.

## What it does
With `--online` or `--registry`, flags a DOI that the registries asked do not have.

## Why it matters
It leads nowhere: it was mistyped, or never registered.

## Example
    - % doi.org has no such DOI
    + % doi.org knows the DOI
      @misc{a, doi = {10.1000/181}}

## When it is wrong
In the hours after a DOI was made, before it is registered. A network that fails is never
reported so.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the look-up ended with “not found”."""
    looked = case.looked_up
    if looked and looked.verdict == "not-found":
        yield Finding("doi", f"no registry knows the DOI {case.reference.doi}")


rule = Rule("DOI012", "doi-unregistered", check, level="error")
