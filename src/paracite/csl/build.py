"""What compiling a style needs at hand: its macros, locale, and inherited options.

An element is compiled once, into a plan.  For each shape of item the plan gives what renders
it: the branches no such item takes, and the variables none has, are left out there.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from paracite.csl.affixes import Change, as_is
from paracite.csl.context import Context, Render
from paracite.csl.entry import Entry, Shape
from paracite.csl.locale import Locale
from paracite.csl.xmltree import Element

Plan = Callable[[Shape], Render]
Compile = Callable[["Build", Element], Plan]
Found = TypeVar("Found")


@dataclass(slots=True)
class Build:
    """One area of a style (citation, bibliography or a sort key) being compiled."""

    style: Element
    locale: Locale
    options: dict[str, str]  #: of the style, then of the area: they hold for all below
    compilers: Mapping[str, Compile]
    macros: dict[str, Plan] = field(default_factory=dict)
    bodies: dict[str, tuple[Element, ...]] = field(init=False)
    own_suffix: bool = False  #: the style prints year suffixes where it wants them
    capital_start: bool = False  #: a term that starts an entry or a note starts with a capital

    def __post_init__(self) -> None:
        macros = (tree for tree in self.style.children if tree.tag == "macro")
        self.bodies = {tree.get("name"): tree.children for tree in macros}

    def language(self, entry: Entry) -> str:
        """Return the language of an item; what names none is in the style's own, English if any."""
        return entry.language or self.style.get("default-locale", "en")

    def node(self, tree: Element) -> Plan:
        """Compile one rendering element."""
        compile_ = self.compilers.get(tree.tag)
        return compile_(self, tree) if compile_ else always(nothing)

    def nodes(self, trees: tuple[Element, ...]) -> list[Plan]:
        """Compile elements in order."""
        return [self.node(each) for each in trees]

    def macro(self, name: str) -> Plan:
        """Compile a macro, once however often it is called, when it is first used."""
        if name not in self.macros:
            self.macros[name] = remembered(lambda: sequence(self.nodes(self.macro_elements(name))))
        return self.macros[name]

    def macro_elements(self, name: str) -> tuple[Element, ...]:
        """Return the elements of a macro, none for an unknown one."""
        return self.bodies.get(name, ())


class Loose:
    """A render that may print although it found no variable filled: groups have to look."""

    __slots__ = ()

    def __call__(self, context: Context) -> str:
        """Render."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Fixed(Loose):
    """Text that is the same for every item; `initial` where it starts an entry or a note."""

    text: str
    initial: str = ""

    def __call__(self, context: Context) -> str:
        """Render it."""
        first = self.initial and not (context.started or context.filled or context.in_sort)
        context.started = True
        return self.initial if first else self.text


@dataclass(frozen=True, slots=True)
class Sequence(Loose):
    """Parts that print one after the other."""

    renders: tuple[Render, ...]

    def __call__(self, context: Context) -> str:
        """Render them."""
        return "".join([render(context) for render in self.renders])


def nothing(_context: Context) -> str:
    """Render nothing."""
    return ""


def empty(context: Context) -> str:
    """Render a variable that has no value: nothing, but it was called for."""
    context.called += 1
    return ""


def always(render: Render) -> Plan:
    """Make the plan of what does not depend on the item's shape."""
    return lambda _shape: render


def remembered(make: Callable[[], Plan]) -> Plan:
    """Make a plan that is compiled when first used, and worked out once for each shape."""
    made: list[Plan] = []
    renders: dict[Shape, Render] = {}

    def plan(shape: Shape) -> Render:
        if shape not in renders:
            renders[shape] = nothing  # for a macro that calls itself
            if not made:
                made.append(make())
            renders[shape] = made[0](shape)
        return renders[shape]

    return plan


def without_idle(renders: list[Render]) -> list[Render]:
    """Leave out what renders nothing; of several empty variables one is enough."""
    live = [each for each in renders if each is not nothing and each is not empty]
    return [*live, empty] if empty in renders else live


def sequence(plans: list[Plan]) -> Plan:
    """Render parts one after the other."""

    def plan(shape: Shape) -> Render:
        return joined(without_idle([each(shape) for each in plans]))

    return plan


def wrapped(render: Render, wrap: Change) -> Render:
    """Return what renders a part with more around it, where the part prints anything."""
    if wrap is as_is:
        return render

    def outer(context: Context) -> str:
        text = render(context)
        return wrap(text) if text else ""

    return outer


def joined(renders: list[Render]) -> Render:
    """Return what renders several parts one after the other."""
    if not renders:
        return nothing
    if len(renders) == 1:
        return renders[0]
    together = Sequence(tuple(renders))
    return together if any(isinstance(each, Loose) for each in renders) else together.__call__
