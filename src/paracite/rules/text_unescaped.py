r"""Character that LaTeX takes for a command.

## What it does
Flags `&`, `%`, `#` and `_` without a backslash in a .bib file, outside of formulas and addresses.

## Why it matters
`&` and `_` stop LaTeX, and `%` hides the rest of the line.

## Example
    - journal = {Research & Policy},
    + journal = {Research \& Policy},

## When it is wrong
With tools that never run LaTeX, such as pandoc; they read the backslash all the same.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule

SPECIAL = re.compile(r"(?<!\\)[&%#_]")
APART = re.compile(
    r"\$[^$]*\$|\\\(.*?\\\)|\\(?:url|href|path|nolinkurl|ensuremath|cite\w*|ref|label|verb)\s*(?:\[[^\]]*\])?\{[^{}]*\}|https?://\S+|&#?\w+;|\S+@\S+|</?\w[^<>]*>",
    re.DOTALL,
)
PRINTED = frozenset(
    [
        "title",
        "subtitle",
        "author",
        "editor",
        "journal",
        "journaltitle",
        "booktitle",
        "series",
        "publisher",
        "school",
        "institution",
        "organization",
        "address",
        "location",
        "shorttitle",
        "maintitle",
    ]
)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each printed field of a .bib file with such a character."""
    for name, text in case.prose if case.entry else ():
        if name not in PRINTED or not SPECIAL.search(text):
            continue
        hidden = APART.sub(lambda match: "\0" * len(match[0]), text)
        found = list(SPECIAL.finditer(hidden))
        if found and hidden.count("$") == 0:
            new = text
            for match in reversed(found):
                new = f"{new[: match.start()]}\\{new[match.start() :]}"
            yield Finding(
                name,
                f"LaTeX needs \\{found[0][0]} for {found[0][0]}",
                Fix({name: new}),
                at=found[0][0],
            )


rule = Rule("TEXT005", "unescaped-character", check, level="error")
