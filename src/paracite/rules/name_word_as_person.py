"""Word of the running text taken for a person.

## What it does
Flags names whose family name is a season, month, article or word of a journal's line:
`Autumn, I. R.`, `States, F.`, `The, S.`.

## Why it matters
The people were made up by a program from a line such as "Publius, Vol. 14, No. 4, Federated
States and International Relations (Autumn, 1984)".

## Example
    - author = {Duchacek, I. D. and States, F. and Autumn, I. R.},
    + author = {Duchacek, I. D.},

## When it is wrong
For one of the few people with such a name.
"""

import re
from collections.abc import Iterator

from paracite.reference import Name
from paracite.rules import Case, Finding, Rule
from paracite.rules._names import FIELDS
from paracite.text import fold

WORDS = frozenset(
    [
        "autumn",
        "january",
        "february",
        "september",
        "october",
        "november",
        "december",
        "the",
        "and",
        "states",
        "nations",
        "studies",
        "sciences",
        "relations",
        "affairs",
        "quarterly",
        "proceedings",
        "transactions",
        "annals",
        "volume",
        "vol",
        "vols",
        "issue",
        "pages",
        "abstract",
        "editors",
        "university",
        "journal",
        "review",
        "introduction",
        "conference",
        "symposium",
        "retrieved",
        "international",
        "research",
        "politics",
        "economics",
        "copyright",
        "available",
        "references",
    ]
)
INITIALS = re.compile(r"(?:[A-Za-z]\.?[\s-]?){1,5}")


def check(case: Case) -> Iterator[Finding]:
    """Yield one finding for each list of names that has such words in it."""
    for field in FIELDS:
        names = case.names(field)
        found = [n for n in names if fold(n.family) in WORDS and INITIALS.fullmatch(n.given)]
        if found:
            yield _finding(field, found, len(names))


def _finding(field: str, found: list[Name], count: int) -> Finding:
    listed = "; ".join(f"{name.family}, {name.given}" for name in found)
    person = "a person" if len(found) == 1 else "people"
    others = f": check all {count} names" if count > len(found) else ""
    return Finding(field, f"“{listed}” is hardly {person}{others}", at=found[0].family)


rule = Rule("NAME010", "word-as-person", check)
