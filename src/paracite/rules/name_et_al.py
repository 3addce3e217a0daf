"""“et al.” among the names.

## What it does
Flags `et al.`, `et. al`, `u.a.` and the like in a list of names.

## Why it matters
It is taken for a person; in BibTeX the words for names left out are `and others`.

## Example
    - author = {Liu, T. and Song, Y. and {et al.}},
    + author = {Liu, T. and Song, Y. and others},

## When it is wrong
Never known to be.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule
from paracite.rules._names import FIELDS

ET_AL = re.compile(
    r"\s*(?:,|;|\\?&|\band\b)?\s*(?<!\w)\{?et\.?\s*al\b\.?\}?(?:\s*,?\s*\.?)(?=\s+and\b|\s*\Z)",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when a list of names of a .bib file ends so, or a name of another list."""
    for field in FIELDS:
        written = case.text(field) if case.entry else " and ".join(map(str, case.names(field)))
        match = ET_AL.search(written) if "al" in written and "et" in written else None
        if match:
            kept = ET_AL.sub("", written).strip(" ,;")
            fix = Fix({field: f"{kept} and others"}) if case.entry and kept else None
            yield Finding(
                field, "“et al.” is no name; write “and others”", fix, at=match[0].strip()
            )


rule = Rule("NAME004", "et-al-as-name", check)
