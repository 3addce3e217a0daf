"""Citekeys: made from author, year and title, stable and free of collisions."""

import re
from collections.abc import Iterable
from dataclasses import replace

from paracite.reference import Reference
from paracite.text import words

UNSAFE = re.compile(r"[^a-z0-9]")
# Words that carry no meaning at a title's start, in the languages lists are most often in.
EMPTY_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "on",
        "in",
        "of",
        "and",
        "for",
        "to",
        "is",
        "are",
        "what",
        "how",
        "de",
        "la",
        "le",
        "les",
        "l",
        "un",
        "une",
        "des",
        "du",
        "et",
        "el",
        "los",
        "las",
        "una",
        "y",
        "en",
        "der",
        "die",
        "das",
        "ein",
        "eine",
        "und",
        "von",
        "zu",
        "il",
        "lo",
        "gli",
        "i",
        "uno",
        "di",
        "e",
        "o",
        "os",
        "as",
        "um",
        "uma",
        "da",
        "do",
        "dari",
        "dan",
        "yang",
    ]
)


def with_citekeys(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """Give every reference that has no citekey one; the same list always gets the same keys."""
    listed = tuple(references)
    taken = {each.citekey.casefold() for each in listed if each.citekey}
    return tuple(each if each.citekey else _named(each, taken) for each in listed)


def citekey(reference: Reference) -> str:
    """Make the key of a reference: `duchacek1975external`."""
    names = reference.author or reference.editor
    name = names[0] if names else None
    who = _plain(name.family or name.literal.partition(" ")[0]) if name else ""
    year = reference.issued.year if reference.issued else None
    telling = (_plain(w) for w in words(reference.title) if w not in EMPTY_WORDS)
    what = next(filter(None, telling), "")
    return f"{who}{'' if year is None else year}{what}" or "reference"


def unused(key: str, taken: set[str]) -> str:
    """Give `key`, or the first of `keya`, `keyb` … `keyz`, `keyaa` … not in `taken` (folded)."""
    candidate, count = key, 0
    while candidate.casefold() in taken:
        count += 1
        candidate = key + _letters(count)
    return candidate


def _named(reference: Reference, taken: set[str]) -> Reference:
    key = unused(citekey(reference), taken)
    taken.add(key.casefold())
    return replace(reference, citekey=key)


def _plain(text: str) -> str:
    return UNSAFE.sub("", "".join(words(text)))


def _letters(count: int) -> str:
    letters = ""
    while count:
        count, digit = divmod(count - 1, 26)
        letters = chr(ord("a") + digit) + letters
    return letters
