"""Citekeys: made by a pattern from author, year and title, stable and free of collisions.

A pattern is plain text with `{author}` (family name of the first), `{authors}` (of up to
three), `{year}`, `{title}` (its first telling word) and `{words}` (the first three).
`{Author}` begins with a capital, `{AUTHOR}` is all capitals.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from paracite import config
from paracite.errors import ParaciteError
from paracite.fields import markup
from paracite.fields.words import KEY_STOP_WORDS
from paracite.reference import OTHERS, Reference
from paracite.text import words

PLACEHOLDER = re.compile(r"\{(\w*)\}")
UNSAFE = re.compile(r"[^a-z0-9]")
UNSAFE_LITERAL = re.compile(r"[^A-Za-z0-9_:.+/-]")


def with_citekeys(references: Iterable[Reference], pattern: str = "") -> tuple[Reference, ...]:
    """Return every reference that has no citekey one; the same list always gets the same keys.

    The pattern is by default the setting `citekey`.  Raises `ParaciteError` where it
    names no part there is, or has a character that no key may have.
    """
    listed = tuple(references)
    taken = {each.citekey.casefold() for each in listed if each.citekey}
    return tuple(each if each.citekey else _named(each, taken, pattern) for each in listed)


def citekey(reference: Reference, pattern: str = "") -> str:
    """Make the key of a reference: by default `duchacek1975external`."""
    pattern = pattern or config.load().citekey
    if UNSAFE_LITERAL.search(PLACEHOLDER.sub("", pattern)):
        raise ParaciteError(f"the citekey pattern {pattern!r} has a character no key may have")
    return PLACEHOLDER.sub(lambda match: _part(reference, match[1]), pattern) or "reference"


def unused(key: str, taken: set[str]) -> str:
    """Return `key`, or the first of `keya`, `keyb` … `keyz`, `keyaa` … not in `taken` (folded)."""
    candidate, count = key, 0
    while candidate.casefold() in taken:
        count += 1
        candidate = key + _letters(count)
    return candidate


def _named(reference: Reference, taken: set[str], pattern: str) -> Reference:
    key = unused(citekey(reference, pattern), taken)
    taken.add(key.casefold())
    return replace(reference, citekey=key)


def _part(reference: Reference, name: str) -> str:
    make = PARTS.get(name.lower())
    if make is None:
        hint = f"parts: {', '.join(f'{{{part}}}' for part in PARTS)}"
        raise ParaciteError(f"the citekey pattern has an unknown part {{{name}}}", hint)
    words_of = make(reference)
    if name.isupper():
        return "".join(words_of).upper()
    return "".join(word.capitalize() if name[0].isupper() else word for word in words_of)


def _families(reference: Reference) -> list[str]:
    names = [name for name in reference.author or reference.editor if name != OTHERS]
    return [_plain(name.family or name.literal.partition(" ")[0]) for name in names]


def _year(reference: Reference) -> list[str]:
    year = reference.issued.year if reference.issued else None
    return [] if year is None else [str(year)]


def _telling(reference: Reference) -> list[str]:
    plain = (
        _plain(word) for word in words(markup.plain(reference.title)) if word not in KEY_STOP_WORDS
    )
    return [word for word in plain if word]


PARTS: dict[str, Callable[[Reference], list[str]]] = {
    "author": lambda reference: _families(reference)[:1],
    "authors": lambda reference: _families(reference)[:3],
    "year": _year,
    "title": lambda reference: _telling(reference)[:1],
    "words": lambda reference: _telling(reference)[:3],
}


def _plain(text: str) -> str:
    return UNSAFE.sub("", "".join(words(text)))


def _letters(count: int) -> str:
    letters = ""
    while count:
        count, digit = divmod(count - 1, 26)
        letters = chr(ord("a") + digit) + letters
    return letters
