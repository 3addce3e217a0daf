"""A style compiled: for each area its layout and sort keys as functions of a context."""

from collections.abc import Callable
from dataclasses import dataclass

from paracite.csl import affixes, dates, names, structure, texts
from paracite.csl.build import Build, nothing, sequence
from paracite.csl.context import Render
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


@dataclass(frozen=True, slots=True)
class Key:
    """A sort key: a macro's output, or a variable."""

    render: Render
    variable: str
    descending: bool
    demote: str  #: `demote-non-dropping-particle`


@dataclass(frozen=True, slots=True)
class Area:
    """`cs:citation` or `cs:bibliography`, compiled."""

    options: dict[str, str]
    layout: Render
    fields: tuple[Render, ...]  #: the elements of the layout one by one
    prefix: str
    suffix: str
    delimiter: str
    dress: Callable[[str], str]
    keys: tuple[Key, ...]


def citation(style: Style) -> Area:
    """Compile how a style cites."""
    return _area(style, style.tree.find("citation") or Element("citation"))


def bibliography(style: Style) -> Area | None:
    """Compile how a style lists, or give None where it does not."""
    tree = style.tree.find("bibliography")
    return _area(style, tree) if tree else None


def _area(style: Style, tree: Element) -> Area:
    layout = tree.find("layout") or Element("layout")
    options = style.tree.attributes | tree.attributes
    build = _build(style, options, capital_start=style.notes or tree.tag == "bibliography")
    fields = build.nodes(layout.children)
    sort = tree.find("sort")
    return Area(
        options,
        sequence(fields),
        tuple(fields),
        layout.get("prefix"),
        layout.get("suffix"),
        layout.get("delimiter"),
        affixes.wrapper(layout, affixes=False),
        tuple(_key(style, tree, key) for key in sort.children) if sort else (),
    )


def _build(style: Style, options: dict[str, str], *, capital_start: bool = False) -> Build:
    own_suffix = any(
        each.tag == "text" and each.get("variable") == "year-suffix" for each in style.tree.walk()
    )
    return Build(
        style.tree,
        style.locale,
        options,
        COMPILERS,
        own_suffix=own_suffix,
        capital_start=capital_start,
    )


def _key(style: Style, tree: Element, key: Element) -> Key:
    limits = {
        KEY_LIMITS[name]: value for name, value in key.attributes.items() if name in KEY_LIMITS
    }
    options = style.tree.attributes | tree.attributes | limits
    if limits:
        options |= {
            name: options[new]
            for name, new in (("et-al-subsequent-min", "et-al-min"),)
            if new in options
        }
    build = _build(style, options)
    render = build.macro(key.get("macro")) if key.get("macro") else nothing
    return Key(
        render,
        key.get("variable"),
        key.get("sort") == "descending",
        style.tree.get("demote-non-dropping-particle"),
    )
