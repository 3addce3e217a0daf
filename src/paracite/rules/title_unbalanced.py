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
    marks = (_alone(title, opening, closing) for opening, closing in PAIRS)
    if mark := next(filter(None, marks), ""):
        yield Finding("title", f"“{mark}” has no partner in the title", at=mark)


def _alone(title: str, opening: str, closing: str) -> str:
    """Return the mark of a pair that has no partner, or `""`."""
    if title.count(opening) == title.count(closing):
        return ""
    if opening == "“" and '"' in title:  # “ may be closed by a straight mark
        return ""
    text = ENUMERATION.sub("", title) if opening == "(" and opening not in title else title
    more = (found := INTERVAL.sub("", text)).count(opening) - found.count(closing)
    return opening if more > 0 else closing if more else ""


rule = Rule("TITLE012", "title-unbalanced", check)
