"""Acronym that BibTeX will write small.

## What it does
Flags words of a .bib title with capitals after their first letter, outside of braces.

## Why it matters
Styles that write titles as sentences make `DNA` to `dna`.

## Example
    - title = {Structure of DNA in water},
    + title = {Structure of {DNA} in water},

## When it is wrong
With biblatex styles and others that keep capitals, it only adds noise: off by default.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule

BRACES = re.compile(r"\{(?:[^{}]|\{[^{}]*\})*\}|\$[^$]*\$|\\[A-Za-z]+")
ACRONYM = re.compile(r"(?<![\w\\{$])[A-Za-z]*[A-Za-z][A-Z][A-Za-z]*(?![\w}])")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for a title with such words; one in capitals is left to TITLE001."""
    title = case.text("title") if case.entry else ""
    if not title or title.isupper():
        return
    hidden = BRACES.sub(lambda match: "\0" * len(match[0]), title)
    found = list(ACRONYM.finditer(hidden))
    if found:
        new = title
        for match in reversed(found):
            new = f"{new[: match.start()]}{{{match[0]}}}{new[match.end() :]}"
        words = ", ".join(dict.fromkeys(match[0] for match in found))
        yield Finding(
            "title",
            f"{words}: braces keep the capitals",
            Fix({"title": new}, safe=False),
            at=found[0][0],
        )


rule = Rule("TITLE006", "acronym-without-braces", check, default=False)
