"""The XML of styles and locales as plain values: tag, attributes, children, text."""

from collections.abc import Iterator
from typing import Any, NamedTuple

NO_ATTRIBUTES: dict[str, str] = {}


class Element(NamedTuple):
    """An element; namespaces are cut off (`xml:lang` is `lang`)."""

    tag: str
    attributes: dict[str, str] = NO_ATTRIBUTES
    children: tuple["Element", ...] = ()
    text: str = ""

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute, or `default`."""
        return self.attributes.get(name, default)

    def find(self, tag: str) -> "Element | None":
        """Find the first child with `tag`."""
        return next((child for child in self.children if child.tag == tag), None)

    def walk(self) -> Iterator["Element"]:
        """Yield this element and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


def element(node: Any) -> Element:
    """Copy an lxml element; comments and processing instructions are left out."""
    children = tuple([element(child) for child in node.iterchildren("*")])
    attributes = dict(node.items())
    if any(name.startswith("{") for name in attributes):
        attributes = {name.rpartition("}")[2]: value for name, value in attributes.items()}
    return Element(node.tag.rpartition("}")[2], attributes, children, node.text or "")
