"""Printed dates."""

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
