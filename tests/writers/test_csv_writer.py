"""CSV: one row a reference, columns only where something stands."""

import csv
import io

from paracite import writers
from paracite.reference import Date, Name, Reference


def test_rows_and_columns() -> None:
    references = [
        Reference(citekey="a", type="book", author=(Name("Doe", "J."), Name(literal="WHO"))),
        Reference(citekey="b", title='"A, <i>b</i>"', issued=Date(2001, 5), extra=(("x", "1"),)),
    ]
    data = writers.writer("csv").write(references, writers.Options()).data.decode()
    assert list(csv.reader(io.StringIO(data))) == [
        ["citekey", "type", "author", "issued", "title", "x"],
        ["a", "book", "Doe, J.; WHO", "", "", ""],
        ["b", "document", "", "2001-05", '"A, b"', "1"],
    ]
