"""`cs:group` and `cs:choose`.

Source: CSL 1.0.2 specification, "Group" and "Choose".
"""

from collections.abc import Callable

from paracite.csl import affixes
from paracite.csl.build import Build, nothing
from paracite.csl.conditions import condition
from paracite.csl.context import Context, Render
from paracite.csl.xmltree import Element

Parts = Callable[[Context], list[str]]


def group(build: Build, tree: Element) -> Render:
    """Compile `cs:group`: nothing where it calls variables and all are empty."""
    parts = _parts(build, tree.children)
    between, wrap = affixes.delimiter(tree.get("delimiter")), affixes.wrapper(tree)

    needs = build.needs.of(tree)

    def render(context: Context) -> str:
        called, filled = context.called, context.filled
        if needs and needs.isdisjoint(context.entry.present):
            context.called = called + 1
            return ""
        written = between.join(filter(None, parts(context)))
        if not written or (context.called > called and context.filled == filled):
            return ""
        context.called += 1
        context.filled += 1
        return wrap(written)

    return render


def choose(build: Build, tree: Element) -> Render:
    """Compile `cs:choose` where nothing stands between its elements."""
    parts = _choice(build, tree)
    return lambda context: "".join(parts(context))


def _choice(build: Build, tree: Element) -> Parts:
    """Compile `cs:choose`: its elements count as the parent's own, delimited as those are."""
    branches = [(condition(each), _parts(build, each.children)) for each in tree.children]

    def render(context: Context) -> list[str]:
        for holds, branch in branches:
            if holds(context):
                return branch(context)
        return []

    return render


def _parts(build: Build, trees: tuple[Element, ...]) -> Parts:
    """Compile elements, to be delimited by what they stand in."""
    if not any(tree.tag == "choose" for tree in trees):
        renders = build.nodes(trees)
        return lambda context: [render(context) for render in renders]
    steps = [
        (_choice(build, t), nothing) if t.tag == "choose" else (None, build.node(t)) for t in trees
    ]
    if len(steps) == 1 and steps[0][0]:
        return steps[0][0]

    def several(context: Context) -> list[str]:
        texts: list[str] = []
        for choice, render in steps:
            if choice:
                texts += choice(context)
            else:
                texts.append(render(context))
        return texts

    return several
