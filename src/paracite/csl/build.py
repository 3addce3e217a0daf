"""What compiling a style needs at hand: its macros, locale, and inherited options."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from paracite.csl.context import Context, Render
from paracite.csl.entry import Entry
from paracite.csl.locale import Locale
from paracite.csl.needs import Needs
from paracite.csl.xmltree import Element

ENGLISH = re.compile(r"en(?![a-z])", re.IGNORECASE)
Compile = Callable[["Build", Element], Render]


@dataclass(slots=True)
class Build:
    """One area of a style (citation, bibliography or a sort key) being compiled."""

    style: Element
    locale: Locale
    options: dict[str, str]  #: of the style, then of the area: they hold for all below
    compilers: Mapping[str, Compile]
    macros: dict[str, Render] = field(default_factory=dict)
    bodies: dict[str, tuple[Element, ...]] = field(init=False)
    needs: Needs = field(init=False)
    own_suffix: bool = False  #: the style prints year suffixes where it wants them
    capital_start: bool = False  #: a term that starts an entry or a note starts with a capital

    def __post_init__(self) -> None:
        macros = (tree for tree in self.style.children if tree.tag == "macro")
        self.bodies = {tree.get("name"): tree.children for tree in macros}
        self.needs = Needs(self.macro_elements)

    @property
    def english(self) -> bool:
        """Tell whether the style is rendered in English."""
        return self.locale.lang.startswith("en")

    def is_english(self, entry: Entry) -> bool:
        """Tell whether an item is in English, as what names no language is by default."""
        return bool(ENGLISH.match(entry.language)) if entry.language else self.english

    def node(self, tree: Element) -> Render:
        """Compile one rendering element."""
        compile_ = self.compilers.get(tree.tag)
        return compile_(self, tree) if compile_ else nothing

    def nodes(self, trees: tuple[Element, ...]) -> list[Render]:
        """Compile elements in order."""
        return [self.node(each) for each in trees]

    def macro(self, name: str) -> Render:
        """Compile a macro, once however often it is called."""
        if name not in self.macros:
            self.macros[name] = nothing  # for a macro that calls itself
            self.macros[name] = sequence(self.nodes(self.macro_elements(name)))
        return self.macros[name]

    def macro_elements(self, name: str) -> tuple[Element, ...]:
        """Give the elements of a macro, none for an unknown one."""
        return self.bodies.get(name, ())


def nothing(_context: Context) -> str:
    """Render nothing."""
    return ""


def sequence(parts: list[Render]) -> Render:
    """Render parts one after the other."""
    if len(parts) == 1:
        return parts[0]

    def render(context: Context) -> str:
        return "".join([part(context) for part in parts])

    return render
