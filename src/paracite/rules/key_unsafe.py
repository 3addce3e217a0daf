r"""Citekey with characters that break something.

## What it does
Flags a key with `#`, `%`, `~`, `\`, braces, quotes or white space in it.

## Why it matters
`\cite` cannot take it, or takes another key than meant.

## Example
    - @misc{lee~1999, title = {Snow}}
    + @misc{lee1999, title = {Snow}}

## When it is wrong
With tools that never run LaTeX.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule

UNSAFE = re.compile(r"[#%~\\{}\"\s]")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the key of an entry has such a character."""
    key = case.reference.citekey
    if case.entry and (match := UNSAFE.search(key)):
        yield Finding(
            "citekey", f"{match[0]!r} in a key breaks \\cite", offset=case.entry.key_start, at=key
        )


rule = Rule("KEY003", "key-unsafe", check)
