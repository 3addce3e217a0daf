"""Formula that is never closed.

## What it does
Flags an odd number of `$` in a title of a .bib file.

## Why it matters
LaTeX stops, often many lines later.

## Example
    - title = {Growth of $x^2 in snow},
    + title = {Growth of $x^2$ in snow},

## When it is wrong
For a price in dollars: it needs a backslash there too.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule

DOLLAR = re.compile(r"(?<!\\)\$")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the dollar signs of a title do not pair."""
    for field in ("title", "container_title") if case.entry else ():
        text = case.text(field)
        if "$" in text and len(DOLLAR.findall(text)) % 2:
            yield Finding(field, "a $ has no partner", at="$")


rule = Rule("TEXT008", "formula-not-closed", check, level="error")
