"""Label in a number.

## What it does
Flags `Vol.`, `no.`, `pp.` and the like in volume, issue or pages.

## Why it matters
Styles put their own; both would print.

## Example
    - volume = {Vol. 14},
    + volume = {14},

## When it is wrong
Never known to be: what follows must be a number.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule

LABELS = {
    "volume": re.compile(
        r"\s*(?:vol(?:ume|\.)?|v\.|bd\.|band|jg\.|том|т\.)[\s~]*(?=\d|[IVXLC]+\b)", re.IGNORECASE
    ),
    "issue": re.compile(
        r"\s*(?:no\.?|nr\.?|num(?:ber|\.)|issue|iss\.|n[°º]|№)[\s~]*(?=\d)", re.IGNORECASE
    ),
    "page": re.compile(
        r"\s*(?:pp?\.?|pages?|pgs?\.?|s\.|стр\.)[\s~]*(?=\d+\s*[-\u2013\u2014]|\d+\s*\Z)",
        re.IGNORECASE,
    ),
}
ARTICLES = frozenset(["article-journal", "article-magazine", "article-newspaper"])


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each number with a label before it."""
    for field, label in LABELS.items():
        if field == "issue" and case.reference.type not in ARTICLES:
            continue
        written = case.text(field)
        match = label.match(written)
        if match and not re.fullmatch(r"[ps]\d+.*", written, re.IGNORECASE):
            bare = written[match.end() :]
            yield Finding(
                field,
                f"styles put the “{match[0].strip()}” themselves",
                Fix({field: bare}),
                at=match[0].strip(),
            )


rule = Rule("NUM004", "label-in-number", check)
