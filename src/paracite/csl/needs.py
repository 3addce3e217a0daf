"""What a rendering element cannot do without, so that whole branches are skipped at once.

An element needs a set of variables when it prints nothing for an entry that has none of
them, and is then sure to count as one that called an empty variable.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from paracite.csl.xmltree import Element

OF_CITE = frozenset(
    (
        *("citation-label", "citation-number", "first-reference-note-number"),
        *("locator", "page-first", "year-suffix"),
    )
)
FIXED: frozenset[str] = frozenset([""])  #: of a term or value, which calls no variable
Variables = frozenset[str] | None  #: None: may print without any of them, or may call none


@dataclass(frozen=True, slots=True)
class Needs:
    """Finds what elements need; `macro` gives the elements of a macro."""

    macro: Callable[[str], Iterable[Element]]
    found: dict[int, Variables] = field(default_factory=dict)  #: by the identity of an element

    def of(self, tree: Element) -> Variables:
        """Tell what an element needs."""
        if id(tree) not in self.found:
            self.found[id(tree)] = None  # while a macro calls itself
            self.found[id(tree)] = self._of(tree)
        return self.found[id(tree)]

    def of_group(self, children: Iterable[Element]) -> Variables:
        """Tell what elements need together: fixed text is printed only with a variable."""
        return _together([each for each in map(self.of, children) if each is not FIXED])

    def _of(self, tree: Element) -> Variables:
        if tree.tag == "group":
            return self.of_group(tree.children)
        if tree.tag == "choose":
            return self._of_choose(tree)
        if "macro" in tree.attributes:
            return self.of_group(self.macro(tree.get("macro")))
        if tree.tag == "names":
            return self._of_names(tree)
        name = tree.get("variable")
        if not name or name in OF_CITE:
            return FIXED if tree.tag == "text" and not name else None
        return frozenset([name, f"{name}-short"] if tree.get("form") == "short" else [name])

    def _of_choose(self, tree: Element) -> Variables:
        """A choice needs what its branches need, if one of them is sure to be taken."""
        if not tree.children or tree.children[-1].tag != "else":
            return None
        if any("disambiguate" in branch.attributes for branch in tree.children):
            return None  # how many of these are met is counted
        return _together([self.of_group(branch.children) for branch in tree.children])

    def _of_names(self, tree: Element) -> Variables:
        own = tree.find("substitute")
        needs = [self.of(each) for each in own.children] if own else []
        if FIXED in needs:
            return None
        return _together([frozenset(tree.get("variable").split()), *needs])


def _together(needs: list[Variables]) -> Variables:
    if not needs or None in needs:
        return None
    return frozenset().union(*(each for each in needs if each))
