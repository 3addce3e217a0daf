"""Crossref's records read as references, real and odd ones."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paracite.reference import Date, Name
from paracite.sources._packing import KEPT, slim
from paracite.sources._record import from_reference, searchable, to_record, to_reference
from paracite.sources.registry import records


def test_a_chapter_has_its_book_and_series() -> None:
    chapter = to_reference(
        {
            "type": "book-chapter",
            "title": ["On <i>x</i> &amp; y"],
            "subtitle": ["A study"],
            "container-title": ["Lecture Notes", "The Book"],
            "author": [{"family": "Doe", "given": "J.", "suffix": "Jr"}, {"name": "A Group"}],
            "published-print": {"date-parts": [[2011, 2]]},
            "published-online": {"date-parts": [[2010, 12, 1]]},
            "issued": {"date-parts": [[2010, 12, 1]]},
            "ISBN": ["http://id.crossref.org/isbn/9780714649719"],
        }
    )
    assert chapter.type == "chapter"
    assert chapter.title == "On x & y: A study"
    assert (chapter.container_title, chapter.collection_title) == ("The Book", "Lecture Notes")
    assert chapter.author == (Name("Doe", "J.", suffix="Jr"), Name(literal="A Group"))
    assert (chapter.issued, chapter.available_date) == (Date(2011, 2), Date(2010, 12, 1))
    assert chapter.isbn == "9780714649719"


@pytest.mark.parametrize(
    "odd",
    [
        {},
        {"title": None, "author": None, "issued": None, "event": None},
        {"title": [], "author": [{}], "issued": {"date-parts": [[None]]}, "relation": None},
        {"title": "plain", "container-title": "plain", "ISSN": "1234-5679", "updated-by": []},
        {"DOI": "no doi", "author": ["text"], "published-print": {}, "updated-by": [{}]},
    ],
)
def test_an_odd_record_is_read_as_far_as_it_goes(odd: dict[str, object]) -> None:
    record = to_record(odd, "here")
    says_something = ("title" in odd and odd["title"] == "plain") or odd.get("author") == ["text"]
    assert record.status == ("ok" if says_something else "sparse")
    assert bool(record.reference) == says_something


ODD = st.recursive(
    st.sampled_from([None, True, 0, 2001, "", "x", "<i>&amp;", "10.1000/x", "retraction"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "type", "family", "date-parts", "name"]), inner)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(sorted(KEPT)), ODD, max_size=6))
def test_no_form_of_a_record_stops_the_work(item: dict[str, object]) -> None:
    slim(item)
    searchable(item)
    record = to_record(item, "here")
    assert (record.reference is None) == (record.status == "sparse")


@pytest.mark.parametrize(
    ("item", "status"),
    [
        ({"publisher": "Test accounts"}, "deleted"),
        ({"container-title": ["CrossRef Listing of Deleted DOIs"]}, "deleted"),
        ({"title": ["RETRACTED ARTICLE: On x"]}, "retracted"),
        ({"title": ["Withdrawn: On x"]}, "withdrawn"),
        ({"title": ["Retraction Notice to: On x"]}, "ok"),
        ({"updated-by": [{"type": "expression_of_concern"}]}, "concern"),
        ({"updated-by": [{"type": "erratum"}, {"type": "withdrawal"}]}, "withdrawn"),
        ({"updated-by": [{"type": "new_version"}]}, "sparse"),
    ],
)
def test_the_status_of_a_record(item: dict[str, object], status: str) -> None:
    assert to_record(item, "here").status == status


def test_a_reference_survives_being_a_record(corpora: Path) -> None:
    for item in list(records(corpora / "crossref" / "works.jsonl.gz"))[::50]:
        reference = to_reference(item)
        again = to_reference(from_reference(reference))
        for name in ("title", "container_title", "author", "issued", "volume", "page", "doi"):
            assert getattr(again, name) == getattr(reference, name)


def test_recorded_answers_are_read(corpora: Path) -> None:
    seen = set()
    for path in sorted((corpora / "crossref" / "works").glob("*.json")):
        message = json.loads(path.read_text("utf-8"))["message"]
        record = to_record(message, "Crossref")
        seen.add(record.kind)
        if record.status == "sparse":
            assert not message.get("title")
            continue
        assert record.reference
        assert record.reference.doi == message["DOI"].lower()
        assert "<" not in record.reference.title or "</" not in record.reference.title
    assert len(seen) > 10
