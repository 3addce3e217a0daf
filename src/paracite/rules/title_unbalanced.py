"""Bracket or quotation mark without its partner.

## What it does
Flags a title with an opening bracket or quotation mark that is never closed, or the reverse.

## Why it matters
Part of the title is missing, or a program cut it at the wrong place.

## Example
    - title = {Diplomacy (in theory},
    + title = {Diplomacy (in theory)},

## When it is wrong
For enumerations such as `a) first` and half-open intervals; titles with formulas and single
closing brackets after a letter or number are left.
"""

import re
from collections.abc import Iterator

from paracite.fields.markup import plain
from paracite.rules import Case, Finding, Rule

PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))
ENUMERATION = re.compile(r"(?<!\w)\w{1,3}\)")
INTERVAL = re.compile(r"[\[(]\s*[-\w.+∞]+\s*[,;]\s*[-\w.+∞]+\s*[\])]")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for the first pair that does not match in the title."""
    title = plain(case.reference.title)
    if "$" in title or "\\" in title:
        return
    for opening, closing in PAIRS:
        if opening == "“" and '"' in title:  # “ may be closed by a straight mark
            continue
        if title.count(opening) == title.count(closing):
            continue
        text = INTERVAL.sub(
            "", ENUMERATION.sub("", title) if opening == "(" and opening not in title else title
        )
        if text.count(opening) != text.count(closing):
            mark = opening if text.count(opening) > text.count(closing) else closing
            yield Finding("title", f"“{mark}” has no partner in the title", at=mark)
            return


rule = Rule("TITLE012", "title-unbalanced", check)
