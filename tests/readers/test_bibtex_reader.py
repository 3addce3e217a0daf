"""A .bib file as BibTeX sees it: macros, inheritance, every field."""

import pytest

from paracite import readers
from paracite.errors import ReadError
from paracite.readers import Document, Reading
from paracite.reference import Date, Name, Origin, Reference


def read(text: str) -> Reading:
    return readers.reader("bibtex").read(Document("a.bib", text.encode()))


def one(text: str) -> Reference:
    [reference] = read(text).references
    return reference


def test_macros_and_concatenation() -> None:
    text = '@string{acm = "ACM"}\n@string(press = acm # { Press})\n'
    reference = one(text + '@book{a, publisher = press # ", " # {Inc.}, month = 3 # feb}')
    assert reference.publisher == "ACM Press, Inc."


def test_months_are_macros() -> None:
    assert one("@book{a, year = 2001, month = sep # {~5}}").issued == Date(2001, 9, 5)


def test_an_unknown_macro_keeps_its_name() -> None:
    assert one("@article{a, journal = jacm}").container_title == "jacm"


def test_crossref_fills_what_is_missing() -> None:
    text = (
        "@inproceedings{a, title = {Paper}, crossref = {p}}\n"
        "@proceedings{p, title = {Proc}, year = 2001, editor = {Doe, J.}, booktitle = {Book}}\n"
    )
    child = read(text).references[0]
    assert (child.title, child.container_title) == ("Paper", "Book")
    assert (child.issued, child.editor) == (Date(2001), (Name("Doe", "J."),))
    assert child.get("crossref") == "p"


def test_a_title_is_inherited_as_booktitle() -> None:
    text = "@incollection{a, title = {T}, crossref = {b}}\n@book{b, title = {Whole}, date = {1999}}"
    child = read(text).references[0]
    assert (child.title, child.container_title, child.issued) == ("T", "Whole", Date(1999))


def test_xdata_is_inherited_and_is_no_work() -> None:
    text = "@xdata{x, publisher = {P}, xdata = {y}}\n@xdata{y, location = {L}}\n"
    reference = one(text + "@book{a, xdata = {x}}")
    assert (reference.publisher, reference.publisher_place) == ("P", "L")


def test_a_circle_of_crossrefs_ends() -> None:
    found = read("@book{a, crossref = {b}}\n@book{b, crossref = {a}, year = 1}").references
    assert found[0].issued == Date(1)


def test_printed_text_is_the_origin() -> None:
    reference = one("\n@book{a,\n  printed = {Doe, J. (2001). \\emph{A} \\& B.},\n}")
    assert reference.origin == Origin("a.bib", 2, "Doe, J. (2001). <i>A</i> & B.")
    assert not reference.extra


def test_what_has_no_variable_is_extra() -> None:
    reference = one("@misc{a, eprint = {2203.1}, archivePrefix = {arXiv}, myField = {50\\%}}")
    assert reference.type == "article"
    assert reference.extra == (
        ("eprint", "2203.1"),
        ("archiveprefix", "arXiv"),
        ("myfield", "50%"),
    )


def test_two_fields_for_one_variable_are_both_kept() -> None:
    reference = one("@inproceedings{a, location = {Delft}, address = {New York}}")
    assert reference.publisher_place == "New York"
    assert reference.extra == (("location", "Delft"),)


def test_a_date_and_its_parts_are_one() -> None:
    reference = one("@article{a, date = {2001}, year = 2001, month = may}")
    assert (reference.issued, reference.extra) == (Date(2001, 5), ())


def test_an_uncertain_date_is_about_then() -> None:
    assert one("@article{a, date = {2001-02~}}").issued == Date(2001, 2, circa=True)


def test_a_subtitle_joins_its_title() -> None:
    assert one("@book{a, title = {What?}, subtitle = {This}}").title == "What? This"
    assert one("@book{a, title = {What}, subtitle = {This}}").title == "What: This"


def test_number_means_what_the_type_says() -> None:
    assert one("@article{a, number = 3}").issue == "3"
    assert one("@techreport{a, number = 3}").number == "3"
    assert one("@book{a, number = 3, series = {S}}").collection_number == "3"


def test_problems_say_where() -> None:
    [problem] = read("@book{a,\n  title = {x}\n  year = 2001\n}").problems
    assert (problem.path, problem.line, problem.column) == ("a.bib", 2, 14)


def test_a_file_without_entries_is_told_of_unless_it_is_all_comment() -> None:
    assert [each.message for each in read("nothing").problems] == ["no BibTeX entry was found"]
    assert read("% nothing yet\n\n").problems == ()


def test_binary_data_is_refused() -> None:
    with pytest.raises(ReadError, match="is binary data"):
        readers.reader("bibtex").read(Document("a.bib", b"PK\x03\x04\x00\x00\xff"))
