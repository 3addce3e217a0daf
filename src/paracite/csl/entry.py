"""An item made ready to be rendered: its variables as rich text, its names and dates parsed.

Everything is made on first use and kept, and the item itself is never changed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from paracite.csl import richtext
from paracite.csl.datevalue import DateValue, parse_date
from paracite.csl.person import OTHERS, Person, parse_names
from paracite.fields.identifiers import DOI_PREFIX

Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """What of an item decides which branches of a style it takes; many items share one."""

    type: str
    present: frozenset[str]  #: the variables it has, of those the style asks for


class Shapes(dict[tuple[str, frozenset[str]], Shape]):
    """The shapes of a list's items."""

    def __missing__(self, key: tuple[str, frozenset[str]]) -> Shape:
        """Make a shape that is new."""
        return self.setdefault(key, Shape(*key))


OTHER_NAMES = {  # names a variable has in older data
    "title-short": "shortTitle",
    "container-title-short": "journalAbbreviation",
    "event-title": "event",
    "event": "event-title",
}


class Entry:
    """One item of a bibliography, and what was decided about it as a member of the list."""

    __slots__ = (
        "_cut_short",
        "_dates",
        "_names",
        "_texts",
        "id",
        "item",
        "language",
        "number",
        "shape",
        "suffix",
        "type",
    )

    def __init__(self, item: Item, number: int, variables: frozenset[str], shapes: Shapes) -> None:
        """Read what of `variables` an item has; `shapes` are those of its list."""
        self.item = item = _with_notes(item)
        self.id = str(item.get("id", ""))
        self.type = str(item.get("type") or "")
        self.language = str(item.get("language") or "")
        self.number = number  #: citation number, from 1
        self.suffix = ""  #: year suffix as printed: a, b …
        self._texts: dict[str, str] = {}
        self._names: dict[str, tuple[Person, ...]] = {}
        self._dates: dict[str, DateValue | None] = {}
        self._cut_short = _cut_short(item)
        self.shape = shapes[self.type, self._present(variables)]

    def text(self, variable: str) -> str:
        """Return a variable as rich text, `""` where it is empty."""
        try:
            return self._texts[variable]
        except KeyError:
            self._texts[variable] = found = richtext.parse(self.raw(variable))
            return found

    def raw(self, variable: str) -> str:
        """Return a variable as the item has it, as a string."""
        value = self.item.get(variable)
        if value is None and variable in OTHER_NAMES:
            value = self.item.get(OTHER_NAMES[variable])
        if isinstance(value, str):
            text = richtext.printable(value.strip())
            return DOI_PREFIX.sub("", text, count=1) if variable == "DOI" else text
        if isinstance(value, (int, float)):
            return str(value)
        if variable == "page-first":
            return self.raw("page").replace("–", "-").partition("-")[0].strip()
        return ""

    def names(self, variable: str) -> tuple[Person, ...]:
        """Return a name variable; nothing usable is no name."""
        try:
            return self._names[variable]
        except KeyError:
            found = parse_names(self.item.get(variable))
            if variable in self._cut_short:
                found = (*found, Person(literal=OTHERS))
            self._names[variable] = found
            return found

    def date(self, variable: str) -> DateValue | None:
        """Return a date variable, or None where it is empty."""
        try:
            return self._dates[variable]
        except KeyError:
            self._dates[variable] = found = parse_date(self.item.get(variable))
            return found

    def _has(self, variable: str) -> bool:
        value = self.item.get(variable)
        if isinstance(value, str):
            return bool(value) and not value.isspace()
        if isinstance(value, list):
            return bool(self.names(variable))
        if isinstance(value, (dict, Mapping)):
            return self.date(variable) is not None
        return bool(self.raw(variable))

    def _present(self, variables: frozenset[str]) -> frozenset[str]:
        """Name those of `variables` that have a value, also under the names older data use."""
        names = {"page-first", *self.item}
        names.update(new for new, old in OTHER_NAMES.items() if old in self.item)
        return frozenset(filter(self._has, names & variables))


def _cut_short(item: Item) -> Sequence[str]:
    """Name the variables whose last names the source leaves out, as paracite marks them."""
    custom = item.get("custom")
    own = custom.get("paracite") if isinstance(custom, dict) else None
    others = own.get("others") if isinstance(own, dict) else None
    return others if isinstance(others, list) else ()


def _with_notes(item: Item) -> Item:
    """Add the variables written in the note, where there is one that may hold any."""
    note = item.get("note")
    if not isinstance(note, str) or ":" not in note:
        return item
    from paracite.csl import innotes

    return innotes.with_variables(item, note)
