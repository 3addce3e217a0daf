r"""Citation of a reference that the list lacks.

## What it does
With `--cited FILE`, flags keys that a manuscript cites and the list has not.

## Why it matters
They print as question marks.

## Example
      % with a manuscript that says \cite{snow}
    - @misc{ice, title = {Ice}}
    + @misc{snow, title = {Snow}}

## When it is wrong
Where the manuscript uses a second list.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each key that is cited and not defined."""
    known = {reference.citekey for reference in case.listing.references}
    for key in sorted((case.listing.cited or frozenset()) - known - {"*"}):
        yield Finding("", f"{key} is cited but not in the list", offset=0)


rule = Rule("KEY006", "key-undefined", check, level="error", once=True)
