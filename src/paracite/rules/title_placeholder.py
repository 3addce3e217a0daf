"""Stand-in for a title.

## What it does
Flags `Untitled`, `No title`, `Title`, `???` and the like as a title.

## Why it matters
It prints. A work without a title is cited by a description in brackets.

## Example
    - title = {[No title]},
    + title = {[Map of Kelowna]},

## When it is wrong
For a work of art called "Untitled", so those of type artwork are left.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule
from paracite.text import fold

STAND_INS = frozenset(
    [
        *("untitled", "no title", "title", "n/a", "unknown", "none", "tba", "tbd", "todo", "test"),
        *("no title available", "title unknown", "untitled document", "missing title", "new entry"),
        *("full text", "table of contents", "404 not found", "page not found", "just a moment"),
        *(
            "access denied",
            "pdf",
            "article",
            "document",
            "home",
            "redirecting",
            "sign in",
            "log in",
        ),
    ]
)
ART = frozenset(["graphic", "map", "motion_picture", "song", "musical_score", "performance"])


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the title is one of the known stand-ins."""
    title = fold(case.reference.title).strip(" []().…?!*-")
    if (
        case.reference.title
        and case.reference.type not in ART
        and (title in STAND_INS or not title)
    ):
        yield Finding("title", f"“{case.reference.title}” is no title")


rule = Rule("TITLE009", "title-placeholder", check)
