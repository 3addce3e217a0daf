"""Dates of BibTeX and biblatex, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paracite.bibtex.dates import read, read_parts, write
from paracite.reference import Date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2001", Date(2001)),
        ("2001-05", Date(2001, 5)),
        ("2001-05-07", Date(2001, 5, 7)),
        ("2001-05-07T10:00:00", Date(2001, 5, 7)),
        ("2001-XX-XX", Date(2001)),
        ("-0043-03-15", Date(-44, 3, 15)),
        ("1723~", Date(1723, circa=True)),
        ("1723?~", Date(1723, circa=True)),
        ("1988/1992", Date(1988, end=Date(1992))),
        ("1988/", Date(1988, end=Date())),
        ("1988/..", Date(1988, end=Date())),
        ("2001-21", Date(2001, season=1)),
        ("Y-17000", Date(-17001)),
        ("in press", Date(literal="in press")),
        ("/1998", Date(1998, literal="/1998")),
        ("1995-1-04", Date(1995, 1, 4, literal="1995-1-04")),
    ],
)
def test_biblatex(text: str, date: Date) -> None:
    assert read(text) == date


@pytest.mark.parametrize(
    ("parts", "date", "rest"),
    [
        (("2001", "", ""), Date(2001), ""),
        (("2001", "May", ""), Date(2001, 5), ""),
        (("2001", "05", "7"), Date(2001, 5, 7), ""),
        (("2001", "7~May", ""), Date(2001, 5, 7), ""),
        (("2001", "March/April", ""), Date(2001, 3, end=Date(2001, 4)), ""),
        (("2001", "Summer", ""), Date(2001, season=2), ""),
        (("2001", "Michaelmas", ""), Date(2001), "Michaelmas"),
        (("1990a", "", ""), Date(1990, literal="1990a"), ""),
        (("1990–95", "", ""), Date(1990, end=Date(1995), literal="1990–95"), ""),
        (("to appear", "", ""), Date(literal="to appear"), ""),
        (("", "", ""), None, ""),
    ],
)
def test_bibtex(parts: tuple[str, str, str], date: Date | None, rest: str) -> None:
    assert read_parts(*parts) == (date, rest)


years = st.integers(-500, 12000).filter(bool)
singles = (
    st.builds(Date, years, circa=st.booleans())
    | st.builds(Date, years, st.integers(1, 12), st.integers(0, 28), circa=st.booleans())
    | st.builds(Date, years, season=st.integers(1, 4))
)
ranges = st.builds(
    lambda a, b: Date(a.year, a.month, a.day, a.season, b, circa=a.circa or b.circa),
    singles,
    singles | st.just(Date()),
)


@given(singles)
def test_what_is_written_is_read(date: Date) -> None:
    assert read(write(date)) == date


@given(ranges)
def test_ranges_are_written_and_read(date: Date) -> None:
    again = read(write(date))
    assert (again.year, again.month, again.circa) == (date.year, date.month, date.circa)
    assert again.end is not None
    assert date.end is not None
    assert (again.end.year, again.end.season) == (date.end.year, date.end.season)
