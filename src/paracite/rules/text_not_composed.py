"""Letters with accents apart.

## What it does
Flags text in which letter and accent are two characters, as macOS writes file names.

## Why it matters
Two names that look the same are not found the same, and many fonts show them wrongly.

## Example
    - author = {Mu\u0308ller, Jan},
    + author = {M\u00fcller, Jan},

## When it is wrong
Never known to be: the composed form is the same text.

Source: Unicode Standard Annex 15, form NFC.
"""

import unicodedata
from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule
from paracite.rules._texts import differing


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each field that is not in Unicode's composed form."""
    for name, text in case.prose:
        if text.isascii() or unicodedata.is_normalized("NFC", text):
            continue
        composed = unicodedata.normalize("NFC", text)
        word, _ = differing(text, composed)
        yield Finding(
            name, f"letters and accents are apart in {word!r}", Fix({name: composed}), at=word
        )


rule = Rule("TEXT003", "text-not-composed", check)
