"""Variables in the note of a CSL item: taken where a whole line is one, left where it is not."""

import pytest

from paracite import readers
from paracite.readers import Document
from paracite.reference import Date, Name, Reference


def read(note: str, rest: str = "") -> Reference:
    note = note.replace("\n", "\\n").replace('"', '\\"')
    text = f'[{{"id": "a", "type": "book", "note": "{note}"{rest}}}]'
    [reference] = readers.reader("csljson").read(Document("x", text.encode())).references
    return reference


@pytest.mark.parametrize(
    ("note", "field", "value"),
    [
        ("original-date: 1929", "original_date", Date(1929)),
        ("Original Date: 1929-05-02", "original_date", Date(1929, 5, 2)),
        ("{:original-date: 1929}", "original_date", Date(1929)),
        ("{:original-date: 1929}{:original-title: Wesen}", "original_title", "Wesen"),
        ("DOI: 10.1000/x", "doi", "10.1000/x"),
        ("PMID: 12345", "pmid", "12345"),
        ("PMCID: PMC1", "pmcid", "PMC1"),
        ("type: standard", "type", "standard"),
        ("Citation Key: doe2001", "citekey", "doe2001"),
        ("status: in press", "status", "in press"),
        ("reviewed-author: Doe || Jane", "reviewed_author", (Name("Doe", "Jane"),)),
        ("director: A || B\ndirector: ACME", "director", (Name("A", "B"), Name(literal="ACME"))),
    ],
)
def test_taken(note: str, field: str, value: object) -> None:
    reference = read(note)
    assert (getattr(reference, field), reference.note) == (value, "")


@pytest.mark.parametrize(
    "note",
    [
        "Series: Corpus; volume 2",
        "See: the appendix",
        "type: gizmo",
        "A remark about DOI: 10.1000/x",
        "note: more",
        "{:nosuch: x}",
        "{:original-date: 1929} and more",
    ],
)
def test_left(note: str) -> None:
    assert read(note).note == note
    assert read(note).type == "book"


def test_what_an_item_has_is_not_replaced() -> None:
    reference = read("DOI: 10.1000/x\nkept", ', "DOI": "10.1000/y"')
    assert (reference.doi, reference.note) == ("10.1000/y", "DOI: 10.1000/x\nkept")


def test_other_lines_stay() -> None:
    reference = read("First.\nDOI: 10.1000/x\nLast.")
    assert (reference.doi, reference.note) == ("10.1000/x", "First.\nLast.")
