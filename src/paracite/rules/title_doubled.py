"""Title that says the same twice.

## What it does
Flags a title whose second half repeats the first.

## Why it matters
It is a copy that went wrong, and the work is not found by it.

## Example
    - title = {The Federal Bargain The Federal Bargain},
    + title = {The Federal Bargain},

## When it is wrong
For the few titles that repeat themselves; two words or less in each half are left.
"""

from collections.abc import Iterator

from paracite.fields.markup import plain
from paracite.rules import Case, Finding, Fix, Rule
from paracite.text import words


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the words of the title are twice the same three or more."""
    found = words(plain(case.reference.title))
    half = len(found) // 2
    if half >= 3 and found[:half] == found[half:]:
        raw = case.text("title").split()
        once = " ".join(raw[: len(raw) // 2]).rstrip(" :;,.-")
        fix = Fix({"title": once}, safe=False) if words(once) == found[:half] else None
        yield Finding("title", "the title says the same twice", fix)


rule = Rule("TITLE008", "title-doubled", check)
