"""Address of a library's proxy, a search or a shortener.

## What it does
Flags addresses through `ezproxy` and the like, results of a search, and short links.

## Why it matters
A proxy lets only its members in, a search finds other things tomorrow, and a shortener
hides where it leads and may end.

## Example
    - url = {https://www-jstor-org.ezproxy.uni.edu/stable/3330188},
    + url = {https://www.jstor.org/stable/3330188},

## When it is wrong
For a work about these services.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule

KINDS = (
    (
        "a library’s proxy",
        re.compile(
            r"https?://[^/]*(?:\bezproxy\b|\bproxy\.lib|\blibproxy\b|\.idm\.oclc\.org|\bproxy\d?\.[\w-]+\.(?:edu|ac)\b|login\?(?:q?url)=)",
            re.IGNORECASE,
        ),
    ),
    (
        "a search",
        re.compile(
            r"https?://(?:www\.|scholar\.)?google\.[a-z.]+/(?:search|url|scholar)\b|https?://(?:www\.)?(?:bing|duckduckgo)\.com/(?:search|\?q)",
            re.IGNORECASE,
        ),
    ),
    (
        "a shortener",
        re.compile(
            r"https?://(?:bit\.ly|tinyurl\.com|goo\.gl|t\.co|ow\.ly|is\.gd|buff\.ly)/\w",
            re.IGNORECASE,
        ),
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for the first kind the address is of."""
    url = case.reference.url.strip()
    for what, form in KINDS if url else ():
        if match := form.match(url):
            yield Finding("url", f"the address is that of {what}, not of the work", at=match[0])
            return


rule = Rule("URL007", "url-indirect", check)
