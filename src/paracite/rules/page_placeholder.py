"""Stand-in for pages.

## What it does
Flags pages such as `n/a`, `--`, `0`, `1--` and `???`.

## Why it matters
It prints; what is not known is better left out.

## Example
    - pages = {n/a--n/a},
      title = {Snow},

## When it is wrong
Where only the first page is known (`1--`); the fix keeps it, and is unsafe.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule

STAND_IN = re.compile(
    r"(?:n/?a|none|null|nan|tba|tbd|xx+|0+|\?+|no|no pages|unknown|[-\u2013\u2014\s])+",
    re.IGNORECASE,
)
OPEN = re.compile(r"(\d+)\s*[-\u2013\u2014]+\s*(?:\?+|n/a|xx+|0+)?", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the page field holds a stand-in, or a range that is left open."""
    written = case.text("page").strip()
    if not written or written.isdecimal():
        return
    if STAND_IN.fullmatch(written):
        yield Finding("page", f"“{written}” are no pages", Fix({"page": ""}, safe=False))
    elif match := OPEN.fullmatch(written):
        yield Finding("page", f"“{written}” has no last page", Fix({"page": match[1]}, safe=False))


rule = Rule("NUM005", "page-placeholder", check)
