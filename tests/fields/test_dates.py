"""Printed dates."""

from dataclasses import replace

import pytest

from paracite.fields import dates
from paracite.reference import Date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("(2003).", Date(2003)),
        ("2020a", Date(2020)),
        ("(2010, May 5)", Date(2010, 5, 5)),
        ("5. März 1999", Date(1999, 3, 5)),
        ("septembre 2014,", Date(2014, 9)),
        ("15 Agustus 2019", Date(2019, 8, 15)),
        ("1998-2001", Date(1998, end=Date(2001))),
        ("2010/11", Date(2010, end=Date(2011))),
        ("2010-05-17", Date(2010, 5, 17)),
        ("17.05.2010", Date(2010, 5, 17)),
        ("05/17/2010", Date(2010, 5, 17)),
        ("Spring 1987", Date(1987, season=1)),
        ("ca. 1850", Date(1850, circa=True)),
        ("(44 BCE)", Date(-44)),
        ("(n.d.)", Date(literal="n.d.")),
        ("(in press)", Date(literal="in press")),
    ],
)
def test_printed_date(text: str, date: Date) -> None:
    assert dates.printed(text) == date


@pytest.mark.parametrize("text", ["", "12(3)", "pp. 120-128", "Mario"])
def test_no_date(text: str) -> None:
    assert dates.printed(text) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Mar-Apr 2014", Date(2014, 3), Date(2014, 4)),
        ("March/April 2014", Date(2014, 3), Date(2014, 4)),
        ("(2010, May–June).", Date(2010, 5), Date(2010, 6)),
        ("2010 Jan-Feb", Date(2010, 1), Date(2010, 2)),
        ("2013 Dec-2014 Jan", Date(2013, 12), Date(2014, 1)),
        ("Dec 2013/Jan 2014", Date(2013, 12), Date(2014, 1)),
        ("Sept. 2001 to Jan. 2002", Date(2001, 9), Date(2002, 1)),
        ("5-7 May 2010", Date(2010, 5, 5), Date(2010, 5, 7)),
        ("May 5-7, 2010", Date(2010, 5, 5), Date(2010, 5, 7)),
        ("May 5th–7th, 2010", Date(2010, 5, 5), Date(2010, 5, 7)),
        ("30 April - 2 May 2010", Date(2010, 4, 30), Date(2010, 5, 2)),
        ("12-15 juin 2008", Date(2008, 6, 12), Date(2008, 6, 15)),
        ("Spring-Summer 2010", Date(2010, season=1), Date(2010, season=2)),
        ("Autumn 2014-Winter 2015", Date(2014, season=3), Date(2015, season=4)),
    ],
)
def test_a_range_of_months_days_or_seasons(text: str, first: Date, last: Date) -> None:
    date = dates.printed(text)
    assert date is not None
    assert (replace(date, end=None), date.end) == (first, last)
    assert dates.exact(text.strip("().")) == date


@pytest.mark.parametrize(
    "text",
    [
        *("Dec-Jan 2014", "May-May 2014", "7-5 May 2010", "May 5-June 2010", "May-Spring 2010"),
        *("foo-May 2010", "May 5-42, 2010", "May-June", "Mar-Apr-May 2014"),
    ],
)
def test_what_is_no_range(text: str) -> None:
    date = dates.printed(text)
    assert date is None or date.end is None
    assert dates.exact(text) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2014", Date(2014)),
        ("May 2010", Date(2010, 5)),
        ("5 May 2010", Date(2010, 5, 5)),
        ("May 5th, 2010", Date(2010, 5, 5)),
        ("Spring 2010", Date(2010, season=1)),
        ("17.05.2010", Date(2010, 5, 17)),
        ("2010/11", Date(2010, end=Date(2011))),
        ("2010-05", Date(2010, 5)),
    ],
)
def test_a_text_that_is_a_date(text: str, date: Date) -> None:
    assert dates.exact(text) == date


@pytest.mark.parametrize(
    "text", ["", "May", "5 May", "May 2010, online", "2010 5", "2010a", "c. 1850", "in press", "99"]
)
def test_a_text_that_is_more_or_less_than_a_date(text: str) -> None:
    assert dates.exact(text) is None


@pytest.mark.parametrize(
    ("month", "day", "date"),
    [
        ("5", "", Date(2001, 5)),
        ("05", "7", Date(2001, 5, 7)),
        ("5-6", "", Date(2001, 5, end=Date(2001, 6))),
        ("05/06", "", Date(2001, 5, end=Date(2001, 6))),
        ("Sep--Oct", "", Date(2001, 9, end=Date(2001, 10))),
        ("May", "5--7", Date(2001, 5, 5, end=Date(2001, 5, 7))),
        ("7~May", "", Date(2001, 5, 7)),
        ("May 7th", "", Date(2001, 5, 7)),
        ("8,", "", Date(2001, 8)),
        ("März", "", Date(2001, 3)),
        ("Spring", "", Date(2001, season=1)),
    ],
)
def test_a_month_within_a_year(month: str, day: str, date: Date) -> None:
    assert dates.within(2001, month, day) == date


@pytest.mark.parametrize(
    ("month", "day"),
    [
        *(("13", ""), ("0", ""), ("6-5", ""), ("5-13", ""), ("1st quarter", ""), ("7", "x")),
        *(("May", "32"), ("2", "30"), ("May 2002", ""), ("Dec/Jan", ""), ("5", "6-7")),
    ],
)
def test_what_is_no_month(month: str, day: str) -> None:
    assert dates.within(2001, month, day) is None


@pytest.mark.parametrize(
    "text", ["in press", "n.d.", "To appear", "s.d.", "no date", "принято в печати"]
)
def test_undated(text: str) -> None:
    assert dates.is_undated(text)
    assert not dates.is_undated("unknown")
