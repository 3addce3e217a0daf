"""arXiv identifier that is none.

## What it does
Flags an `eprint` of arXiv in neither of the forms `2106.01234` and `hep-th/9901001`.

## Why it matters
The link that styles make of it leads nowhere.

## Example
      archiveprefix = {arXiv},
    - eprint = {2113.01234},
    + eprint = {2103.01234},

## When it is wrong
Never known to be: month and number are part of the scheme.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule
from paracite.rules._identifiers import ARXIV_LABEL

# Seven digits alone: an old number whose archive stands in `primaryclass`.
FORM = re.compile(
    r"(?:\d{7}|\d\d(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z-]+(?:\.[a-z-]+)?/\d\d(?:0[1-9]|1[0-2])\d{3})(?:v\d+)?(?:\s*\[[\w.-]+\])?(?:\.pdf)?",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the archive is arXiv and the identifier has no form of its."""
    if case.entry is None:
        return
    archive = case.entry.text("archiveprefix") or case.entry.text("eprinttype")
    eprint = ARXIV_LABEL.sub("", case.entry.text("eprint").strip()).strip()
    if eprint and archive.strip().casefold() == "arxiv" and not FORM.fullmatch(eprint):
        yield Finding("eprint", f"“{eprint}” is no arXiv identifier")


rule = Rule("ID003", "arxiv-malformed", check)
