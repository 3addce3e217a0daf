"""EDTF: what is read of levels 0 to 2, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paracite.fields import edtf
from paracite.reference import Date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2014-12-31", Date(2014, 12, 31)),
        (" 2014-12 ", Date(2014, 12)),
        ("0523", Date(523)),
        ("-0043-03-15", Date(-44, 3, 15)),
        ("0000", Date(-1)),
        ("0001", Date(1)),
        ("-0004-02-29", Date(-5, 2, 29)),
        ("0000-02-29", Date(-1, 2, 29)),
        ("Y17000", Date(17000)),
        ("y-17000", Date(-17001)),
        ("2014-12-31T23:59:59Z", Date(2014, 12, 31)),
        ("2014-12-31T23:59:59+05:30", Date(2014, 12, 31)),
        ("2014-12-31 23:59", Date(2014, 12, 31)),
        ("2014-XX", Date(2014)),
        ("2014-12-XX", Date(2014, 12)),
        ("2014-XX-XX", Date(2014)),
        ("2014?", Date(2014, circa=True)),
        ("2014-06~", Date(2014, 6, circa=True)),
        ("2014-06-11%", Date(2014, 6, 11, circa=True)),
        ("2004-06~-11", Date(2004, 6, 11, circa=True)),
        ("?2004-06", Date(2004, 6, circa=True)),
        ("2001-21", Date(2001, season=1)),
        ("2001-24", Date(2001, season=4)),
        ("2001-25", Date(2001, season=1)),
        ("2001-32", Date(2001, season=4)),
        ("2001-33", Date(2001, 1, end=Date(2001, 3))),
        ("2001-36", Date(2001, 10, end=Date(2001, 12))),
        ("2001-38", Date(2001, 5, end=Date(2001, 8))),
        ("2001-41", Date(2001, 7, end=Date(2001, 12))),
        ("2000-02-29", Date(2000, 2, 29)),
        ("1988/1992", Date(1988, end=Date(1992))),
        ("2004-06-11/2004-07", Date(2004, 6, 11, end=Date(2004, 7))),
        ("1988/", Date(1988, end=Date())),
        ("1988/..", Date(1988, end=Date())),
        ("1988~/1992", Date(1988, end=Date(1992), circa=True)),
        ("1988/1992?", Date(1988, end=Date(1992, circa=True), circa=True)),
    ],
)
def test_dates(text: str, date: Date) -> None:
    assert edtf.read(text) == date


@pytest.mark.parametrize(
    "text",
    [
        *("", "x", "20", "20145", "2014-1", "2014-1-1", "2014-00", "2014-13", "2014-20"),
        *(
            "2014-42",
            "2014-02-30",
            "1900-02-29",
            "-0005-02-29",
            "2014-04-31",
            "2014-12-00",
            "2014-21-05",
        ),
        *("2014/x", "/1998", "../1998", "1998/1999/2000", "2001-33/2002", "2001/2002-33"),
        *("201X", "Y123", "2014-XX-05-01", "May 2014", "2014-12-31T"),
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert edtf.read(text) is None


years = st.integers(-99999, 99999).filter(bool)
points = (
    st.dates().map(lambda day: Date(day.year, day.month, day.day))
    | st.builds(Date, years, st.integers(0, 12), circa=st.booleans())
    | st.builds(Date, years, season=st.integers(1, 4), circa=st.booleans())
)


@given(points)
def test_what_is_written_is_read(date: Date) -> None:
    assert edtf.read(edtf.write(date)) == date
