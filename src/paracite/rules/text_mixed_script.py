"""Letters of another script within a word.

## What it does
Flags a Cyrillic or Greek letter that looks like a Latin one, within a Latin word, and the
reverse.

## Why it matters
The word looks right and is never found.

## Example
    - title = {The fed\u0435ral bargain},
    + title = {The federal bargain},

## When it is wrong
For names of things such as `\u03b1-synuclein`: letters beside a hyphen or number are words of their
own, and Greek beside Latin is left where it is no look-alike.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule

CYRILLIC = "\u0430\u0435\u043e\u0440\u0441\u0445\u0443\u0456\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0406"
LATIN = "aeopcxyiABEKMHOPCTXI"
ALIKE = re.compile(f"[{CYRILLIC}]")
TO_LATIN = str.maketrans(CYRILLIC, LATIN)
WORD = re.compile(
    rf"[A-Za-z\u00c0-\u024f]{{2,}}[{CYRILLIC}][A-Za-z\u00c0-\u024f]*|[A-Za-z\u00c0-\u024f]*[{CYRILLIC}][A-Za-z\u00c0-\u024f]{{2,}}"
)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each field with a Latin word that holds a Cyrillic look-alike."""
    for name, text in case.prose:
        if text.isascii() or not ALIKE.search(text):
            continue
        if match := WORD.search(text):
            new = WORD.sub(lambda found: found[0].translate(TO_LATIN), text)
            message = f"a letter in {match[0]} is Cyrillic, though it looks Latin"
            yield Finding(name, message, Fix({name: new}), at=match[0])


rule = Rule("TEXT009", "mixed-scripts", check)
