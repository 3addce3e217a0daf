"""Empty place in a list of names.

## What it does
Flags `and` at the start or end of a list of names in a .bib file, and `and and`.

## Why it matters
A name is missing, or BibTeX prints an empty one.

## Example
    - author = {Liu, T. and and Song, Y. and},
    + author = {Liu, T. and Song, Y.},

## When it is wrong
Never: between two `and` stands a name.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule
from paracite.rules._names import FIELDS

EMPTY = re.compile(r"\A\s*and\s|\sand\s*,?\s*\Z|\sand\s+and(?=\s)", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each list of names with an empty place."""
    for field in FIELDS if case.entry else ():
        written = case.text(field)
        if match := EMPTY.search(written):
            names = [
                part for part in re.split(r"(?:\A|\s)and(?=\s|\Z)", written) if part.strip(" ,")
            ]
            new = " and ".join(part.strip() for part in names)
            yield Finding(
                field,
                "a name is missing beside “and”",
                Fix({field: new}, safe=False),
                at=match[0].strip(),
            )


rule = Rule("NAME015", "empty-name", check)
