"""Work that was retracted.

## What it does
With `--online` or `--registry`, flags a DOI whose record says that the work was retracted,
withdrawn, or is under an expression of concern.

## Why it matters
Whoever cites it should know, and say so.

## Example
    - % doi.org has it retracted
    + % doi.org knows the DOI
      @misc{a, doi = {10.1000/181}}

## When it is wrong
Where the retraction is the reason to cite it; allow it there.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule

GRAVE = {
    "retracted": "was retracted",
    "withdrawn": "was withdrawn",
    "concern": "is under an expression of concern",
}


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the record carries such a notice."""
    looked = case.looked_up
    if looked and looked.status in GRAVE:
        yield Finding("doi", f"the work {GRAVE[looked.status]}")


rule = Rule("DOI016", "work-retracted", check, level="error")
