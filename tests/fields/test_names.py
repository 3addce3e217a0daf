"""Printed names in every usual order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paracite.fields import names
from paracite.reference import OTHERS, Name

LISTS = {
    "Aldecoa, F., & Keating, M.": [("Aldecoa", "F."), ("Keating", "M.")],
    "Puettmann KJ, Hibbs DE, Hann DW,": [("Puettmann", "KJ"), ("Hibbs", "DE"), ("Hann", "DW")],
    "S. E. Han, G. Chen,": [("Han", "S. E."), ("Chen", "G.")],
    "Lee, L. L., W. E. Howard, and R. E. Marsh.": [
        ("Lee", "L. L."),
        ("Howard", "W. E."),
        ("Marsh", "R. E."),
    ],
    "van der Berg JR, Ng PH.": [("Berg", "JR"), ("Ng", "PH")],
    "Wagner, E. Glenn,": [("Wagner", "E. Glenn")],
    "Ng, Siti, and Élodie Ng.": [("Ng", "Siti"), ("Ng", "Élodie")],
    "Kern, Hermann.": [("Kern", "Hermann")],
    "Berg, J. R. van der, and Paul-Henri Ng": [("Berg", "J. R."), ("Ng", "Paul-Henri")],
    "BARIL, Jean": [("BARIL", "Jean")],
    "Bugnon (A.-L.),": [("Bugnon", "A.-L.")],
    "Adams, Nicholson B.,": [("Adams", "Nicholson B.")],
    "Smith, John; Miller, Karl": [("Smith", "John"), ("Miller", "Karl")],
    "Antonio Astrain, Petra Koch": [("Astrain", "Antonio"), ("Koch", "Petra")],
    "LEQUIN Yves": [("LEQUIN", "Yves")],
    "García Márquez, Gabriel": [("García Márquez", "Gabriel")],
    "Smith, A., . . . Jones, B.": [("Smith", "A."), ("Jones", "B.")],
}


@pytest.mark.parametrize("text", LISTS)
def test_list_of_persons(text: str) -> None:
    assert [(name.family, name.given) for name in names.people(text)] == LISTS[text]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nuralam.", Name(literal="Nuralam")),
        ("World Health Organization.", Name(literal="World Health Organization")),
        ("Ludwig van Beethoven", Name("Beethoven", "Ludwig", non_dropping_particle="van")),
        ("de la Cruz, M. P.", Name("Cruz", "M. P.", non_dropping_particle="de la")),
        ("P. E. Ellis, Jr.", Name("Ellis", "P. E.", suffix="Jr.")),
        ("King, M. L., III", Name("King", "M. L.", suffix="III")),
    ],
)
def test_single_name(text: str, name: Name) -> None:
    assert names.people(text) == (name,)


@pytest.mark.parametrize("mark", [" et al.", ", et al", " and others", " dkk.", " [et al.]"])
def test_names_left_out_are_said_to_be(mark: str) -> None:
    assert names.people(f"Smith, J.{mark}") == (Name("Smith", "J."), OTHERS)


FAMILIES = st.sampled_from(["Smith", "Müller", "O'Neill", "García-López", "Ng", "McHugh", "Łoś"])
INITIALS = st.sampled_from(["J.", "A. B.", "J.-P.", "É."])
PEOPLE = st.lists(st.builds(Name, FAMILIES, INITIALS), min_size=1, max_size=6)


@given(PEOPLE, st.sampled_from(["{0.family}, {0.given}", "{0.given} {0.family}"]), st.booleans())
def test_every_order_gives_the_same_names(people: list[Name], form: str, ampersand: bool) -> None:  # noqa: FBT001  drawn by hypothesis
    printed = [form.format(name) for name in people]
    last = f"{', ' if len(people) > 1 else ''}{'& ' if ampersand and len(people) > 1 else ''}"
    text = ", ".join(printed[:-1]) + last + printed[-1]
    assert names.people(text) == tuple(people)


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("K. Mara Welters, Klaus-Peter Engels, and Robert Schlei", ["Welters", "Engels", "Schlei"]),
        ("Robert Schlei and K. Mara Welters", ["Schlei", "Welters"]),
        ("J. Anna Maria Lee & Robert Schlei", ["Lee", "Schlei"]),
        ("G. García Márquez, A. Smith, and R. Schlei", ["García Márquez", "Smith", "Schlei"]),
        ("G. García Márquez, A. Smith, and Robert Schlei", ["García Márquez", "Smith", "Schlei"]),
        ("G. García Márquez", ["García Márquez"]),
        ("García Márquez, G., & Smith, Robert", ["García Márquez", "Smith"]),
    ],
)
def test_a_given_name_behind_an_initial(text: str, families: list[str]) -> None:
    assert [name.family for name in names.people(text)] == families
