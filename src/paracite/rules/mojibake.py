"""Text decoded in the wrong encoding.

## What it does
Flags text that is UTF-8 read in another encoding, where undoing that is proven to give
letters: `√Čtudes` for `Études`.

## Why it matters
It prints as nonsense, and neither titles nor authors are found by it.

## Example
    - journal = {√Čtudes internationales},
    + journal = {Études internationales},

## When it is wrong
Very rarely, where someone writes about mojibake.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule
from paracite.rules._texts import differing
from paracite.text import repair_mojibake


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each field that reads better in another encoding."""
    found = False
    for name, text in case.prose:
        if not text.isascii() and (mended := repair_mojibake(text)) != text:
            bad, good = differing(text, mended)
            found = True
            yield Finding(name, f"{bad!r} is {good!r} decoded wrongly", Fix({name: mended}), at=bad)
    printed = case.printed
    if not found and not printed.isascii() and (mended := repair_mojibake(printed)) != printed:
        bad, good = differing(printed, mended)
        yield Finding("printed", f"printed {bad!r}, which is {good!r} decoded wrongly", at=bad)


rule = Rule("TEXT001", "mojibake", check)
