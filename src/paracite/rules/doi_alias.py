"""DOI that stands for another one now.

## What it does
With `--online` or `--registry`, flags a DOI that its agency has made an alias.

## Why it matters
It still leads to the work, but the work is registered, cited and counted under the other one.

## Example
    - % doi.org has it as an alias
    + % doi.org knows the DOI
      @misc{a, doi = {10.1000/181}}

## When it is wrong
Never known to be; the old one keeps working.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the record stands under another DOI."""
    looked = case.looked_up
    if looked and looked.status == "alias":
        yield Finding(
            "doi", f"the DOI {case.reference.doi} is an alias of {looked.doi or 'another'}"
        )


rule = Rule("DOI015", "doi-alias", check)
