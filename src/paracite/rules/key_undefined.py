r"""Citation of a reference that the list lacks.

## What it does
With `--cited FILE`, flags each place where a manuscript, or a file that it includes, cites a key
which the list has not.

## Why it matters
They print as question marks.

## Example
      % with a manuscript that says \cite{snow}
    - @misc{ice, title = {Ice}}
    + @misc{snow, title = {Snow}}

## When it is wrong
Where the manuscript uses a list that is not checked with this one.
"""

from collections.abc import Iterator

from paracite.manuscripts import EVERYTHING
from paracite.rules import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each place that cites a key which is not defined."""
    if case.listing.cited is None:
        return
    known = {reference.citekey for reference in case.listing.references} | {EVERYTHING}
    known |= case.listing.aliases.keys()
    for place in case.listing.cited.keys:
        if place.sure and place.key not in known:
            yield Finding("", f"{place.key} is cited but not in the list", cited=place)


rule = Rule("KEY006", "key-undefined", check, level="error", once=True)
