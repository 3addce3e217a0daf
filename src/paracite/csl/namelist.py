"""A list of names as a style wants it: how many are shown, what joins them, et al.

Source: CSL 1.0.2 specification, "Name" and "Et-al Abbreviation".
"""

from collections.abc import Callable, Sequence
from enum import Enum
from typing import NamedTuple

from paracite.csl import affixes
from paracite.csl.build import Build
from paracite.csl.context import FIRST, Context
from paracite.csl.nameform import NBSP, NameForm
from paracite.csl.person import OTHERS, SPACED, Person
from paracite.csl.xmltree import Element

NO_LIMIT = 10**6
PARTICLES_STAY = ("cs", "fr", "ru")  #: languages in which no line breaks after a particle
AFTER_INVERTED = "after-inverted-name"
ELLIPSIS = "… "
PREFIXED = "ו"  #: Hebrew's "and", which is written together with the next word


class Ending(Enum):
    """How a printed list of names ends."""

    ALL = 1  #: every name is printed
    ET_AL = 2
    LAST = 3  #: some are left out before the last


class Written(NamedTuple):
    """A list's printed names, and how the list ends."""

    names: tuple[str, ...]
    ending: Ending
    inverted: tuple[bool, ...] = ()  #: for each name, whether its family name comes first, if asked


class NameList(NamedTuple):
    """How a list of names is printed."""

    each: NameForm
    delimiter: str
    and_: str
    precedes_last: str
    precedes_et_al: str
    limits: tuple[int, int]  #: from how many names on how many are shown
    later_limits: tuple[int, int]  #: the same for cites after the first
    use_last: bool
    et_al: str
    format_each: Callable[[str], str]  #: the formatting and affixes of each person's name
    format_literal: Callable[[str], str]  #: the formatting of an institution's

    def write(self, people: Sequence[Person], context: Context) -> Written:
        """Print the names that are shown, as disambiguation settled."""
        index = context.name_lists
        context.name_lists += 1
        if context.lists is not None:
            context.lists.append((people, self.each))
        places, ending = self._places(people, index, context)
        if context.in_sort:
            return Written(tuple([self.each.sort_key(people[n]) for n in places]), ending)
        least, givens = self.each.level(), context.settings.givens
        if givens:
            levels = [max(least, givens.get((index, n), 0)) for n in places]
        else:
            levels = [least] * len(places)
        write = self.each.write
        names = [write(people[n], n, level) for n, level in zip(places, levels, strict=True)]
        if self.format_each is not affixes.as_is:
            names = [
                self.format_literal(name) if people[n].literal else self.format_each(name)
                for n, name in zip(places, names, strict=True)
            ]
        if AFTER_INVERTED not in (self.precedes_last, self.precedes_et_al):
            return Written(tuple(names), ending)
        inverted = [
            level > 0 and self.each.inverts(n, people[n])
            for n, level in zip(places, levels, strict=True)
        ]
        return Written(tuple(names), ending, tuple(inverted))

    def _places(
        self, people: Sequence[Person], index: int, context: Context
    ) -> tuple[list[int], Ending]:
        """Return which names are shown, and how the list ends."""
        cut_short = len(people) > 1 and people[-1].literal == OTHERS
        total = len(people) - cut_short
        later = context.cite is not None and context.cite.position != FIRST
        least, shown = self.later_limits if later else self.limits
        if total < least:
            shown = total
        else:
            shown = min(total, max(shown, context.settings.shown.get(index, 0)))
        if cut_short or shown == total:
            return list(range(shown)), Ending.ET_AL if cut_short else Ending.ALL
        if self.use_last and total - shown > 1:
            return [*range(shown), total - 1], Ending.LAST
        return list(range(shown)), Ending.ET_AL

    def join(self, written: Written) -> str:
        """Make one text of printed names."""
        *front, last = written.names or ("",)
        if written.ending is Ending.LAST:
            return self.delimiter.join((*front, ELLIPSIS + last))
        if written.ending is Ending.ET_AL:
            return self._cut(written)
        if not front or not self.and_:
            return self.delimiter.join((*front, last))
        inverted = written.inverted[-2:-1] == (True,)
        comma = _precedes(self.precedes_last, several=len(front) > 1, inverted=inverted)
        apart = _stands_apart(self.and_)
        before = self.delimiter if comma else " " if apart else ""
        after = " " if apart and self.and_ != PREFIXED else ""
        return f"{self.delimiter.join(front)}{before}{self.and_}{after}{last}"

    def _cut(self, written: Written) -> str:
        shown = self.delimiter.join(written.names)
        if not self.et_al or not shown:
            return shown
        inverted = written.inverted[-1:] == (True,)
        comma = _precedes(self.precedes_et_al, several=len(written.names) > 1, inverted=inverted)
        space = " " if SPACED.search(self.et_al) else ""
        return shown + (self.delimiter if comma else space) + self.et_al


