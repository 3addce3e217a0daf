"""What may stand around any element: formatting, quotes, affixes, display.

Source: CSL 1.0.2 specification, "Affixes", "Display", "Formatting", "Quotes".
"""

import re
from collections.abc import Callable

from paracite.csl import marks
from paracite.csl.marks import END, JOINT, QUOTE, QUOTE_END
from paracite.csl.textcase import text_case
from paracite.csl.xmltree import Element

LATIN = re.compile("[A-Za-z\u00c0-\u052f]")
CLASHING = " .,:;!?"
ENGLISH = re.compile(r"en(?![a-z])", re.IGNORECASE)
ENGLISH_ONLY = {"title": "", "sentence": "capitalize-first"}  #: and what is done elsewhere
Change = Callable[[str], str]


def wrapper(tree: Element, *, affixes: bool = True) -> Change:
    """Return the function that puts an element's formatting and affixes around its text.

    It must not be called with empty text.
    """
    start, end = formatting(tree)
    if tree.get("quotes") == "true":
        start, end = QUOTE + start, end + QUOTE_END
    if affixes:
        start, end = jointed(tree.get("prefix")) + start, end + jointed(tree.get("suffix"))
    display = marks.DISPLAYS.get(tree.get("display"))
    if display:
        start, end = display + start, end + END
    if not start and not end:
        return as_is
    if marks.ITALIC in start:
        upright = start.replace(marks.ITALIC, "", 1), end.replace(END, "", 1)
        return lambda text: (
            f"{upright[0]}{text}{upright[1]}" if _is_cjk(text) else f"{start}{text}{end}"
        )
    return lambda text: f"{start}{text}{end}"


def formatting(tree: Element) -> tuple[str, str]:
    """Return the marks that open and close an element's own formatting."""
    opened = [mark for (name, value), mark in marks.FORMATS.items() if tree.get(name) == value]
    return "".join(opened), END * len(opened)


def changes(tree: Element, language: str = "en") -> Change:
    """Return the function for `strip-periods` and `text-case` of text in `language`.

    Title case is for English only; sentence case lowers words in English only.
    """
    case = tree.get("text-case")
    if case in ENGLISH_ONLY and not is_english(language):
        case = ENGLISH_ONLY[case]
    steps: list[Change] = []
    if tree.get("strip-periods") == "true":
        steps.append(lambda text: text.replace(".", ""))
    if case:
        steps.append(text_case(case, language))
    return both(*steps, *(as_is,) * (2 - len(steps)))


def dresser(tree: Element) -> Change:
    """Return the function for all that an element does to its text, which must not be empty."""
    return both(changes(tree), wrapper(tree))


def both(first: Change, second: Change) -> Change:
    """Return one change that is two, or the one of them that changes anything."""
    if first is as_is:
        return second
    return first if second is as_is else lambda text: second(first(text))


def _is_cjk(text: str) -> bool:
    """Return whether text is Chinese, Japanese or Korean only: those scripts have no italics."""
    return not text.isascii() and any(map(_is_han, text)) and not LATIN.search(text)


def _is_han(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff" or character >= "\uac00"


def delimiter(text: str) -> str:
    """Return a delimiter with the places marked where signs may meet."""
    return f"{JOINT}{text}{JOINT}" if text else ""


def jointed(text: str) -> str:
    """Mark the ends of an affix where signs may meet others."""
    if not text:
        return ""
    before, after = text[0] in CLASHING, text[-1] in CLASHING
    return (JOINT if before else "") + text + (JOINT if after else "")


def is_english(language: str) -> bool:
    """Return whether a language tag is one of English."""
    return bool(ENGLISH.match(language))


def as_is(text: str) -> str:
    """Change nothing."""
    return text
