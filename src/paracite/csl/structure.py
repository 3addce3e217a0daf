"""`cs:group` and `cs:choose`.

Source: CSL 1.0.2 specification, "Group" and "Choose".
"""

from collections.abc import Callable
from dataclasses import dataclass

from paracite.csl import affixes
from paracite.csl.build import (
    Build,
    Fixed,
    Loose,
    Plan,
    empty,
    joined,
    nothing,
    without_idle,
    wrapped,
)
from paracite.csl.conditions import Test, condition
from paracite.csl.context import Context, Render
from paracite.csl.entry import Shape
from paracite.csl.xmltree import Element

Texts = Callable[[Context], list[str]]


@dataclass(frozen=True, slots=True)
class Choice(Loose):
    """A `cs:choose` that the shape of an item does not decide: tests and what they lead to."""

    branches: tuple[tuple[Test, Texts], ...]

    def texts(self, context: Context) -> list[str]:
        """Render the elements of the first branch whose test holds."""
        for holds, branch in self.branches:
            if holds(context):
                return branch(context)
        return []

    def __call__(self, context: Context) -> str:
        """Render them with nothing between."""
        return "".join(self.texts(context))


Parts = Callable[[Shape], list[Render]]  #: among them `Choice`s


def group(build: Build, tree: Element) -> Plan:
    """Compile `cs:group`: nothing where it calls variables and all are empty."""
    made = parts(build, tree.children)
    between, wrap = affixes.delimiter(tree.get("delimiter")), affixes.wrapper(tree)

    def plan(shape: Shape) -> Render:
        renders = made(shape)
        if not renders:
            return nothing
        if empty in renders and all(each is empty or isinstance(each, Fixed) for each in renders):
            return empty
        if any(isinstance(each, Loose) for each in renders):
            return _group(_texts(renders), between, wrap)
        if len(renders) == 1:
            return wrapped(renders[0], wrap)
        return _strict(renders, between, wrap)

    return plan


def _group(texts: Texts, between: str, wrap: affixes.Change) -> Render:
    def render(context: Context) -> str:
        called, filled = context.called, context.filled
        written = between.join(filter(None, texts(context)))
        if not written or (context.called > called and context.filled == filled):
            return ""
        context.called += 1
        context.filled += 1
        return wrap(written)

    return render


def _strict(renders: list[Render], between: str, wrap: affixes.Change) -> Render:
    """Return a group whose parts print only what is filled."""

    def render(context: Context) -> str:
        written = between.join([text for each in renders if (text := each(context))])
        return wrap(written) if written else ""

    if wrap is affixes.as_is:
        return lambda context: between.join([text for each in renders if (text := each(context))])
    return render


def choose(build: Build, tree: Element) -> Plan:
    """Compile `cs:choose` where nothing stands between its elements."""
    made = _choice(build, tree)
    return lambda shape: joined(made(shape))


def _choice(build: Build, tree: Element) -> Parts:
    """Compile `cs:choose`: its elements count as the parent's own, delimited as those are."""
    branches = [(condition(each), _later(build, each)) for each in tree.children]

    def taken(shape: Shape) -> list[Render]:
        open_: list[tuple[Test, Texts]] = []
        for decide, branch in branches:
            holds = decide(shape)
            if holds is False:
                continue
            renders = branch(shape)
            if holds is True and not open_:
                return renders
            open_.append((_sure if holds is True else holds, _texts(renders)))
            if holds is True:
                break
        return [Choice(tuple(open_))] if open_ else []

    return taken


def _sure(_context: Context) -> bool:
    return True


def _later(build: Build, branch: Element) -> Parts:
    """Compile a branch when an item first takes it."""
    made: list[Parts] = []

    def later(shape: Shape) -> list[Render]:
        if not made:
            made.append(parts(build, branch.children))
        return made[0](shape)

    return later


def parts(build: Build, trees: tuple[Element, ...]) -> Parts:
    """Compile elements, to be delimited or tried one by one by what they stand in."""
    steps = [
        _choice(build, tree) if tree.tag == "choose" else _alone(build, tree) for tree in trees
    ]
    return lambda shape: without_idle([each for step in steps for each in step(shape)])


def _alone(build: Build, tree: Element) -> Parts:
    plan = build.node(tree)
    return lambda shape: [plan(shape)]


def _texts(renders: list[Render]) -> Texts:
    """Return what renders each part on its own."""
    if not any(isinstance(each, Choice) for each in renders):
        return lambda context: [render(context) for render in renders]
    if len(renders) == 1 and isinstance(renders[0], Choice):
        return renders[0].texts

    def several(context: Context) -> list[str]:
        texts: list[str] = []
        for render in renders:
            if isinstance(render, Choice):
                texts += render.texts(context)
            else:
                texts.append(render(context))
        return texts

    return several
