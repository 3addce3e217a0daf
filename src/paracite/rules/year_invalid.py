"""Year that is none.

## What it does
Flags a year that is no number of four digits, and months and days that no calendar has.

## Why it matters
Styles sort and cite by it.

## Example
    - year = {20011},
    + year = {2011},

## When it is wrong
For antiquity, and for words such as "in press" and "n.d.": those are left.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule

WORDS = re.compile(
    r"in press|forthcoming|to appear|submitted|accepted|under review|in preparation|in review"
    r"|n\.?\s?d\.?|s\.?\s?a\.?|no date|undated|unpublished|tba|tbd|\?+|circa|c\.|ca\.|o\.\s?J\.|o\.\s?D\."
    r"|unknown|draft|preprint|present|ongoing|online|advance|early|first|ahead|\bbce?\b|\bce\b|\bad\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"\D*\d{4}\D*|\D*\d{4}\D+\d{2,4}\D*|[-+]?\d{4}\D.*|\d{1,2}(?:th|st|nd|rd)\b.*")
ISO = re.compile(r"-?\d{4}-(\d\d)(?:-(\d\d))?")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for a year or date of a .bib file that no calendar has."""
    if case.entry is None:
        return
    year = case.entry.text("year").strip(" {}~")
    plain = len(year) == 4 and year.isdecimal()
    if (
        year
        and not plain
        and not YEAR.fullmatch(year)
        and any(c.isdigit() for c in year)
        and not WORDS.search(year)
    ):
        yield Finding("year", f"“{year}” is no year")
    for match in ISO.finditer(case.entry.text("date")):
        month, day = int(match[1]), int(match[2] or 1)
        if not (1 <= month <= 12 and 1 <= day <= 31) and not 21 <= month <= 41:
            yield Finding("date", f"no calendar has {match[0]}", at=match[0])
    month_text = case.entry.text("month").strip()
    if month_text.isdigit() and not 1 <= int(month_text) <= 12:
        yield Finding("month", f"there is no month {month_text}")


rule = Rule("DATE002", "date-impossible", check)
