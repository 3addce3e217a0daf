"""The tests of `cs:if`, compiled.

Source: CSL 1.0.2 specification, "Choose".
"""

from collections.abc import Callable

from paracite.csl.context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT, Context
from paracite.csl.marks import plain
from paracite.csl.numbers import is_numeric
from paracite.csl.xmltree import Element

Test = Callable[[Context], bool]
POSITIONS = {
    "first": frozenset([FIRST]),
    "subsequent": frozenset([SUBSEQUENT, IBID, IBID_WITH_LOCATOR]),
    "ibid": frozenset([IBID, IBID_WITH_LOCATOR]),
    "ibid-with-locator": frozenset([IBID_WITH_LOCATOR]),
}


def condition(branch: Element) -> Test:
    """Compile the tests of a branch; they hold together as its `match` says."""
    match = branch.get("match", "all")
    tests: list[Test] = []
    for name, values in branch.attributes.items():
        if name == "type":
            tests.append(_types(frozenset(values.split()), match))
        elif name == "variable":
            tests += _variables(frozenset(values.split()), match)
        elif name in TESTS:
            each = [TESTS[name](value) for value in values.split()]
            tests += [_not(test) for test in each] if match == "none" else each
    return _joined(tests, any_=match == "any")


def _joined(tests: list[Test], *, any_: bool) -> Test:
    if not tests:
        return lambda _context: True
    if len(tests) == 1:
        return tests[0]
    if len(tests) == 2:
        first, second = tests
        if any_:
            return lambda context: first(context) or second(context)
        return lambda context: first(context) and second(context)
    if any_:
        return lambda context: any(test(context) for test in tests)
    return lambda context: all(test(context) for test in tests)


def _not(test: Test) -> Test:
    return lambda context: not test(context)


def _types(types: frozenset[str], match: str) -> Test:
    if match == "none":
        return lambda context: context.entry.type not in types
    if match == "all" and len(types) > 1:
        return lambda _context: False
    return lambda context: context.entry.type in types


def _variables(names: frozenset[str], match: str) -> list[Test]:
    """Test the entry's variables together, those of the cite one by one."""
    of_cite = [OF_CITE[name] for name in names & OF_CITE.keys()]
    tests = [_not(test) for test in of_cite] if match == "none" else of_cite
    rest = names - OF_CITE.keys()
    if not rest:
        return tests
    if match == "none":
        return [lambda context: rest.isdisjoint(context.entry.present), *tests]
    if match == "any":
        return [lambda context: not rest.isdisjoint(context.entry.present), *tests]
    return [lambda context: rest <= context.entry.present, *tests]


OF_CITE: dict[str, Test] = {
    "citation-number": lambda _context: True,
    "first-reference-note-number": lambda c: c.cite is not None and bool(c.cite.first_note),
    "locator": lambda context: context.cite is not None and bool(context.cite.locator),
    "year-suffix": lambda context: bool(context.entry.suffix),
}


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
    label = value.replace("-", " ")

    def test(context: Context) -> bool:
        cite = context.cite
        return cite is not None and bool(cite.locator) and cite.label.replace("-", " ") == label

    return test


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
    "is-numeric": _is_numeric,
    "is-uncertain-date": _is_uncertain,
    "locator": _locator,
    "position": _position,
    "disambiguate": _disambiguate,
}
