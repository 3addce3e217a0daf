"""`cs:names`: lists of names with their labels, and what stands in where there are none.

Source: CSL 1.0.2 specification, "Names".
"""

from collections.abc import Callable
from typing import NamedTuple

from paracite.csl import affixes
from paracite.csl.build import Build, Plan, empty
from paracite.csl.context import Context, Render
from paracite.csl.entry import Shape
from paracite.csl.namelist import Ending, NameList, Written, name_list
from paracite.csl.person import Person
from paracite.csl.structure import Choice, parts
from paracite.csl.xmltree import Element

OWN = ("variable", "delimiter")  #: attributes it does not take over
LIST_END = "\0"  #: in sort keys: a list comes before all longer ones that start with it
SHARED = ("name", "et-al", "label")  #: children a `cs:names` in a substitute takes over
Label = Callable[[str, str, int], str]  #: of the names, the term and how many they are


class FoundNames(NamedTuple):
    """A name variable with names in it, and the term that labels it."""

    term: str
    people: tuple[Person, ...]


def names(build: Build, tree: Element) -> Plan:
    """Compile `cs:names`."""
    variables = tuple(tree.get("variable").split())
    write, wrap = _lists(build, tree), affixes.wrapper(tree)
    substitutes = parts(build, _substitutes(build, tree))

    def stand_ins(shape: Shape) -> list[Render]:
        return [render for render in substitutes(shape) if render is not empty]

    def plan(shape: Shape) -> Render:
        if not shape.present.isdisjoint(variables):
            # what stands in is wanted only where the names stood in for others before
            return _names(build, variables, write, lambda: stand_ins(shape), wrap)
        found = stand_ins(shape)
        return _names(build, (), write, lambda: found, wrap) if found else empty

    return plan


def _names(
    build: Build,
    variables: tuple[str, ...],
    write: Callable[[Context, list[FoundNames]], str],
    stand_ins: Callable[[], list[Render]],
    wrap: affixes.Change,
) -> Render:
    def render(context: Context) -> str:
        context.called += 1
        first = context.first_names is None and not context.in_substitute
        lists = _found(build, variables, context)
        named = True  # and not only a term, which no two works share as they do an author
        if lists:
            written = write(context, lists)
            written = wrap(written) if written else ""
        else:
            before = len(context.substituted)
            found = (_substituted(context, substitute) for substitute in stand_ins())
            written = next(filter(None, found), "")
            named = len(context.substituted) > before
            if written and first and named:
                written = _recorded(context, Written((written,), Ending.ALL), _single)
        if not written:
            return ""
        context.filled += 1
        if first and named:
            context.first_names = written
        return "" if first and context.hides(named=named) else written

    return render


def _single(written: Written) -> str:
    return "".join(written.names)


def _lists(build: Build, tree: Element) -> Callable[[Context, list[FoundNames]], str]:
    """Compile how the lists of several variables are printed beside each other."""
    style, label = name_list(build, tree), _label(build, tree)
    between = affixes.delimiter(tree.get("delimiter", build.options.get("names-delimiter", "")))
    if style.each.form == "count":
        return lambda context, lists: _count(style, context, lists)

    def write(context: Context, lists: list[FoundNames]) -> str:
        written = [_printed(style, each, context) for each in lists]
        if label and not context.in_sort:
            written = [
                label(names, each.term, len(each.people))
                for names, each in zip(written, lists, strict=True)
            ]
        return between.join(written)

    return write


def _count(style: NameList, context: Context, lists: list[FoundNames]) -> str:
    return str(sum(len(style.write(each.people, context).names) for each in lists))


def _printed(style: NameList, found: FoundNames, context: Context) -> str:
    written = style.write(found.people, context)
    if context.in_sort:
        return "\n".join(written.names) + LIST_END
    return _recorded(context, written, style.join)


def _recorded(context: Context, written: Written, join: Callable[[Written], str]) -> str:
    """Keep the first names for the next entry to be compared with; print what replaces them."""
    if context.name_parts is None:
        context.name_parts = written.names
        if context.replace_names:
            return context.replace_names(written, join)
    return join(written)


def _found(build: Build, variables: tuple[str, ...], context: Context) -> list[FoundNames]:
    lists = []
    for variable in variables:
        if variable in context.substituted:
            continue
        people = context.entry.names(variable)
        if people:
            if context.used is not None:
                context.used.add(variable)
            lists.append(FoundNames(variable, people))
    if len(lists) < 2:
        return lists
    both = {each.term for each in lists} == {"editor", "translator"}
    if both and lists[0].people == lists[1].people and build.locale.term("editortranslator"):
        return [FoundNames("editortranslator", lists[0].people)]
    return lists


def _substituted(context: Context, substitute: Render) -> str:
    """Render what stands in for missing names; its variables are not printed again."""
    outer, used = context.in_substitute, context.used
    context.in_substitute, context.used = True, set()
    if isinstance(substitute, Choice):  # its elements are tried one by one as well
        written = next(filter(None, substitute.texts(context)), "")
    else:
        written = substitute(context)
    if written:
        context.substituted |= context.used
    if used is not None:
        used |= context.used
    context.in_substitute, context.used = outer, used
    return written


def _substitutes(build: Build, tree: Element) -> tuple[Element, ...]:
    """Return the children of `cs:substitute`; a bare `cs:names` there is shaped as its parent."""
    own = tree.find("substitute")
    children = list(own.children) if own else []
    ends = (place for place, each in enumerate(children) if _is_empty_term(build, each))
    return tuple(_shaped(each, tree) for each in children[: next(ends, None)])


def _is_empty_term(build: Build, tree: Element) -> bool:
    """Return whether an element prints a term that says nothing, which ends a search as any does."""
    return "term" in tree.attributes and not build.locale.term(
        tree.get("term"), tree.get("form", "long")
    )


def _shaped(tree: Element, parent: Element) -> Element:
    if tree.tag != "names":
        return tree._replace(children=tuple(_shaped(each, parent) for each in tree.children))
    if tree.children:
        return tree
    taken = tuple(child for child in parent.children if child.tag in SHARED)
    own = {name: tree.attributes[name] for name in OWN if name in tree.attributes}
    return tree._replace(children=taken, attributes=parent.attributes | own)


def _label(build: Build, tree: Element) -> Label | None:
    label = tree.find("label")
    if label is None:
        return None
    tags = [child.tag for child in tree.children]
    before = "name" in tags and tags.index("label") < tags.index("name")
    form, wrap, change = label.get("form", "long"), affixes.wrapper(label), affixes.changes(label)
    plural = label.get("plural", "contextual")

    def write(names: str, term: str, count: int) -> str:
        if not names:
            return ""
        several = plural == "always" or (plural == "contextual" and count > 1)
        word = build.locale.term(term, form, plural=several)
        if not word:
            return names
        word = wrap(change(word))
        return word + names if before else names + word

    return write
