"""Names set apart by commas in a .bib file.

## What it does
Flags a name with three commas or more: BibTeX wants `and` between names.

## Why it matters
All of them become one person, and BibTeX complains of too many commas.

## Example
    - author = {Ivo Duchacek, Robert Keohane, Joseph Nye, Yao Song},
    + author = {Ivo Duchacek and Robert Keohane and Joseph Nye and Yao Song},

## When it is wrong
Never: a name has two commas at most. An institution with commas needs braces around it.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule
from paracite.rules._names import FIELDS, parts

PROTECTED = re.compile(r"\s*\{[^{}]*\}\s*")  #: all of it in braces is one institution
OTHERWISE = frozenset("{=;")  #: signs of names that are written in another way
WHOLE = re.compile(r"(?:[A-Z][\w.’'-]*\s)+[A-Z][\w’'-]{2,}")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each name that has too many commas outside of braces."""
    for field in FIELDS if case.entry else ():
        written = case.text(field)
        if written.count(",") < 3 or PROTECTED.fullmatch(written):
            continue
        for part in parts(written):
            if OTHERWISE.isdisjoint(part) and part.count(",") > 2:
                yield _finding(field, written, part)


def _finding(field: str, written: str, part: str) -> Finding:
    names = [piece.strip() for piece in part.split(",")]
    new = written.replace(part, " and ".join(names))
    fix = Fix({field: new}, safe=False) if all(map(WHOLE.fullmatch, names)) else None
    return Finding(field, "names are set apart by “and”, not by commas", fix, at=part.strip())


rule = Rule("NAME007", "names-by-commas", check, level="error")
