"""Styles that ask for too much: macros that call each other, deep nesting, odd names."""

import time

import pytest

from paracite.csl import Processor, load_style
from paracite.csl.bounds import MAX_DEPTH
from paracite.csl.person import parse_names
from paracite.errors import ParaciteError

from .styles import style

ITEM = {"id": "a", "type": "book", "title": "Pond"}


def macros(body: str, wide: int, deep: int) -> str:
    """Make macros of which each calls the one before it `wide` times, within `body`."""
    rows = [f'<macro name="m{n}">{body}</macro>' for n in range(1, deep + 1)]
    called = [row.replace("*", f'<text macro="m{n}"/>' * wide) for n, row in enumerate(rows)]
    return '<macro name="m0"><text variable="title"/></macro>' + "".join(called)


@pytest.mark.parametrize(("wide", "deep"), [(10, 8), (2, 30), (100, 3), (1, 200), (1, 5000)])
@pytest.mark.parametrize(
    "body", ["*", "<group>*</group>", '<choose><if type="book">*</if></choose>']
)
def test_a_style_without_bound_is_refused_at_once(body: str, wide: int, deep: int) -> None:
    started = time.process_time()
    with pytest.raises(ParaciteError, match=r"call each other|deep"):
        load_style(style(f'<text macro="m{deep}"/>', macros=macros(body, wide, deep)))
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<group>", "</group>"),
        ('<choose><if type="book">', "</if></choose>"),
        ('<choose><if locator="page" match="none">', "</if></choose>"),
        ('<names variable="author"><substitute>', "</substitute></names>"),
    ],
)
def test_what_is_not_refused_is_rendered(opening: str, closing: str) -> None:
    count = (MAX_DEPTH - 3) // opening.count("<")
    layout = opening * count + '<text variable="title"/>' + closing * count
    assert Processor(load_style(style(layout)), [ITEM]).cite([{"id": "a"}]) == "Pond"


@pytest.mark.parametrize(
    ("own", "said", "printed"),
    [
        ('<macro name="m"><text macro="m"/></macro>', "the macro 'm' calls itself", ""),
        ('<macro name="m"><text value="x"/><text macro="m"/></macro>', "calls itself", "x"),
        (
            '<macro name="m"><text macro="n"/></macro><macro name="n"><text macro="m"/></macro>',
            "the macro 'm' calls itself",
            "",
        ),
        ('<macro name="n"><text value="x"/></macro>', "there is no macro 'm'", ""),
    ],
)
def test_what_is_not_printed_is_said(own: str, said: str, printed: str) -> None:
    layout = '<text macro="m"/>'
    listed = Processor(load_style(style(layout, layout, own)), [ITEM]).bibliography()
    assert [entry.text for entry in listed.entries] == [printed] * bool(printed)
    assert any(said in warning for warning in listed.warnings)
    assert any("prints nothing" in warning for warning in listed.warnings) is not bool(printed)


@pytest.mark.parametrize("piece", ["a", "a ", "a'", "a.", "a-", "é ", "’a ", "a.b ", "1", " ", ","])
@pytest.mark.parametrize("key", ["given", "family"])
def test_long_names_are_read_in_time(key: str, piece: str) -> None:
    started = time.process_time()
    name = {"family": "J", "given": "J", key: "J " + piece * 20_000 + "1"}
    assert parse_names([name, {**name, key: piece * 20_000}])
    assert time.process_time() - started < 2
