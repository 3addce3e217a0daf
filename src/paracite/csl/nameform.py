"""One name as a style wants it: order, particles, initials, parts and their formatting.

Source: CSL 1.0.2 specification, "Name", "Name-part Order" and "Name-part Formatting".
"""

from collections.abc import Callable
from typing import NamedTuple

from paracite.csl import marks, richtext
from paracite.csl.initials import initials
from paracite.csl.person import Person

FAMILY_ONLY, INITIALS, FULL = range(3)  #: how much of the given names is shown
CLOSED = marks.JOINT + marks.CLOSING
NBSP = "\u00a0"
Dress = Callable[[str], str]


def _bare(text: str) -> str:
    return text


class NameForm(NamedTuple):
    """How single names are printed in one place of a style."""

    form: str = "long"
    initialize: bool = True
    initialize_with: str | None = None
    initialize_hyphen: bool = True
    sort_order: str = ""  #: `first`, `all` or none
    sort_separator: str = ", "
    demote: str = "display-and-sort"
    family: Dress = _bare
    given: Dress = _bare
    around_family: Dress = _bare  #: the affixes of the family name, particle included
    around_given: Dress = _bare
    undressed: bool = True  #: the four before do nothing
    particle_space: str = " "  #: between a particle and the family name

    def level(self) -> int:
        """How much of the given names is shown where nothing is ambiguous."""
        if self.form == "short":
            return FAMILY_ONLY
        return INITIALS if self.initialize_with is not None and self.initialize else FULL

    def write(self, person: Person, place: int, level: int) -> str:
        """Print a name that stands at `place` (from 0), its given names as far as `level`."""
        if person.plain and self.undressed:
            return self._plain(person, place, level)
        if person.literal:
            return self.family(richtext.parse(person.literal))
        given = self._given(person.given, level) if level > FAMILY_ONLY else ""
        if not person.spaced:
            return self._unspaced(person, given)
        if level == FAMILY_ONLY:
            return self._with_particle(person)
        if person.static:
            return _beside(self.family(_rich(person.family)), self.given(given) if given else "")
        order = self._inverted if self.inverts(place, person) else self._in_order
        return order(person, given)

    def inverts(self, place: int, person: Person) -> bool:
        """Return whether the name at `place` has its family name first, by the style's order.

        An institution, a single name, or one that always has that order is never inverted.
        """
        ordered = self.sort_order == "all" or (self.sort_order == "first" and place == 0)
        return ordered and person.spaced and not person.static and bool(person.given)

    def _plain(self, person: Person, place: int, level: int) -> str:
        given = self._shortened(person.given, level) if level > FAMILY_ONLY else ""
        if not given:
            return person.family
        if self.inverts(place, person):
            return f"{person.family}{self.sort_separator}{given}"
        return _beside(given, person.family, self._space(given))

    def sort_key(self, person: Person) -> str:
        """Return what a name sorts by: family name, particles where they count, given names."""
        if person.plain:
            level = self.level()
            given = self._shortened(person.given, level) if level else ""
            return f"{person.family}\t\t{given}" if given else person.family
        if person.literal:
            return person.literal
        family, trail = person.family, f"{person.dropping} {person.non_dropping}".strip()
        if self.demote == "never":  # the particle is a word of its own there, `d’` too
            family, trail = f"{person.non_dropping} {family}".strip(), person.dropping
        given = self._given(person.given, self.level()) if self.level() else ""
        return f"{family}\t{trail}\t{given}\t{person.suffix}".rstrip("\t")

    def initials(self, person: Person) -> str:
        """Return the initials that tell a person from others of the family name."""
        return initials(_rich(person.given), self.initialize_with or ".", self.initialize_hyphen)

    def _given(self, given: str, level: int) -> str:
        return self._shortened(_rich(given), level)

    def _shortened(self, given: str, level: int) -> str:
        if self.initialize_with is None or not given:
            return given
        whole = level == FULL or not self.initialize
        if whole and self.initialize:
            return given
        return initials(given, self.initialize_with, self.initialize_hyphen, not whole)

    def _unspaced(self, person: Person, given: str) -> str:
        return self.family(_rich(person.family)) + (self.given(given) if given else "")

    def _in_order(self, person: Person, given: str) -> str:
        """Given name first; the affixes of the family name enclose its particles and suffix."""
        front = self.around_given(self.given(given)) if given else ""
        family = self._with_particle(person)
        if person.dropping:
            family = _beside(self.given(_rich(person.dropping)), family, self.particle_space)
        if person.suffix:
            family += (", " if person.comma_suffix else " ") + self._suffix(person)
        return _beside(front, self.around_family(family), self._space(front))

    def _inverted(self, person: Person, given: str) -> str:
        """Family name first; the affixes of the given names enclose the particles behind them."""
        family, front = self.family(_rich(person.family)), self.given(given) if given else ""
        if person.dropping:
            front = _beside(front, self.given(_rich(person.dropping)))
        if person.non_dropping and self.demote == "display-and-sort":
            front = _beside(front, self._dressed(person.non_dropping))
        elif person.non_dropping:
            family = self._with_particle(person)
        front = self.around_given(front) if front else ""
        suffix = self._suffix(person)
        return self.sort_separator.join(filter(None, (self.around_family(family), front, suffix)))

    def _with_particle(self, person: Person) -> str:
        particle, family = self._dressed(person.non_dropping), self.family(_rich(person.family))
        return _beside(particle, family, self.particle_space)

    def _space(self, given: str) -> str:
        """Return the space after given names: one that never breaks where initials end with it."""
        mark = self.initialize_with or ""
        return NBSP if NBSP in mark and given.endswith(mark.rstrip()) else " "

    def _suffix(self, person: Person) -> str:
        """Print a suffix, without a full stop where initials have none either: `King ML Jr`."""
        bare = self.initialize_with is not None and "." not in self.initialize_with
        return _rich(person.suffix.rstrip(".") if bare else person.suffix)

    def _dressed(self, particle: str) -> str:
        return self.family(_rich(particle)) if particle else ""


def _rich(text: str) -> str:
    return richtext.parse(text)


def _beside(left: str, right: str, space: str = " ") -> str:
    """Join two parts by a space, but not after an apostrophe, a hyphen or an affix's own space."""
    if not left or not right:
        return left or right
    last = left.rstrip(CLOSED)[-1:]
    joined = last in ("’", "-") or last.isspace() or right[0].isspace()
    return left + right if joined else left + space + right
