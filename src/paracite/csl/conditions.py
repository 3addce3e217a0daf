"""The tests of `cs:if`, compiled: decided by the shape of an item, else asked each time.

Source: CSL 1.0.2 specification, "Choose".
"""

from collections.abc import Callable

from paracite.csl.context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT, Context
from paracite.csl.entry import Shape
from paracite.csl.marks import plain
from paracite.csl.numbers import is_numeric
from paracite.csl.xmltree import Element

Test = Callable[[Context], bool]
Decide = Callable[[Shape], bool | Test]  #: a test, where the shape of the item does not decide
POSITIONS = {
    "first": frozenset([FIRST]),
    "subsequent": frozenset([SUBSEQUENT, IBID, IBID_WITH_LOCATOR]),
    "ibid": frozenset([IBID, IBID_WITH_LOCATOR]),
    "ibid-with-locator": frozenset([IBID_WITH_LOCATOR]),
}


def condition(branch: Element) -> Decide:
    """Compile the tests of a branch; they hold together as its `match` says."""
    match = branch.get("match", "all")
    tests: list[Decide] = []
    for name, values in branch.attributes.items():
        if name == "type":
            tests.append(_types(frozenset(values.split()), match))
        elif name in TESTS:
            each = [TESTS[name](value) for value in values.split()]
            tests += [_not(test) for test in each] if match == "none" else each
    any_ = match == "any"

    def decide(shape: Shape) -> bool | Test:
        found = [test(shape) for test in tests]
        if any(each is any_ for each in found):
            return any_
        asked = [each for each in found if not isinstance(each, bool)]
        return _joined(asked, any_=any_) if asked else not any_ or not tests

    return decide


def _joined(tests: list[Test], *, any_: bool) -> Test:
    if len(tests) == 1:
        return tests[0]
    if any_:
        return lambda context: any(test(context) for test in tests)
    return lambda context: all(test(context) for test in tests)


def _not(decide: Decide) -> Decide:
    def negated(shape: Shape) -> bool | Test:
        test = decide(shape)
        return not test if isinstance(test, bool) else lambda context: not test(context)

    return negated


def _types(types: frozenset[str], match: str) -> Decide:
    if match == "none":
        return lambda shape: shape.type not in types
    return lambda shape: shape.type in types


def _variable(name: str) -> Decide:
    if name == "citation-number":
        return lambda _shape: True
    test = OF_CITE.get(name)
    return _asked(test) if test else lambda shape: name in shape.present


def _asked(test: Test) -> Decide:
    """Decide by the cite, or by what the item says, whatever its shape."""
    return lambda _shape: test


OF_CITE: dict[str, Test] = {
    "first-reference-note-number": lambda c: c.cite is not None and bool(c.cite.first_note),
    "locator": lambda context: context.cite is not None and bool(context.cite.locator),
    "year-suffix": lambda context: bool(context.entry.suffix),
}


def _is_numeric(value: str) -> Decide:
    if value == "citation-number":
        return lambda _shape: True
    if value == "locator":
        return _asked(_is_numeric_locator)
    return _if_present(value, lambda context: is_numeric(plain(context.entry.raw(value))))


def _is_numeric_locator(context: Context) -> bool:
    cite = context.cite
    if cite is None:
        return False
    return all(map(is_numeric, (cite.locator, *(place.value for place in cite.more))))


def _is_uncertain(value: str) -> Decide:
    def test(context: Context) -> bool:
        date = context.entry.date(value)
        return date is not None and date.circa

    return _if_present(value, test)


def _if_present(variable: str, test: Test) -> Decide:
    return lambda shape: test if variable in shape.present else False


def _locator(value: str) -> Decide:
    label = value.replace("-", " ")

    def test(context: Context) -> bool:
        cite = context.cite
        return cite is not None and bool(cite.locator) and cite.label.replace("-", " ") == label

    return _asked(test)


def _position(value: str) -> Decide:
    if value in ("near-note", "far-note"):
        near = value == "near-note"
        return _asked(
            lambda context: (
                context.cite is not None
                and context.cite.position != FIRST
                and context.cite.near_note == near
            )
        )
    wanted = POSITIONS.get(value, frozenset())
    return _asked(lambda context: context.cite is not None and context.cite.position in wanted)


def _disambiguate(value: str) -> Decide:
    wanted = value == "true"

    def test(context: Context) -> bool:
        context.tests += 1
        return (context.settings.conditions >= context.tests) == wanted

    return _asked(test)


TESTS: dict[str, Callable[[str], Decide]] = {
    "variable": _variable,
    "is-numeric": _is_numeric,
    "is-uncertain-date": _is_uncertain,
    "locator": _locator,
    "position": _position,
    "disambiguate": _disambiguate,
}
