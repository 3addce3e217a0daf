"""`cs:group` and `cs:choose`.

Source: CSL 1.0.2 specification, "Group" and "Choose".
"""

from collections.abc import Callable

from paracite.csl import affixes
from paracite.csl.build import Build
from paracite.csl.context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT, Context, Render
from paracite.csl.marks import plain
from paracite.csl.numbers import is_numeric
from paracite.csl.xmltree import Element

Test = Callable[[Context], bool]
Parts = Callable[[Context], list[str]]
POSITIONS = {
    "first": frozenset([FIRST]),
    "subsequent": frozenset([SUBSEQUENT, IBID, IBID_WITH_LOCATOR]),
    "ibid": frozenset([IBID, IBID_WITH_LOCATOR]),
    "ibid-with-locator": frozenset([IBID_WITH_LOCATOR]),
}


def group(build: Build, tree: Element) -> Render:
    """Compile `cs:group`: nothing where it calls variables and all are empty."""
    parts = _parts(build, tree.children)
    between, wrap = affixes.delimiter(tree.get("delimiter")), affixes.wrapper(tree)

    def render(context: Context) -> str:
        called, filled = context.called, context.filled
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
    branches = [(_condition(each), _parts(build, each.children)) for each in tree.children]

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
    runs = [_choice(build, t) if t.tag == "choose" else _single(build.node(t)) for t in trees]
    return lambda context: [text for run in runs for text in run(context)]


def _single(render: Render) -> Parts:
    return lambda context: [render(context)]


def _condition(branch: Element) -> Test:
    """Compile the tests of `cs:if`; they hold together as `match` says."""
    tests = [
        TESTS[name](value)
        for name, values in branch.attributes.items()
        if name in TESTS
        for value in values.split()
    ]
    match = branch.get("match", "all")
    if not tests:
        return lambda _context: True
    if len(tests) == 1 and match != "none":
        return tests[0]
    if match == "any":
        return lambda context: any(test(context) for test in tests)
    if match == "none":
        return lambda context: not any(test(context) for test in tests)
    return lambda context: all(test(context) for test in tests)


def _type(value: str) -> Test:
    return lambda context: context.entry.type == value


def _variable(value: str) -> Test:
    if value == "locator":
        return lambda context: context.cite is not None and bool(context.cite.locator)
    if value == "first-reference-note-number":
        return lambda context: context.cite is not None and bool(context.cite.first_note)
    return lambda context: context.entry.has(value)


def _is_numeric(value: str) -> Test:
    if value == "locator":
        return lambda context: context.cite is not None and is_numeric(context.cite.locator)
    if value == "citation-number":
        return lambda _context: True
    return lambda context: is_numeric(plain(context.entry.raw(value)))


def _is_uncertain(value: str) -> Test:
    def test(context: Context) -> bool:
        date = context.entry.date(value)
        return date is not None and date.circa

    return test


def _locator(value: str) -> Test:
    label = value.replace("sub-verbo", "sub verbo")
    return lambda context: (
        context.cite is not None
        and bool(context.cite.locator)
        and context.cite.label.replace("sub-verbo", "sub verbo") == label
    )


def _position(value: str) -> Test:
    if value in ("near-note", "far-note"):
        near = value == "near-note"
        return lambda context: (
            context.cite is not None
            and context.cite.position != FIRST
            and context.cite.near_note == near
        )
    wanted = POSITIONS.get(value, frozenset())
    return lambda context: context.cite is not None and context.cite.position in wanted


def _disambiguate(value: str) -> Test:
    wanted = value == "true"

    def test(context: Context) -> bool:
        context.tests += 1
        return (context.settings.conditions >= context.tests) == wanted

    return test


TESTS: dict[str, Callable[[str], Test]] = {
    "type": _type,
    "variable": _variable,
    "is-numeric": _is_numeric,
    "is-uncertain-date": _is_uncertain,
    "locator": _locator,
    "position": _position,
    "disambiguate": _disambiguate,
}
