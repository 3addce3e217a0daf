"""Parts that cannot be what their label says, whatever the labeller's margin."""

import re
from collections.abc import Callable
from dataclasses import replace

from paracite.fields import dates
from paracite.fields.lexicons import lexicon
from paracite.parsing.parts import Part
from paracite.text import words

IMPOSSIBLE = 0.3  #: how sure such a part is at most
DIGIT = re.compile(r"\d")


def checked(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return the parts, those with impossible values as less sure.

    >>> [part.confidence for part in checked((Part("author", "Lee 2003"), Part("title", "Ice")))]
    [0.3, 1.0]
    """
    years = {
        str(year) for part in parts if part.label == "date" and (year := dates.year(part.text))
    }
    return tuple(
        replace(part, confidence=min(part.confidence, IMPOSSIBLE))
        if _is_impossible(part, years)
        else part
        for part in parts
    )


def _is_impossible(part: Part, years: set[str]) -> bool:
    if part.label == "pages":
        return part.text.strip(" .,;:()") in years
    return IMPOSSIBLE_IN.get(part.label, _never)(part.text)


def _never(_: str) -> bool:
    return False


def _no_name(text: str) -> bool:
    """Return whether a list of names has a number in it."""
    return bool(DIGIT.search(text))


def _no_title(text: str) -> bool:
    """Return whether a title has no word but small ones."""
    return all(word in lexicon("stop_words") or len(word) < 2 for word in words(text))


IMPOSSIBLE_IN: dict[str, Callable[[str], bool]] = {
    "author": _no_name,
    "editor": _no_name,
    "translator": _no_name,
    "title": _no_title,
    "date": lambda text: dates.printed(text) is None,
}
