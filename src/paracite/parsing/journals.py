"""Journals known by name: where in a row of tokens one is printed, in full or abbreviated."""

import re
import zlib
from collections.abc import Sequence
from functools import lru_cache

from paracite.parsing import known
from paracite.parsing.known import SHORTEST, SMALL
from paracite.parsing.tokens import canonical

LONGEST = 10  #: tokens of a name that is looked for
NO, BEGINS, GOES_ON, ENDS, ALONE = range(5)
STATES = 5
BEFORE = re.compile(
    r"[^\w\s]$|^[Ii]n$|^//|^[(“\"]?(?:19|20)\d\d"
)  #: a token that a name may follow
BEHIND = re.compile(r"[.,;:)»”\"]$")  #: a token that may end one
NUMBER = re.compile(r"^\W*\d|^[Vv]ol|^[\[(]|^[A-Z]?\d|^//")  #: a token that may follow one


def marks(listed: Sequence[str]) -> list[int]:
    """Return for each token whether a known journal's name begins, goes on or ends there."""
    found = [NO] * len(listed)
    seen = [_seen(token) for token in listed]
    at = 0
    while at < len(listed):
        word, _, _, _ = seen[at]
        length = _length(seen, at) if word and (not at or seen[at - 1][1]) else 0
        if length == 1:
            found[at] = ALONE
        elif length:
            found[at : at + length] = [BEGINS, *[GOES_ON] * (length - 2), ENDS]
        at += length or 1
    return found


@lru_cache(maxsize=65536)
def _seen(token: str) -> tuple[str, bool, bool, bool]:
    """Return a token's word, and whether a name may begin behind, end on, or end before it."""
    return (
        canonical(token),
        bool(BEFORE.search(token)),
        bool(BEHIND.search(token)),
        bool(NUMBER.match(token)),
    )


def _length(seen: Sequence[tuple[str, bool, bool, bool]], start: int) -> int:
    """Return how many tokens the longest known name takes that begins at `start`; 0 for none."""
    best, telling, names = 0, "", known.names("journals")
    for at in range(start, min(start + LONGEST, len(seen))):
        word, _, ends, _ = seen[at]
        if word and word not in SMALL:
            telling = f"{telling} {word}" if telling else word
        may_end = ends or at + 1 == len(seen) or seen[at + 1][3]
        if len(telling) >= SHORTEST and may_end and zlib.crc32(telling.encode()) in names:
            best = at + 1 - start
    return best
