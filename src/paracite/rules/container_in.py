"""“In” before the name of a book or proceedings.

## What it does
Flags a container that starts with `In:` or with `In` before `Proceedings`, `The` and the like.

## Why it matters
Styles put their own "In"; two would print.

## Example
    - booktitle = {In: Menghadapi Kebangkitan China},
    + booktitle = {Menghadapi Kebangkitan China},

## When it is wrong
For a journal whose name starts so (`In Vitro`, `In Practice`): only words that follow a printed
"In" are looked at.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule

IN = re.compile(
    r"\{?\s*[Ii]n(?::\s*|\s+(?=(?:\{?The\s|Proc(?:eedings|\.)|Advances in\b|International Conference|IEEE\b|ACM\b)))"
)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the container starts with a printed “In”."""
    written = case.text("container_title")
    if match := IN.match(written):
        brace = "{" * match[0].count("{")
        fix = Fix({"container_title": brace + written[match.end() :]})
        yield Finding("container_title", "styles put the “In” themselves", fix, at=match[0].strip())


rule = Rule("TITLE013", "container-with-in", check)
