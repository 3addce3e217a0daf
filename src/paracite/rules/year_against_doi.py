"""Year that the DOI contradicts.

## What it does
Flags a year three or more away from the one that the publisher put into the DOI, as in
`10.1016/j.cell.2015.03.001` or in the SICI of old DOIs.

## Why it matters
Either the year or the DOI is another work's.

## Example
      doi = {10.1080/11926422.2015.1031261},
    - year = {2005},
    + year = {2015},

## When it is wrong
For reprints, and where a publisher put the year of digitising into the DOI. Differences of
one or two years, between the article online and in print, are left.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule

# How publishers write a year into the suffix; two digits are of this century.
FORMS = (
    re.compile(r"10\.\d+/.*?[a-z)]\.?((?:19|20)\d\d)\.\d{2,}"),  # j.cell.2015.03.001
    re.compile(r"10\.\d+/\d{8}\.((?:19|20)\d\d)\.\d{5,}"),  # 11926422.2015.1031261
    re.compile(r"10\.\d+/(?:\(sici\))?s?\d{4}-\d{3}[\dx]\(((?:19|20)\d\d)\d{0,4}\)"),  # SICI
    re.compile(r"10\.1038/s\d{5}-0?(\d\d)-\d{4,5}-[\dxyz]"),  # s41586-015-01234-5
    re.compile(r"10\.1177/\d{7}[\dx](\d\d)\d{6}"),  # ISSN, year, number
    re.compile(r"10\.1109/[a-z]+\.((?:19|20)\d\d)\.\d{5,}"),
    re.compile(r"10\.1145/\d+\.((?:19|20)\d\d)\.\d+"),
)
TOLERANCE = 2


def year_of(doi: str) -> int | None:
    """Return the year that a DOI has in it, or None."""
    for form in FORMS:
        if match := form.match(doi):
            return int(match[1]) if len(match[1]) == 4 else 2000 + int(match[1])
    return None


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when year and DOI are too far apart."""
    issued = case.reference.issued
    if not case.reference.doi or not issued or not issued.year:
        return
    year = year_of(case.doi)
    if year and year <= case.listing.today.year + 1 and abs(year - issued.year) > TOLERANCE:
        yield Finding("issued", f"the year is {issued.year}, but the DOI says {year}")


rule = Rule("DATE003", "year-against-doi", check)
