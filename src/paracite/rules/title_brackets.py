"""Title wholly in square brackets.

## What it does
Flags a title that brackets enclose from end to end.

## Why it matters
Brackets mean a translation or a description put by the one who cites; mostly they were
left by a reference manager or PubMed.

## Example
    - title = {[Diplomacy and International Law]},
    + title = {Diplomacy and International Law},

## When it is wrong
For an untitled work with a description in brackets, and a translated title. So the fix is
unsafe.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule


def enclosed(text: str) -> bool:
    """Return whether one pair of square brackets encloses the text."""
    text = text.rstrip(". ")
    return len(text) > 2 and text[0] == "[" and text[-1] == "]" and "]" not in text[1:-1]


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the title, or the title as printed, is in brackets."""
    title = case.text("title").strip()
    bare = title[1:-1] if title[:1] == "{" and title[-1:] == "}" else title
    if enclosed(bare):
        inside = bare.rstrip(". ")[1:-1].strip()
        yield Finding(
            "title", "the title is in square brackets", Fix({"title": inside}, safe=False)
        )
    elif case.printed and f"[{case.reference.title}]" in case.printed:
        yield Finding(
            "printed", "the title is printed in square brackets", at=f"[{case.reference.title}]"
        )


rule = Rule("TITLE004", "title-in-brackets", check)
