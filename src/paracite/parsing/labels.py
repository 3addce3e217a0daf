"""The labels that references bear in a list: numbers, keys, and the dots of an unnumbered one."""

import re
from collections import Counter
from collections.abc import Sequence

from paracite.parsing.shapes import ENDED

NUMBER = re.compile(
    r"^\s*(?:\[\s?(\d{1,4})\s?\]|\((\d{1,4})\)|(\d{1,4})[.)\]](?!\d)|(\d{1,4})\s{1,4}(?=\D)|【(\d{1,4})】|［(\d{1,4})］)\s*\S"
)
KEY = re.compile(r"^\s*\[\s?([^\W\d_][^\[\]]{1,39})\]:?\s+(?=[^\W_]|[\"“„«'(\[—–])")
KEYED = re.compile(
    r"\d|^[^\W\d_]{3,}$|^[A-Z][a-z]*[A-Z+]"
)  #: what a key has and few remarks in brackets do
PLAIN_KEY = re.compile(r"[^\W\d_][^\s/]*\d")  #: what stands in brackets nowhere else
MARK = re.compile(r"^\s*([•·▪▫◦‣●○■□➢►✓❖*]|[-–—](?=\s))\s*(?=\S)")
ALONE = re.compile(
    r"[\[(]?\s?\d{1,4}\s?[\])]?[.:]?|\[[^\[\]]{2,20}\]"
)  #: a label with nothing behind it
REMARKS = frozenset(
    ["internet", "online", "cited", "accessed", "sic", "anon", "abstract", "editorial"]
)
BARE = 4  #: the form of `NUMBER` that no sign sets off from the text
STEP = 3  #: numbers that may be missing in a row
LINES = 12  #: of one reference, at most, over a whole list
MOST = 0.8  #: share of references that bear the same mark


def numbered(lines: Sequence[str]) -> list[int]:
    """Return the lines whose numbers, all of one form, count up from the first.

    A list that stands among others may begin with any number.
    """
    starts: list[int] = []
    expected = form = None
    for at, line in enumerate(lines):
        match = NUMBER.match(line)
        if not match or (form and match.lastindex != form):
            continue
        number = int(match[match.lastindex or 0])
        again = number == 1 and at > 0 and not lines[at - 1].strip()
        if expected is None:
            begins = number < STEP or match.lastindex != BARE
        else:
            begins = again or number in range(expected, expected + STEP)
        if begins:
            starts.append(at)
            expected, form = number + 1, match.lastindex
    return starts if _is_enough(lines, starts) else []


def keyed(lines: Sequence[str]) -> list[int]:
    """Return the lines that begin with a key in brackets: `[Lee03]`, `[RFC 9110]`."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    found = [at for at in filled if _key(lines[at])]
    before = dict(zip(filled[1:], filled, strict=False))
    starts = [
        at
        for at in found
        if PLAIN_KEY.match(_key(lines[at]))
        or at not in before
        or at - before[at] > 1
        or ENDED.search(lines[before[at]].rstrip())
    ]
    keys = [_key(lines[at]) for at in starts]
    return starts if len(set(keys)) > MOST * len(keys) and _is_enough(lines, starts) else []


def marked(lines: Sequence[str]) -> list[int]:
    """Return the lines that begin with the dot, star or dash of an unnumbered list."""
    found = [(at, match[1]) for at, line in enumerate(lines) if (match := MARK.match(line))]
    if not found:
        return []
    mark, _ = Counter(mark for _, mark in found).most_common(1)[0]
    starts = [at for at, each in found if each == mark]
    return starts if _is_enough(lines, starts) else []


def key(text: str) -> tuple[str, str]:
    """Return the key that a reference begins with, and the rest of it; `""` for none."""
    return (found, text[match.end() :]) if (match := KEY.match(text)) and (found := _key(text)) else ("", text)  # fmt: skip


def without(text: str) -> str:
    """Return a line without the number, key or dot that it begins with."""
    number = NUMBER.match(text)
    return text[number.end() - 1 :] if number else key(without_mark(text))[1]


def without_mark(text: str) -> str:
    """Return a reference without the dot or star that it begins with."""
    return MARK.sub("", text, count=1)


def _key(line: str) -> str:
    match = KEY.match(line)
    if not match:
        return ""
    words = match[1].strip()
    remark = words.split()[0].casefold().strip(".,:") in REMARKS or "/" in words
    return words if KEYED.search(words) and not remark else ""


def _is_enough(lines: Sequence[str], starts: Sequence[int]) -> bool:
    filled = sum(map(bool, map(str.strip, lines)))
    first = next((at for at, line in enumerate(lines) if line.strip()), None)
    return len(starts) > 1 and starts[0] == first and filled <= LINES * len(starts)
