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
MEETING = re.compile(f"([{SIGNS} ])([{marks.SET}]*{JOINT}[{marks.SET}]*)([{SIGNS} ])")
AFTER_QUOTE = re.compile(f"({QUOTE_END}[{marks.END}{QUOTE_END}]*)({JOINT}+)([,.])")
SPACES = re.compile(f" ([{marks.SET}]*) +")


def joined(rich: str, *, in_quotes: bool) -> str:
    """Resolve every joint of `rich`; a comma or full stop goes into the quotes before it."""
    if in_quotes and QUOTE_END in rich:
        rich = AFTER_QUOTE.sub(r"\2\3\1\2", rich)
    if "  " in rich or JOINT in rich:
        rich = _met(SPACES.sub(r" \1", rich))
    return rich


def _met(rich: str) -> str:
    position = 0
    while match := MEETING.search(rich, position):
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
