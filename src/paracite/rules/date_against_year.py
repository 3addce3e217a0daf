"""Date and year of one entry that differ.

## What it does
Flags an entry with both `date` and `year` whose years are not the same.

## Why it matters
biblatex takes the one and BibTeX the other.

## Example
      date = {2015-03-01},
    - year = {2005},
    + year = {2015},

## When it is wrong
Never: one of the two is wrong.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule

YEAR = re.compile(r"\s*(\d{4})\b")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when both fields start with a year and these differ."""
    if case.entry is None or "date" not in case.entry.fields:
        return
    date, year = YEAR.match(case.entry.text("date")), YEAR.match(case.entry.text("year"))
    if date and year and date[1] != year[1]:
        yield Finding("year", f"the year is {year[1]}, but the date says {date[1]}")


rule = Rule("DATE007", "date-against-year", check)
