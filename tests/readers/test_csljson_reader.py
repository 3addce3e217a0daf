"""CSL-JSON of any quality: read, or refused in one line."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paracite import readers
from paracite.errors import ReadError
from paracite.readers import Document, Reading
from paracite.reference import Name


def read(value: object) -> Reading:
    return readers.reader("csljson").read(Document("x.json", json.dumps(value).encode()))


ITEM = {"id": "a", "type": "book", "title": "T"}


@pytest.mark.parametrize(
    "value", [[ITEM], ITEM, {"items": [ITEM]}], ids=["array", "item", "holder"]
)
def test_an_array_an_item_or_an_object_that_holds_items(value: object) -> None:
    [reference] = read(value).references
    assert (reference.citekey, reference.type, reference.title) == ("a", "book", "T")


def test_the_citation_key_is_the_key() -> None:
    [reference] = read([{"id": "http://zotero.org/1", "citation-key": "doe2001"}]).references
    assert reference.citekey == "doe2001"
    assert reference.extra == (("id", "http://zotero.org/1"),)


def test_what_is_no_item_is_told_of() -> None:
    reading = read([{"id": "a"}, 7, {"source": "T1"}])
    assert len(reading.references) == 1
    assert [each.message for each in reading.problems] == [
        "item 2 is no CSL-JSON item",
        "item 3 is no CSL-JSON item",
    ]


def test_a_name_may_be_a_string() -> None:
    assert read([{"author": ["WHO"]}]).references[0].author == (Name(literal="WHO"),)


@pytest.mark.parametrize(
    "text", ["[", "[" * 100_000, "[1" + "0" * 5000 + "]", "{}", '"a"', "7"], ids=[*"abcdef"]
)
def test_what_is_no_csl_json_is_refused(text: str) -> None:
    with pytest.raises(ReadError):
        readers.reader("csljson").read(Document("x.json", text.encode()))


values = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 3000) | st.sampled_from(["", "a", "2001"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["family", "date-parts", "extra", "origin"]), inner)
    ),
    max_leaves=6,
)
members = st.sampled_from(["type", "id", "title", "author", "issued", "custom", "citation-key"])


@given(st.lists(st.dictionaries(members, values | st.builds(lambda v: {"paracite": v}, values))))
def test_no_item_raises_a_traceback(items: list[object]) -> None:
    try:
        read(items)
    except ReadError as error:
        assert "holds no CSL-JSON items" in str(error)  # noqa: PT017  either is right
