"""Titles of one work as different sources write them."""

from paracite.fields.markup import plain
from paracite.text import words


def same_title(one: str, other: str) -> bool:
    """Return whether two titles may be those of one work: most words of the shorter are shared.

    An empty title may be any work's.
    """
    if one == other:
        return True
    first, second = set(words(plain(one))), set(words(plain(other)))
    if not first or not second:
        return True
    return 2 * len(first & second) > min(len(first), len(second))
