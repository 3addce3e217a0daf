"""CSL-JSON keeps everything a reference can hold."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paracite.csljson import from_item, to_item
from paracite.reference import (
    DATE_FIELDS,
    NAME_FIELDS,
    TEXT_FIELDS,
    Date,
    Name,
    Origin,
    Reference,
)

words = st.text("abc É-", min_size=1, max_size=8)
names = st.builds(Name, family=words, given=words) | st.builds(Name, literal=words)
days = st.builds(Date, st.integers(-100, 2100).filter(bool), st.integers(1, 12), st.integers(0, 28))
dates = days | st.builds(replace, days, end=days | st.just(Date())) | st.builds(Date, literal=words)
values: dict[str, st.SearchStrategy[Any]] = {
    **{name: st.lists(names, min_size=1, max_size=3).map(tuple) for name in NAME_FIELDS},
    **dict.fromkeys(DATE_FIELDS, dates),
    **dict.fromkeys(TEXT_FIELDS, words),
}
pairs = st.lists(st.tuples(words, words), unique_by=lambda pair: pair[0]).map(tuple)


@st.composite
def references(draw: st.DrawFn) -> Reference:
    chosen = draw(st.lists(st.sampled_from(sorted(values)), unique=True, max_size=12))
    drawn = {name: draw(values[name]) for name in chosen}
    return Reference(citekey=draw(words), type="book", extra=draw(pairs), **drawn)


@given(references())
def test_writing_then_reading_changes_nothing(reference: Reference) -> None:
    assert from_item(to_item(reference)) == reference


def test_origin_is_kept() -> None:
    origin = Origin("a.txt", 3, "as printed")
    assert from_item(to_item(Reference(origin=origin))).origin == origin


def test_what_csl_does_not_know_is_kept() -> None:
    read = from_item({"id": 7, "type": "book", "eprint": "1", "custom": {"x": {"y": 1}}})
    assert read.citekey == "7"
    assert dict(read.extra) == {"eprint": "1", "x": '{"y": 1}'}


@pytest.mark.parametrize("parts", [[["2001", "5"]], [[2001, 5]]])
def test_numbers_may_be_strings(parts: list[list[object]]) -> None:
    assert from_item({"issued": {"date-parts": parts}}).issued == Date(2001, 5)
