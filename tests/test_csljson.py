"""CSL-JSON keeps everything a reference can hold."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paracite import readers
from paracite.csl import Processor, load_style
from paracite.csljson import from_item, to_item
from paracite.fields import edtf
from paracite.reference import (
    DATE_FIELDS,
    NAME_FIELDS,
    OTHERS,
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


def told(item: dict[str, Any]) -> tuple[Reference, list[str]]:
    notes: list[str] = []
    return from_item(item, note=notes.append), notes


FORMS = [
    (2014, "2014", 0),
    ("2014-12-31", "2014-12-31", 0),
    ("2010-02-01/2011-03-04", "2010-02-01/2011-03-04", 0),
    ("2014-05-06T10:00:00Z", "2014-05-06", 0),
    ("2004-06~-11", "2004-06-11~", 0),
    ("2010/..", "2010/", 0),
    ("Spring 2010", "2010-21", 0),
    ("5 May 2010", "2010-05-05", 0),
    ("2013 Dec-2014 Jan", "2013-12/2014-01", 0),
    ("c. 1850", "1850~ c. 1850", 0),
    ("in press", "in press", 0),
    ("soon, maybe", "soon, maybe", 1),
    ([2014, 5], "2014-05", 0),
    ([[2014, 5], [2015]], "2014-05/2015", 0),
    ({"date-parts": [2014, 5]}, "2014-05", 0),
    ({"date-parts": [["2014", "May", ""]]}, "2014-05", 0),
    ({"date-parts": [["2014", "5", 7.0]]}, "2014-05-07", 0),
    ({"date-parts": [[2014, 0, 0]]}, "2014", 0),
    ({"date-parts": [[2014, None, 5]]}, "2014", 1),
    ({"date-parts": [[2014, 5, None]]}, "2014-05", 0),
    ({"date-parts": [[2014, 40, 5]]}, "2014", 1),
    ({"date-parts": [[2014, 5, 32]]}, "2014", 1),
    ({"date-parts": [[2000], [2001], [2002]]}, "2000/2001", 1),
    ({"date-parts": [[2014, 13]]}, "2014-21", 0),
    ({"date-parts": [[2014, 22], [2014, 23]]}, "2014-22/2014-23", 0),
    ({"date-parts": [[2014]], "season": "Winter"}, "2014-24", 0),
    ({"date-parts": [[2014]], "season": "2"}, "2014-22", 0),
    ({"date-parts": [[2014]], "season": 15}, "2014-23", 0),
    ({"date-parts": [[2014]], "season": "Trinity"}, "2014", 1),
    ({"date-parts": [[2014]], "circa": 1}, "2014~", 0),
    ({"date-parts": [[2014]], "circa": "false"}, "2014", 0),
    ({"date-parts": [[2014]], "literal": "MMXIV"}, "2014 MMXIV", 0),
    ({"literal": "Spring 2010"}, "2010-21 Spring 2010", 0),
    ({"literal": "forthcoming"}, "forthcoming", 0),
    ({"raw": "2010-05/2010-07"}, "2010-05/2010-07", 0),
    ({"edtf": "2001-21"}, "2001-21", 0),
    ({"year": 2001, "month": "5"}, "2001-05", 0),
]


@pytest.mark.parametrize(("value", "meant", "count"), FORMS)
def test_a_date_in_any_form_is_read_or_told_of(value: object, meant: str, count: int) -> None:
    reference, notes = told({"id": "a", "type": "book", "issued": value})
    date = reference.issued
    assert date is not None
    written = (
        f"{edtf.write(date)} {date.literal}" if date.year and date.literal else edtf.write(date)
    )
    assert (written, len(notes)) == (meant, count)
    assert all(note.startswith("issued: ") for note in notes)
    assert from_item(to_item(reference)).issued == date


@pytest.mark.parametrize("value", [{}, "", [], None])
def test_an_empty_date_is_none_and_not_told_of(value: object) -> None:
    reference, notes = told({"id": "a", "issued": value})
    assert (reference.issued, reference.extra, notes) == (None, (), [])


@pytest.mark.parametrize("value", [{"date-parts": [[None]]}, {"season": 1}, {"date-parts": "x"}])
def test_a_date_that_says_nothing_is_kept_aside_and_told_of(value: object) -> None:
    reference, notes = told({"id": "a", "issued": value})
    assert reference.issued is None
    assert reference.get("issued")
    assert len(notes) == 1


@pytest.mark.parametrize(
    ("value", "names", "count"),
    [
        ([{"family": "Doe", "given": "J", "multi": {"a": 1}}], (Name("Doe", "J"),), 0),
        ({"family": "Doe"}, (Name("Doe"),), 0),
        (["WHO", {"name": "UN"}], (Name(literal="WHO"), Name(literal="UN")), 0),
        ([{"family": "Doe"}, {"family": "others"}], (Name("Doe"), OTHERS), 0),
        ([{"family": "Doe"}, {"literal": "et al."}], (Name("Doe"), OTHERS), 0),
        ([{"family": "Doe", "ORCID": "0"}, {"family": "Roe"}], (Name("Doe"), Name("Roe")), 1),
        ([{"family": "Doe", "affiliation": []}], (Name("Doe"),), 0),
        ([{"family": "Doe"}, {}, 5], (Name("Doe"),), 1),
        ([5], (), 1),
    ],
)
def test_names_in_any_form_are_read_or_told_of(
    value: object, names: tuple[Name, ...], count: int
) -> None:
    reference, notes = told({"id": "a", "author": value})
    assert (reference.author, len(notes)) == (names, count)


@pytest.mark.parametrize("names", [(Name("Doe"), OTHERS), (OTHERS,)])
def test_others_are_no_name_of_an_item(names: tuple[Name, ...]) -> None:
    item = to_item(Reference(citekey="a", author=names, editor=(Name("Roe"),)))
    assert "others" not in json.dumps(item.get("author", []))
    assert item["custom"]["paracite"] == {"others": ["author"]}
    assert from_item(item).author == names


def test_a_style_prints_et_al_for_others() -> None:
    author = (Name("Doe", "Jo"), OTHERS)
    item = to_item(Reference(citekey="a", type="book", title="T", author=author))
    assert Processor(load_style("apa"), [item]).cite([{"id": "a"}]) == "(Doe et al., n.d.)"


def test_notes_are_problems_with_line_and_key() -> None:
    data = b'[\n {"id": "a"},\n {"id": "b", "issued": "soon"},\n 5\n]'
    reading = readers.reader("csljson").read(readers.Document("x.json", data))
    assert [reference.origin.line for reference in reading.references] == [2, 3]
    [soon, five] = reading.problems
    assert (soon.line, soon.message) == (3, "b: issued: 'soon' is no date: kept as it is written")
    assert five.message == "item 3 is no CSL-JSON item"
