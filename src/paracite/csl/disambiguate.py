"""Telling cites apart that look the same: names, given names, a condition, year suffixes.

Each step takes the entries whose cites still look alike, and keeps only what tells some of
them apart.

Source: CSL 1.0.2 specification, "Disambiguation".
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from paracite.csl.areas import Area
from paracite.csl.context import NO_SETTINGS, SUBSEQUENT, Cite, Context, Settings
from paracite.csl.entry import Entry
from paracite.csl.marks import plain
from paracite.csl.nameform import FULL, INITIALS, NameForm
from paracite.csl.person import Person

Lists = list[tuple[Sequence[Person], NameForm]]  #: the name lists a cite prints
Group = list[Entry]
MANY_LISTS = MANY_TESTS = 20
Change = Callable[[Settings], Settings]


def disambiguate(area: Area, entries: Sequence[Entry]) -> dict[str, Settings]:
    """Settle how each entry's cites are told apart; year suffixes are set on the entries.

    `entries` come in the order of the bibliography, which is that of the suffixes.
    """
    return _Disambiguation(area).run(entries)


class _Disambiguation:
    """What is settled so far, by the id of the entry."""

    def __init__(self, area: Area) -> None:
        self.area = area
        self.settings: dict[str, Settings] = {}
        self.lists: dict[str, Lists] = {}
        self.tests = 0  #: `disambiguate` conditions the latest cite met

    def option(self, name: str) -> bool:
        return self.area.options.get(f"disambiguate-{name}") == "true"

    def run(self, entries: Sequence[Entry]) -> dict[str, Settings]:
        given = self.option("add-givenname")
        rule = self.area.options.get("givenname-disambiguation-rule", "by-cite")
        looks = {entry.id: self._look(entry, collect=True) for entry in entries}
        if given and rule != "by-cite":
            for entry in self._expand_names(entries, rule):
                looks[entry.id] = self._look(entry)
        for group in _alike((looks[entry.id], entry) for entry in entries):
            self._tell_apart(group, by_cite=given and rule == "by-cite")
        return self.settings

    def _look(
        self, entry: Entry, settings: Settings | None = None, *, collect: bool = False
    ) -> str:
        """Render a cite as it is printed where it is shortest."""
        chosen = settings or self.settings.get(entry.id, NO_SETTINGS)
        context = Context(entry, Cite(entry, position=SUBSEQUENT, near_note=True), chosen)
        context.looking = True
        if collect:
            context.lists = self.lists[entry.id] = []
        look = self.area.render(context)
        self.tests = context.tests
        # initials are the same however they are spaced, and words in italics are the same words
        return plain(look).replace(". ", ".")

    def _expand_names(self, entries: Sequence[Entry], rule: str) -> list[Entry]:
        """Show as much of given names as tells apart all people of the same family name."""
        primary, short = rule.startswith("primary"), rule.endswith("with-initials")
        forms: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for lists in self.lists.values():
            for people, form in lists:
                for person in people[:1] if primary else people:
                    forms[_family(person)][form.initials(person)].add(person.given.replace(" ", ""))
        changed = []
        for entry in entries:
            givens: dict[tuple[int, int], int] = {}
            for index, (people, form) in enumerate(self.lists[entry.id]):
                for place, person in enumerate(people[:1] if primary else people):
                    same = forms[_family(person)]
                    level = _level(form, len(same), len(same[form.initials(person)]), short=short)
                    if level > form.level():
                        givens[index, place] = level
            if givens:
                self.settings[entry.id] = Settings(givens=givens)
                changed.append(entry)
        return changed

    def _tell_apart(self, group: Group, *, by_cite: bool) -> None:
        groups = [group]
        if by_cite:  # of the names that are shown, and only then of more
            groups = [part for each in groups for part in self._by_givens(each, everyone=False)]
        if self.option("add-names"):
            groups = [part for each in groups for part in self._by_names(each)]
            if by_cite:
                groups = [part for each in groups for part in self._by_givens(each, everyone=True)]
        groups = [part for each in groups for part in self._by_condition(each)]
        if self.option("add-year-suffix"):
            for each in groups:
                for place, entry in enumerate(each if len(each) > 1 else ()):
                    entry.suffix = letters(place)

    def _by_names(self, group: Group) -> list[Group]:
        """Show one name more after the other, as long as that splits the group."""
        most = max((len(people) for e in group for people, _ in self.lists[e.id]), default=0)
        for count in range(1, most + 1):
            parts = self._split(group, _addition(count))
            if len(parts) > 1:
                return [final for part in parts for final in self._by_names(part)]
        return [group]

    def _by_givens(self, group: Group, *, everyone: bool) -> list[Group]:
        """Expand one given name after the other, of the names shown or of everyone."""
        lists = max((self.lists[entry.id] for entry in group), key=len, default=[])
        for index, (people, _) in enumerate(lists):
            for place in range(len(people)):
                for level in (INITIALS, FULL):
                    parts = self._split(group, _expansion(index, place, level, everyone=everyone))
                    if len(parts) > 1:
                        again = (self._by_givens(part, everyone=everyone) for part in parts)
                        return [final for part in again for final in part]
        return [group]

    def _by_condition(self, group: Group) -> list[Group]:
        """Let one `disambiguate="true"` more after the other hold, as long as that helps."""
        if len(group) == 1:
            return [group]
        for count in range(1, MANY_TESTS):
            parts = self._split(group, _condition(count))
            if len(parts) > 1:
                return [final for part in parts for final in self._by_condition(part)]
            if self.tests < count:
                break
        return [group]

    def _split(self, group: Group, change: Change) -> list[Group]:
        """Part a group by how its cites look with changed settings, kept where that helps."""
        if len(group) < 2:
            return [group]
        tried = {entry.id: change(self.settings.get(entry.id, NO_SETTINGS)) for entry in group}
        looks = [(self._look(entry, tried[entry.id]), entry) for entry in group]
        parts = list(_grouped(looks))
        if len(parts) > 1:
            self.settings |= tried
        return parts


def _addition(count: int) -> Change:
    """Return the change that shows at least `count` names of every list."""
    return lambda old: replace(old, shown=dict.fromkeys(range(MANY_LISTS), count))


def _condition(count: int) -> Change:
    """Return the change that lets the first `count` conditions hold."""
    return lambda old: replace(old, conditions=count)


def _expansion(index: int, place: int, level: int, *, everyone: bool) -> Change:
    """Return the change that expands one given name, with all names shown or only those there."""

    def change(old: Settings) -> Settings:
        shown = {**old.shown, index: place + 1} if everyone else old.shown
        return replace(old, givens={**old.givens, (index, place): level}, shown=shown)

    return change


def _alike(looks: Iterable[tuple[str, Entry]]) -> Iterable[Group]:
    return (group for group in _grouped(looks) if len(group) > 1)


def _grouped(looks: Iterable[tuple[str, Entry]]) -> Iterable[Group]:
    groups: dict[str, Group] = defaultdict(list)
    for look, entry in looks:
        groups[look].append(entry)
    return groups.values()


def _family(person: Person) -> str:
    return person.literal or f"{person.non_dropping} {person.family}"


def _level(form: NameForm, initials: int, givens: int, *, short: bool) -> int:
    """How much is needed where people of one family name have so many initials and names."""
    if short or form.initialize_with is not None:
        level = INITIALS if initials > 1 else 0
        return FULL if givens > 1 and not short else level
    return FULL if initials > 1 or givens > 1 else 0


def letters(place: int) -> str:
    """Return the year suffix for a place from 0: a to z, then aa, ab."""
    text, rest = "", place + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        text = chr(ord("a") + digit) + text
    return text
