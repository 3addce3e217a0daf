"""Names, initials, dates and numbers as items have them and styles want them."""

import pytest

from paracite.csl import locale
from paracite.csl.datevalue import parse_date
from paracite.csl.numbers import is_numeric, is_plural, numbered, ordinal, pages
from paracite.csl.person import Person, parse_names


@pytest.mark.parametrize(
    ("value", "person"),
    [
        ({"family": "van der Berg", "given": "Jan"}, Person("Berg", "Jan", "", "van der")),
        ({"family": "Humboldt", "given": "Alexander von"}, Person("Humboldt", "Alexander", "von")),
        ({"family": "King", "given": "Martin, Jr."}, Person("King", "Martin", suffix="Jr.")),
        ({"family": "d'Arc", "given": "J"}, Person("Arc", "J", "", "d’")),
        ({"literal": "WHO"}, Person(literal="WHO")),
        ({"given": "Plato"}, Person(literal="Plato")),
    ],
)
def test_names_are_told_apart(value: object, person: Person) -> None:
    assert parse_names([value]) == (person,)


@pytest.mark.parametrize("value", [None, 5, [None], [{}], [{"family": ""}], [["x"]]])
def test_what_is_no_name_is_left_out(value: object) -> None:
    assert parse_names(value) == ()


@pytest.mark.parametrize(
    ("raw", "start", "end"),
    [
        ("2004-10-14", (2004, 10, 14), None),
        ("May 5, 1999", (1999, 5, 5), None),
        ("1999/2001", (1999, 0, 0), (2001, 0, 0)),
        ("Spring 2010", (2010, 13, 0), None),
    ],
)
def test_raw_dates(raw: str, start: object, end: object) -> None:
    date = parse_date({"raw": raw})
    assert date is not None
    assert (date.start, date.end) == (start, end)


@pytest.mark.parametrize("value", [None, {}, {"date-parts": [[]]}, {"date-parts": [["x"]]}, []])
def test_what_is_no_date_is_none(value: object) -> None:
    assert parse_date(value) is None


@pytest.mark.parametrize(
    ("text", "form", "printed"),
    [
        ("321-328", "minimal", "321–8"),
        ("321-328", "minimal-two", "321–28"),
        ("107-8", "expanded", "107–108"),
        ("1496-1504", "chicago-16", "1496–504"),
        ("100-104", "chicago", "100–104"),
        ("e12-e14", "expanded", "e12–e14"),
        ("5, 9-12", "", "5, 9–12"),
        ("280-30", "expanded", "280–30"),
        ("280-30", "minimal", "280–30"),
        ("280-80", "expanded", "280–280"),
        ("N110-5", "expanded", "N110-5"),
    ],
)
def test_page_ranges(text: str, form: str, printed: str) -> None:
    assert pages(text, form, "–") == printed


def test_numbers() -> None:
    english, french = locale.load("en-US"), locale.load("fr-FR")
    assert [ordinal(n, english) for n in (1, 2, 11, 23, 112)] == [
        "1st",
        "2nd",
        "11th",
        "23rd",
        "112th",
    ]
    assert ordinal(1, french, "feminine") != ordinal(1, french, "masculine")
    assert numbered("2 & 4-6", "ordinal", english) == "2nd & 4th–6th"
    assert [is_numeric(t) for t in ("2nd", "4-6", "second", "2nd ed.")] == [
        True,
        True,
        False,
        False,
    ]
    assert [is_plural(t) for t in ("12-15", "3 & 5", "12", "xii-xv")] == [True, True, False, True]


def test_locale_of_a_style_wins_over_the_files() -> None:
    assert locale.load("de-AT").term("and") == "und"
    assert locale.load("de-AT").term("month-01") == "Jänner"
    assert locale.load("xx-XX").term("and") == "and"
    assert locale.load("en-US").term("editor", "verb-short") == "ed. by"
