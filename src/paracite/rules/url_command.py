r"""LaTeX around an address.

## What it does
Flags `\url{…}` or `\href{…}` within the field `url` of a .bib file.

## Why it matters
Styles put it themselves; nested it stops LaTeX, and other tools see no address.

## Example
    - url = {\url{https://sistercities.org/}},
    + url = {https://sistercities.org/},

## When it is wrong
Never in `url`; in `howpublished` and `note` it is right and left.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule

COMMAND = re.compile(r"\s*\\url\s*\{([^{}]*)\}\s*|\s*<(https?://[^<>\s]+)>\s*")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the address is wrapped in a command or angle brackets."""
    written = case.text("url") if case.entry else ""
    if match := COMMAND.fullmatch(written):
        bare = match[1] or match[2] or ""
        yield Finding("url", "the field takes the address alone", Fix({"url": bare}))


rule = Rule("URL008", "url-in-command", check)
