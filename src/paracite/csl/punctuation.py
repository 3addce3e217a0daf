"""What happens where two parts meet: doubled punctuation, spaces, punctuation in quotes.

Affixes and delimiters carry a `JOINT` mark on the side that may clash, so the
punctuation inside a field is never touched.
"""

import re

from paracite.csl import marks
from paracite.csl.marks import JOINT, QUOTE_END

SIGNS = ".,:;!?"
# What two signs become; the same sign twice becomes one, any other pair stays.
MERGED = {
    "!.": "!",
    "!:": "!",
    "?.": "?",
    "?:": "?",
    ":.": ":",
    ":!": "!",
    ":?": "?",
    ";:": ";",
    ";.": ";",
    ";!": "!",
    ";?": "?",
    **{sign * 2: sign for sign in (*SIGNS, " ")},
    ", ,": ",",
    ". .": ".",
}
# Across the end of a quotation only a full stop meets the sign before it.
_within = f"(?:(?!{QUOTE_END})[{marks.SET}])*{JOINT}(?:(?!{QUOTE_END})[{marks.SET}])*"
_across = f"[{marks.SET}]*{JOINT}[{marks.SET}]*(?=[.])"
_moved = f"(?<={JOINT}[{SIGNS}])[{marks.SET}]*{JOINT}[{marks.SET}]*(?=[:;])"  # from outside
MEETING = re.compile(f"([{SIGNS} ])({_within}|{_across}|{_moved})([{SIGNS} ])")
CANDIDATE = re.compile(f"{JOINT}(?<=[{SIGNS} {marks.SET}]{JOINT})[{marks.SET}]*[{SIGNS} ]")
MARKS = marks.OPENING + marks.CLOSING + JOINT
AFTER_QUOTE = re.compile(f"({marks.END}*)({QUOTE_END}[{marks.END}{QUOTE_END}]*)({JOINT}+)([,.!?])")
SPACES = re.compile(f" ([{marks.SET}]*) +")


def joined(rich: str, *, in_quotes: bool) -> str:
    """Resolve every joint of `rich`; a comma or full stop goes into the quotes before it."""
    if in_quotes and QUOTE_END in rich:
        moved = 1
        while moved:  # one sign after the other
            rich, moved = AFTER_QUOTE.subn(_moved_in, rich)
    if "  " in rich or JOINT in rich:
        rich = _met(SPACES.sub(r" \1", rich))
    return rich


def _moved_in(match: re.Match[str]) -> str:
    """Move a sign into the quotes, and into what the style, not the field, sets the text in."""
    ends, closing, joint, sign = match.groups()
    of_field = len(ends)
    while of_field and _opening(match.string, match.start() + of_field) in marks.STYLED:
        of_field -= 1
    return f"{ends[:of_field]}{joint}{sign}{ends[of_field:]}{closing}{joint}"


def _opening(rich: str, end: int) -> str:
    """Return the mark that opens what ends before `end`."""
    opened: list[str] = []
    closed = ""
    for match in marks.ANY.finditer(rich, 0, end):
        if match[0] in marks.OPENING:
            opened.append(match[0])
        elif match[0] in marks.CLOSING:
            closed = opened.pop()
    return closed


def _met(rich: str) -> str:
    position = 0
    while near := CANDIDATE.search(rich, position):
        start = near.start() - 1
        while start and rich[start] in MARKS:
            start -= 1
        match = MEETING.match(rich, start)
        if match is None:
            position = near.end() - 1
            continue
        left, between, right = match.groups()
        pair = MERGED.get(left + right)
        start, end = match.span()
        if pair is None:
            position = match.start(3)
        elif pair == right != left:
            rich = rich[:start] + between + right + rich[end:]
            position = max(0, start - 8)
        else:
            rich = rich[:start] + pair + between + rich[end:]
            position = start
    return rich.replace(JOINT, "")
