"""Stand-in for an author that is not known.

## What it does
Flags `Anonymous`, `Unknown`, `No author`, `N/A`, `admin` and the like as a name.

## Why it matters
Styles have their own way to cite works without an author: the title comes first.

## Example
    - author = {Unknown},
      title = {Snow},

## When it is wrong
For works that are signed "Anonymous"; so the fix is unsafe.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule
from paracite.rules._names import FIELDS
from paracite.text import fold

STAND_INS = frozenset(
    [
        "anonymous",
        "anon",
        "anon.",
        "unknown",
        "unknown author",
        "no author",
        "n/a",
        "na",
        "none",
        "no author listed",
        "not available",
        "admin",
        "administrator",
        "author",
        "various",
        "n.n.",
        "various authors",
        "[anonymous]",
        "???",
        "?",
        "-",
        "tba",
        "n.a.",
        "no authors listed",
        "author unknown",
    ]
)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for a field of names that holds one stand-in and nothing else."""
    for field in FIELDS:
        names = case.names(field)
        if len(names) == 1 and fold(str(names[0])) in STAND_INS:
            yield Finding(field, f"“{names[0]}” stands in for a name", Fix({field: ""}, safe=False))


rule = Rule("NAME009", "author-placeholder", check)
