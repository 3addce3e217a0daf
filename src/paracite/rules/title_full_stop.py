"""Full stop at the end of a title.

## What it does
Flags a title that ends in a full stop, abbreviations apart.

## Why it matters
Styles put their own; two would print.

## Example
    - title = {The territorial dimension of politics.},
    + title = {The territorial dimension of politics},

## When it is wrong
For a title that ends in an abbreviation not known here; most are short or have other stops.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule

STOP = re.compile(r"(?<![.\s])([^\W\d_]{4,}[\])'”}]*|\d{3,}|[\])”])\.(\}*)\s*\Z")
ABBREVIATIONS = re.compile(
    r"(?:\b(?:Corp|Assoc|Dept|Univ|Proc|Trans|Rept|Bros|Comp|[Ee]tc|Appl|Phys|Chem|Math|Conf)|\.\w+)\.\}*\s*\Z"
)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the title ends in a full stop that is no abbreviation's."""
    title = case.text("title")
    if "." in title[-4:] and STOP.search(title) and not ABBREVIATIONS.search(title):
        bare = STOP.sub(r"\1\2", title)
        yield Finding("title", "a title ends without a full stop", Fix({"title": bare}))


rule = Rule("TITLE002", "title-full-stop", check)
