"""Names, dates and pages of tagged formats and tables: every form, and there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paracite.readers import _values
from paracite.reference import OTHERS, Date, Name

WORDS = ["Müller", "de", "van der", "D'Angelo", "Łukasz", "李", "Иван", "Smith-Jones", "X.", "O"]


@pytest.mark.parametrize(
    ("first", "last", "pages"),
    [
        ("67-76", "76", "67-76"),
        ("67–76", "76", "67-76"),
        ("67--76", "76", "67-76"),
        ("67 - 76", "76", "67-76"),
        ("67-76", "67-76", "67-76"),
        ("67", "67-76", "67-76"),
        ("67", "76", "67-76"),
        ("67", "67", "67"),
        ("67-76", "", "67-76"),
        ("", "76", "76"),
        ("", "67-76", "67-76"),
        ("", "", ""),
        ("737", "8", "737-8"),
        ("737-8", "738", "737-8"),
        ("737-8", "8", "737-8"),
        ("S12-S18", "S18", "S12-S18"),
        ("S12", "S18", "S12-S18"),
        ("e1004", "", "e1004"),
        ("xii", "xv", "xii-xv"),
        ("5-7, 12", "12", "5-7, 12"),
        ("pp. 67-76", "76", "67-76"),
        ("p.67", "p.76", "67-76"),
        ("12", "20; quiz 21", "12-20, quiz 21"),
        ("1123", "1130", "1123-1130"),
    ],
)
def test_first_and_last_page(first: str, last: str, pages: str) -> None:
    assert _values.read_pages(first, last) == (pages, "")


def test_a_last_page_that_contradicts_a_range_is_kept_beside_it() -> None:
    assert _values.read_pages("67-76", "80") == ("67-76", "80")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2005", Date(2005)),
        ("2005/07/15/Summer", Date(2005, 7, 15)),
        ("2005/07", Date(2005, 7)),
        ("1948/07//", Date(1948, 7)),
        ("2001/00/00/", Date(2001)),
        ("2001///", Date(2001)),
        ("2001///Spring", Date(2001, season=1)),
        ("2001//15", Date(2001)),
        ("2001//15/", Date(2001)),
        ("2001/Feb/30", Date(2001, 2)),
        ("2001/02/29", Date(2001, 2, 29)),
        ("2013/May/01", Date(2013, 5, 1)),
        ("2013-05-28", Date(2013, 5, 28)),
        ("2002-05", Date(2002, 5)),
        ("2001-02-03", Date(2001, 2, 3)),
        ("2001-02-03T04:05:06Z", Date(2001, 2, 3)),
        ("2020-01-02 03:04:05", Date(2020, 1, 2)),
        ("20130528", Date(2013, 5, 28)),
        ("2013 May 28", Date(2013, 5, 28)),
        ("28 May 2013", Date(2013, 5, 28)),
        ("May 28, 2013", Date(2013, 5, 28)),
        ("2016 May-Jun", Date(2016, 5, end=Date(2016, 6))),
        ("2013 Dec-2014 Jan", Date(2013, 12, end=Date(2014, 1))),
        ("2009 Spring", Date(2009, season=1)),
        ("2001/2002", Date(2001, end=Date(2002))),
        ("1998-2001", Date(1998, end=Date(2001))),
        ("2001-03/2001-05", Date(2001, 3, end=Date(2001, 5))),
        ("2001///2001-03/2001-05", Date(2001, 3, end=Date(2001, 5))),
        ("-0044/03/15", Date(-44, 3, 15)),
        ("05/17/2010", Date(2010, 5, 17)),
        ("in press", Date(literal="in press")),
        ("", None),
        ("//", None),
    ],
)
def test_dates(text: str, date: Date | None) -> None:
    assert _values.read_date(text) == date


@pytest.mark.parametrize(
    ("text", "date", "more"),
    [
        ("2013/05/28", Date(2014, 4, 1), True),
        ("2013", Date(2013, 5), False),
        ("2013/05", Date(2013, 5, 28), False),
        ("2013/05/28/Epub", Date(2013, 5, 28), True),
        ("2013 May", Date(2013, 5), False),
        ("in press", Date(literal="in press"), False),
        ("in press", Date(literal="soon"), True),
        ("2013", None, False),
    ],
)
def test_what_a_date_does_not_hold(text: str, date: Date | None, *, more: bool) -> None:
    assert _values.says_more(text, date) is more


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Watson, James D.", Name("Watson", "James D.")),
        ("King, Martin Luther, Jr.", Name("King", "Martin Luther", suffix="Jr.")),
        ("King, , Jr.", Name("King", suffix="Jr.")),
        ("King, M. L., Jr., Esq.", Name("King", "M. L.", suffix="Jr., Esq.")),
        ("World Bank", Name(literal="World Bank")),
        ("World Health Organization,", Name(literal="World Health Organization")),
        ("UNESCO,", Name(literal="UNESCO")),
        ("Plato", Name("Plato")),
        (
            "University of California,, San Diego",
            Name(literal="University of California, San Diego"),
        ),
        ("van der Berg, Jan", Name("Berg", "Jan", non_dropping_particle="van der")),
        ("van Dyk,", Name("Dyk", non_dropping_particle="van")),
        ("Gaulle, Charles de", Name("Gaulle", "Charles", dropping_particle="de")),
        ("d'Angelo, Ada", Name("d'Angelo", "Ada")),
        ("et al.", OTHERS),
        ("Others", OTHERS),
    ],
)
def test_names(text: str, name: Name) -> None:
    assert _values.read_name(text) == name


words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
part = st.one_of(st.just(""), words, st.builds("{}, {}".format, words, words))


@given(
    st.one_of(
        st.builds(lambda text: Name(literal=text), part.filter(bool)),
        st.builds(
            Name,
            st.sampled_from([w for w in WORDS if w[:1].isupper() or w == "李"]),
            st.sampled_from([w for w in WORDS if w[:1].isupper()]),
            st.sampled_from(["", "de", "van der"]),
            st.sampled_from(["", "von", "de la"]),
            st.sampled_from(["", "Jr.", "III, Esq."]),
        ),
    )
)
def test_names_are_read_as_they_were_written(name: Name) -> None:
    assert _values.read_name(_values.write_name(name)) == name


years = st.integers(-999, 9999).filter(bool)  # CSL has no year zero
days = st.builds(Date, years, st.integers(1, 12), st.integers(0, 28))
single = st.one_of(st.builds(Date, years), days, st.builds(Date, years, season=st.integers(1, 4)))


@given(
    st.one_of(
        single,
        st.builds(lambda d: Date(d.year, d.month, d.day, d.season, circa=True), single),
        st.builds(lambda d, e: Date(d.year, d.month, d.day, d.season, e), single, single),
    )
)
def test_dates_are_read_as_they_were_written(date: Date) -> None:
    assert _values.read_date(_values.write_date(date)) == date


@given(
    st.sampled_from(["5", "5-7", "e12", "S1-S5", "5-7, 12", "5-7-9", "737-8", "-5", "5-", "1, 2"])
)
def test_pages_are_read_as_they_were_written(pages: str) -> None:
    first, last = _values.write_pages(pages)
    assert _values.read_pages(first, last)[0] == pages
