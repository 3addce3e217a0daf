r"""LaTeX in a DOI.

## What it does
Flags `\_`, `{\_}`, `\%` and the like in the `doi` of a .bib file.

## Why it matters
biblatex and most tools take the field as it stands, and the DOI leads nowhere.

## Example
    - doi = {10.1007/978-3-540-71101-8{\_}5},
    + doi = {10.1007/978-3-540-71101-8_5},

## When it is wrong
For old styles of BibTeX that print the field as text; off by default.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule

ESCAPED = re.compile(r"\{\\([_%&#])\}|\\([_%&#])")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when a character of the DOI is escaped."""
    written = case.text("doi") if case.entry else ""
    if "\\" in written and (match := ESCAPED.search(written)):
        bare = ESCAPED.sub(lambda found: found[1] or found[2], written)
        yield Finding(
            "doi", f"{match[0]} stands for LaTeX, not for a DOI", Fix({"doi": bare}), at=match[0]
        )


rule = Rule("DOI009", "doi-escaped", check, default=False)
