"""Names set apart by semicolons or ampersands in a .bib file.

## What it does
Flags `;` between names, and `&` between two that have initials or commas.

## Why it matters
BibTeX wants `and`; with anything else several people become one.

## Example
    - author = {Liu, T.; Song, Y.},
    + author = {Liu, T. and Song, Y.},

## When it is wrong
For an institution with a semicolon in its name; braces around it say so.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule
from paracite.rules._names import FIELDS

SEMICOLON = re.compile(r"(?<![&\w]amp)\s*;\s*(?:and\s+)?(?=\w)")
AMPERSAND = re.compile(r"(?<=[.,])\s*,?\s*\\?&\s+(?=\w[\w’'-]+, ?\w|(?:\w\. ?)+\w)")
BRACED = re.compile(r"\{[^{}]*\}")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each list of names with a wrong separator outside of braces."""
    for field in FIELDS if case.entry else ():
        written = case.text(field)
        if ";" not in written and "&" not in written:
            continue
        if "{" in written or "\\" in AMPERSAND.sub("", written) or re.search(r"&#?\w+;", written):
            continue
        mended = AMPERSAND.sub(" and ", SEMICOLON.sub(" and ", written))
        if mended != written:
            wrong = ";" if SEMICOLON.search(written) else "&"
            yield Finding(
                field,
                f"names are set apart by “and”, not by “{wrong}”",
                Fix({field: mended}),
                at=wrong,
            )


rule = Rule("NAME008", "names-by-semicolons", check, level="error")
