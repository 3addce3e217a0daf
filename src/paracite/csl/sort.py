"""The order of entries and cites by a style's sort keys.

Source: CSL 1.0.2 specification, "Sorting": empty values come last, either way.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

from paracite.csl.areas import Area, Key
from paracite.csl.citationlabel import citation_label
from paracite.csl.context import Cite, Context
from paracite.csl.entry import Entry
from paracite.csl.marks import plain
from paracite.csl.nameform import NameForm
from paracite.text import fold

DATES = frozenset(
    ("accessed", "available-date", "event-date", "issued", "original-date", "submitted")
)
EMPTY = ("", "")
DIGITS = re.compile(r"\d+")
SIGNS = re.compile(r"[^\w\s$+<=>^`|~°©®±×÷]|_")  #: what does not count in an order
LONGEST = 12  #: digits of a number that is compared as one
Sorted = TypeVar("Sorted")


def ordered(
    area: Area, things: Iterable[Sorted], of: Callable[[Sorted], tuple[Entry, Cite | None]]
) -> list[Sorted]:
    """Sort what stands for entries by an area's keys; equal ones keep their order."""
    return _by(area.keys, list(things), of)


def _by(
    keys: Sequence[Key], things: list[Sorted], of: Callable[[Sorted], tuple[Entry, Cite | None]]
) -> list[Sorted]:
    """Sort by the first key, and what is equal in it by the rest."""
    if not keys or len(things) < 2:
        return things
    key, *rest = keys
    alike: dict[tuple[str, str], list[Sorted]] = {}
    for each in things:
        alike.setdefault(collated(_value(key, *of(each))), []).append(each)
    empty = alike.pop(EMPTY, [])
    values = sorted(alike, reverse=key.descending)
    return [each for value in values for each in _by(rest, alike[value], of)] + _by(rest, empty, of)


@lru_cache(maxsize=65536)
def collated(text: str) -> tuple[str, str]:
    """Make a key for the order of dictionaries: letters, numbers by their value, then accents.

    Quotation marks, apostrophes, hyphens and all other punctuation do not count.
    """
    bare = text if text.isalnum() else SIGNS.sub("", text).strip()
    if DIGITS.search(bare):
        bare = DIGITS.sub(lambda match: match[0].zfill(LONGEST), bare)
    return fold(bare), bare.casefold()


def _value(key: Key, entry: Entry, cite: Cite | None) -> str:
    if not key.variable:
        return plain(key.plan(entry.shape)(Context(entry, cite, in_sort=True)))
    variable = key.variable
    if variable == "citation-label":
        return entry.raw(variable) or citation_label(entry)
    if variable == "citation-number":
        return f"{entry.number:09d}"
    if variable in DATES:
        date = entry.date(variable)
        return date.sort_key if date else ""
    if isinstance(entry.item.get(variable), list):
        return _names(entry, variable, key.demote)
    value = plain(entry.text(variable))
    return value.zfill(9) if value.isdecimal() else value


def _names(entry: Entry, variable: str, demote: str) -> str:
    form = NameForm(demote=demote)
    return "\n".join(form.sort_key(person) for person in entry.names(variable))
