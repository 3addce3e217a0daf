"""Address without its scheme.

## What it does
Flags a URL that starts with `www.` or a domain instead of `https://`.

## Why it matters
Links made of it lead into the own folder.

## Example
    - url = {www.sistercities.org/guide},
    + url = {https://www.sistercities.org/guide},

## When it is wrong
For sites that still only know `http`; so the fix is unsafe.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule

BARE = re.compile(r"(?:www\.[\w-]+\.|[\w-]+\.(?:com|org|net|edu|gov|int)\b)[^\s@]*", re.IGNORECASE)
BROKEN = re.compile(
    r"(?:https?:/(?!/)|https?//|ttps?://|hhttps?://|htp://)(?=[\w/])", re.IGNORECASE
)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the address has no scheme, or a mistyped one."""
    written = case.text("url").strip()
    if BARE.fullmatch(written):
        yield Finding(
            "url", "the address lacks https://", Fix({"url": f"https://{written}"}, safe=False)
        )
    elif match := BROKEN.match(written):
        mended = f"https://{written[match.end() :].lstrip('/')}"
        yield Finding(
            "url", f"“{match[0]}” is mistyped", Fix({"url": mended}, safe=False), at=match[0]
        )


rule = Rule("URL004", "url-without-scheme", check)
