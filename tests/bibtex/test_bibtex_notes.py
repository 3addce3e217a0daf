"""What is guessed, changed or left out in reading is told of, with its line, key and field."""

import pytest

from paracite import readers
from paracite.reference import Date, Reference


def read(source: str) -> tuple[Reference, list[str]]:
    reading = readers.reader("bibtex").read(readers.Document("x.bib", source.encode()))
    told = [f"{each.line}:{each.column} {each.message}" for each in reading.problems]
    return reading.references[0], told


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("author = {Att, Jo; But, Al}", "author: names are set apart by “;”, not by “and”"),
        ("editor = {J. Att & A. But}", "editor: names are set apart by “&”, not by “and”"),
        (
            "author = {Att, J, But, A}",
            "author: names are set apart by commas, not by “and”: read as 2",
        ),
        ("author = {Att, J and and But, A}", "author: a name is missing"),
        ("title = {R&amp;D}", "title: &amp; is HTML: read as '&'"),
        ("pages = {xvii+412}", "pages: xvii+412 is how many pages there are, and no page"),
        ("year = {unknown}", "year: 'unknown' is no year: kept as it is written"),
        ("date = {199u}", "date: '199u' is no date: kept as it is written"),
        ("journal = nosuch", "journal: the macro nosuch is not defined"),
        ("title = jan # { } # nosuch", "title: the macro nosuch is not defined"),
    ],
)
def test_a_guess_is_told_of(field: str, message: str) -> None:
    _, told = read(f"@book{{a,\n  {field},\n}}\n")
    column = 3 + field.index("=") + 2
    assert told == [f"2:{column} a: {message}"]


@pytest.mark.parametrize(
    ("month", "day", "rest"),
    [
        ("Michaelmas", "", ("month", "Michaelmas")),
        ("Dec/Jan", "", ("month", "Dec/Jan")),
        ("13", "", ("month", "13")),
        ("May", "32", ("day", "32")),
    ],
)
def test_what_of_a_date_is_left_out_is_told_of(month: str, day: str, rest: tuple[str, str]) -> None:
    reference, told = read(f"@book{{a,\n year = 2001,\n month = {{{month}}}, day = {{{day}}}}}")
    field, text = rest
    assert rest in reference.extra
    assert any(f"a: {field}: {text!r} is left out of the date" in each for each in told)


@pytest.mark.parametrize(
    "field",
    [
        "author = {Att, Jo and But, Al and others}",
        "title = {R\\&D at AT&T; &c}",
        "url = {https://a.org/?a=1&amp;b=2}",
        "pages = {1--20}",
        "pages = {412}",
        "year = {in press}",
        "year = {n.d.}",
        "year = {1990a}",
        "date = {2001-02}",
        "month = sep # {--} # oct, year = 2001",
        "",
    ],
)
def test_what_is_understood_is_not(field: str) -> None:
    assert read(f"@book{{a, {field}}}\n@book{{b}}")[1] == []


def test_a_macro_is_told_of_once_and_a_parent_that_is_missing() -> None:
    source = "@book{a, crossref = {x}, title = foo}\n@book{b, title = foo, xdata = {a, y}}\n"
    assert read(source)[1] == [
        "1:34 a: title: the macro foo is not defined",
        "1:1 a: crossref: x is not in the file, so nothing is inherited",
        "2:1 b: xdata: y is not in the file, so nothing is inherited",
    ]


def test_an_extent_is_written_and_read_as_such() -> None:
    reference, _ = read("@book{a, pages = {xvii, 412 p.}}")
    assert (reference.page, reference.number_of_pages) == ("", "xvii, 412")


def test_a_month_beside_a_year_in_words() -> None:
    reference, told = read("@book{a, year = {1942a}, month = {1~March}}")
    assert reference.issued == Date(1942, 3, 1, literal="1942a")
    assert told == []
