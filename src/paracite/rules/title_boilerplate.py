"""Text of a cover sheet or web page in the title.

## What it does
Flags what JSTOR, publishers' pages and file names leave in a title: `Stable URL`,
`Linked references are available on JSTOR`, `Microsoft Word - paper.doc`.

## Why it matters
The title prints with it, and the work is not found by it.

## Example
    - title = {Self-Government Stable URL : https://www.jstor.org/stable/3330188},
    + title = {Self-Government},

## When it is wrong
For a work about one of these services that quotes its words.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule

BOILERPLATE = re.compile(
    r"(?:stable url\s*:|linked references are available on jstor"
    r"|your use of the jstor archive|accessed:? \d\d[-/]\d\d[-/]\d{4}|all use subject to "
    r"|published by:? .{3,60} stable|downloaded from https?:|view the article online"
    r"|this content downloaded from|to cite this (?:article|version)"
    r"|article views:|(?:see|view) related articles|terms (?:and|&) conditions of (?:use|access)"
    r"|\| request pdf|\| springerlink|\| sciencedirect|- sciencedirect\Z|- pdf free download"
    r"|- researchgate|\| semantic scholar)",
    re.IGNORECASE,
)
# A word of each phrase, looked for first: most titles have none of them.
MARKS = (
    "jstor",
    "stable",
    "access",
    "subject",
    "publish",
    "download",
    "article",
    "content",
    "|",
    " - ",
)
FILE_NAME = re.compile(
    r"\AMicrosoft (?:Word|PowerPoint) - |\.(?:docx?|pdf|tex|dvi|pptx?)\Z", re.IGNORECASE
)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the title, or the text as printed, holds a known phrase."""
    title = case.text("title")
    if match := _phrase(title):
        before = title[: match.start()].strip()
        fix = Fix({"title": before}, safe=False) if before else None
        yield Finding(
            "title", f"{match[0].strip()!r} is no part of a title", fix, at=match[0].strip()
        )
    elif match := FILE_NAME.search(title):
        yield Finding("title", "the title is a file's name", at=match[0])
    elif match := _phrase(case.printed):
        yield Finding(
            "printed",
            f"printed with {match[0].strip()!r}, text of a cover sheet",
            at=match[0].strip(),
        )


def _phrase(text: str) -> re.Match[str] | None:
    folded = text.casefold()
    return BOILERPLATE.search(text) if any(mark in folded for mark in MARKS) else None


rule = Rule("TITLE003", "title-boilerplate", check)
