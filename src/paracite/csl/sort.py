"""The order of entries and cites by a style's sort keys.

Source: CSL 1.0.2 specification, "Sorting": empty values come last, either way.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeVar

from paracite.csl.areas import Area, Key
from paracite.csl.citationlabel import citation_label
from paracite.csl.context import Cite, Context
from paracite.csl.entry import Entry
from paracite.csl.marks import plain
from paracite.csl.nameform import NameForm
from paracite.reference import DATE_FIELDS, NAME_FIELDS
from paracite.text import fold

NAMES = frozenset(name.replace("_", "-") for name in NAME_FIELDS)
DATES = frozenset(name.replace("_", "-") for name in DATE_FIELDS)
Sorted = TypeVar("Sorted")


def ordered(
    area: Area, things: Iterable[Sorted], of: Callable[[Sorted], tuple[Entry, Cite | None]]
) -> list[Sorted]:
    """Sort what stands for entries by an area's keys; equal ones keep their order."""
    result = list(things)
    for key in reversed(area.keys):
        keyed = [(_value(key, *of(each)), each) for each in result]
        filled = [(collated(value), each) for value, each in keyed if value]
        filled.sort(key=lambda pair: pair[0], reverse=key.descending)
        result = [each for _value_, each in filled] + [each for value, each in keyed if not value]
    return result


@lru_cache(maxsize=65536)
def collated(text: str) -> tuple[str, str, str]:
    """Make a key for the order of dictionaries: letters, then accents, then small before capital."""
    bare = text.replace("’", " ").replace("'", " ").lstrip('“”‘"([ ')
    return fold(bare), bare.casefold(), bare.swapcase()


def _value(key: Key, entry: Entry, cite: Cite | None) -> str:
    if not key.variable:
        return plain(key.render(Context(entry, cite, in_sort=True)))
    variable = key.variable
    if variable == "citation-label":
        return entry.raw(variable) or citation_label(entry)
    if variable == "citation-number":
        return f"{entry.number:09d}"
    if variable in DATES:
        date = entry.date(variable)
        return date.sort_key if date else ""
    if variable in NAMES:
        return _names(entry, variable, key.demote)
    value = plain(entry.text(variable))
    return f"{int(value):09d}" if value.isdecimal() else value


def _names(entry: Entry, variable: str, demote: str) -> str:
    form = NameForm(demote=demote)
    return "\n".join(form.sort_key(person) for person in entry.names(variable))
