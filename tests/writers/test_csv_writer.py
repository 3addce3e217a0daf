"""CSV: one row a reference, columns only where something stands."""

import csv
import io

import pytest

from paracite import readers, writers
from paracite.readers import Document
from paracite.reference import Date, Name, Reference


def test_rows_and_columns() -> None:
    references = [
        Reference(citekey="a", type="book", author=(Name("Doe", "J."), Name(literal="World Bank"))),
        Reference(citekey="b", title='"A, <i>b</i>"', issued=Date(2001, 5), extra=(("x", "1"),)),
    ]
    data = writers.writer("csv").write(references, writers.Options()).data.decode()
    assert list(csv.reader(io.StringIO(data))) == [
        ["citekey", "type", "author", "issued", "title", "x"],
        ["a", "book", "Doe, J.; World Bank", "", "", ""],
        ["b", "document", "", "2001-05", '"A, b"', "1"],
    ]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝", "'=", "''+"])
def test_no_cell_is_a_formula(sign: str) -> None:
    name = Name("Doe", "J.")
    hostile = Reference(
        citekey="a",
        type="book",
        author=(Name(f"{sign}1+1".strip(), "J."), name),
        title=f"{sign}1+1",
        extra=((f"{sign}x", f"{sign}cmd"),),
    )
    writing = writers.writer("csv").write([hostile], writers.Options())
    cells = [cell for row in csv.reader(io.StringIO(writing.data.decode())) for cell in row]
    assert not any(cell.startswith(tuple("=+-@\t\r＝＋－＠")) for cell in cells)
    [read] = readers.reader("csv").read(Document("x", writing.data)).references
    assert (read, writing.warnings) == (hostile, ())


def test_extra_keeps_its_names_and_how_often_they_come() -> None:
    extra = (("title", "no title"), ("x", "1"), ("x", "2"), ("type", "t"))
    first = Reference(citekey="a", title="T", extra=extra)
    second = Reference(citekey="b", extra=(("y", "3"), ("x", "4")))
    writing = writers.writer("csv").write([first, second], writers.Options())
    assert writing.warnings == ()
    again = readers.reader("csv").read(Document("x", writing.data)).references
    assert [sorted(each.extra) for each in again] == [sorted(extra), sorted(second.extra)]


def test_lines_and_blanks_in_a_cell_stay() -> None:
    reference = Reference(citekey="a", abstract=" One\n\n Two ;; \r\n", note="a;b")
    writing = writers.writer("csv").write([reference], writers.Options())
    [read] = readers.reader("csv").read(Document("x", writing.data)).references
    assert read == reference