def _stands_apart(and_: str) -> bool:
    """Return whether spaces stand around a word: not in Chinese, nor where it brings its own."""
    return bool(SPACED.search(and_) or and_ == "&") and not and_[-1].isspace()


def _precedes(rule: str, *, several: bool, inverted: bool) -> bool:
    if rule == AFTER_INVERTED:
        return inverted
    return rule == "always" or (rule != "never" and several)


def name_list(build: Build, tree: Element) -> NameList:
    """Compile what a `cs:names` says of its names, with what it inherits."""
    name = tree.find("name") or Element("name")
    options = build.options | name.attributes
    options["form"] = name.get("form") or build.options.get("name-form", "long")
    options["delimiter"] = name.get("delimiter", build.options.get("name-delimiter", ", "))
    limits = (
        _number(options, "et-al-min", NO_LIMIT),
        _number(options, "et-al-use-first", NO_LIMIT, least=0),
    )
    if options.get("et-al-use-last") == "true":  # the dots stand for two names at least
        limits = limits[0], max(1, min(limits[1], limits[0] - 2))
    return NameList(
        _form(options, name, build.locale.lang),
        options["delimiter"],
        _and(build, options.get("and", "")),
        options.get("delimiter-precedes-last", "contextual"),
        options.get("delimiter-precedes-et-al", "contextual"),
        limits,
        (
            _number(options, "et-al-subsequent-min", limits[0]),
            _number(options, "et-al-subsequent-use-first", limits[1], least=0),
        ),
        options.get("et-al-use-last") == "true",
        _et_al(build, tree.find("et-al") or Element("et-al")),
        affixes.wrapper(name),
        affixes.wrapper(name, affixes=False),
    )


def _and(build: Build, wanted: str) -> str:
    """Return the word or sign before the last name."""
    if wanted == "symbol":
        return build.locale.ampersand
    return build.locale.term("and") if wanted == "text" else ""


def _form(options: dict[str, str], name: Element, lang: str) -> NameForm:
    parts = {each.get("name"): each for each in name.children if each.tag == "name-part"}
    form = NameForm(
        options["form"],
        options.get("initialize") != "false",
        options.get("initialize-with"),
        options.get("initialize-with-hyphen") != "false",
        options.get("name-as-sort-order", ""),
        options.get("sort-separator", ", "),
        options.get("demote-non-dropping-particle", "display-and-sort"),
        particle_space=NBSP if lang.startswith(PARTICLES_STAY) else " ",
    )
    if parts:
        form = form._replace(undressed=False)
    if "family" in parts:
        form = form._replace(family=_dress(parts["family"]), around_family=_around(parts["family"]))
    if "given" in parts:
        form = form._replace(given=_dress(parts["given"]), around_given=_around(parts["given"]))
    return form


def _dress(part: Element) -> Callable[[str], str]:
    change, wrap = affixes.changes(part), affixes.wrapper(part, affixes=False)
    return lambda text: wrap(change(text)) if text else ""


def _around(part: Element) -> Callable[[str], str]:
    before, after = part.get("prefix"), part.get("suffix")
    return lambda text: f"{before}{text}{after}"


def _et_al(build: Build, tree: Element) -> str:
    term = build.locale.term(tree.get("term", "et-al"))
    return affixes.wrapper(tree)(term) if term else ""


def _number(options: dict[str, str], name: str, default: int, least: int = 1) -> int:
    value = options.get(name, "")
    return int(value) if value.isdecimal() and int(value) >= least else default
