"""A style compiled: for each area its layout and sort keys as functions of a context."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from paracite.csl import affixes, dates, names, structure, texts
from paracite.csl.build import Build, Plan, always, nothing, remembered, sequence
from paracite.csl.context import Context
from paracite.csl.load import Style
from paracite.csl.xmltree import Element

COMPILERS = {
    "text": texts.text,
    "number": texts.number,
    "label": texts.label,
    "date": dates.date,
    "names": names.names,
    "group": structure.group,
    "choose": structure.choose,
}
# What a sort key says of the names in its macro.
KEY_LIMITS = {
    "names-min": "et-al-min",
    "names-use-first": "et-al-use-first",
    "names-use-last": "et-al-use-last",
}


_SHORT = Element("name", {"form": "short", "and": "text", "et-al-min": "4", "et-al-use-first": "1"})
_STAND_INS = (
    Element("names", {"variable": "editor"}),
    Element("names", {"variable": "translator"}),
    Element("text", {"variable": "title", "form": "short"}),
)
_NAMES = Element("names", {"variable": "author"}, (_SHORT, Element("substitute", {}, _STAND_INS)))
# What is printed of the author where a style's citations name none, as numbers do not.
IN_SENTENCE = Element("intext", {}, (Element("layout", {}, (_NAMES,)),))


class Key(NamedTuple):
    """A sort key: a macro's output, or a variable."""

    plan: Plan
    variable: str
    descending: bool
    demote: str  #: `demote-non-dropping-particle`


class Area(NamedTuple):
    """`cs:citation` or `cs:bibliography`, compiled."""

    options: dict[str, str]
    layout: Plan
    fields: tuple[Plan, ...]  #: the elements of the layout one by one
    prefix: str
    suffix: str
    delimiter: str
    dress: Callable[[str], str]
    prints_locators: bool
    keys: tuple[Key, ...]

    def render(self, context: Context) -> str:
        """Render the layout."""
        return self.layout(context.entry.shape)(context)


def citation(style: Style) -> Area:
    """Compile how a style cites."""
    return _area(style, style.tree.find("citation") or Element("citation"))


def bibliography(style: Style) -> Area | None:
    """Compile how a style lists, or give None where it does not."""
    tree = style.tree.find("bibliography")
    return _area(style, tree) if tree else None


def authors(style: Style) -> Area:
    """Compile how authors stand in a sentence: as `cs:intext` says, else by their short names."""
    return _area(style, style.tree.find("intext") or IN_SENTENCE)


def _area(style: Style, tree: Element) -> Area:
    layout = tree.find("layout") or Element("layout")
    options = style.tree.attributes | tree.attributes
    build = _build(style, options, capital_start=style.notes or tree.tag == "bibliography")
    fields = [remembered(partial(build.node, each)) for each in layout.children]
    sort = tree.find("sort")
    return Area(
        options,
        remembered(lambda: sequence(fields)),
        tuple(fields),
        layout.get("prefix"),
        layout.get("suffix"),
        layout.get("delimiter"),
        affixes.wrapper(layout, affixes=False),
        "locator" in style.variables,
        tuple(_key(style, build, key) for key in sort.children) if sort else (),
    )


def _build(style: Style, options: dict[str, str], *, capital_start: bool = False) -> Build:
    return Build(
        style.tree,
        style.locale,
        options,
        COMPILERS,
        own_suffix=style.prints_suffix,
        capital_start=capital_start,
    )


def _key(style: Style, build: Build, key: Element) -> Key:
    limits = {
        KEY_LIMITS[name]: value for name, value in key.attributes.items() if name in KEY_LIMITS
    }
    if limits:
        options = build.options | limits
        if "et-al-min" in options:
            options["et-al-subsequent-min"] = options["et-al-min"]
        build = _build(style, options)
    return Key(
        build.macro(key.get("macro")) if key.get("macro") else always(nothing),
        key.get("variable"),
        key.get("sort") == "descending",
        style.tree.get("demote-non-dropping-particle"),
    )
