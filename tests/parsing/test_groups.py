"""Institutions that were printed as persons, and persons who are none."""

import pytest

from paracite.parsing import groups
from paracite.reference import Name

BODIES = {
    ("Leeds", "C. O."): "City of Leeds",
    ("Mumbai", "C. O."): "City of Mumbai",
    ("Nairobi", "C. O."): "City of Nairobi",
    ("Rotary", "I."): "Rotary International",
    ("Amnesty", "I."): "Amnesty International",
    ("Sister Cities", "I."): "Sister Cities International",
    ("Organization", "W. H."): "World Health Organization",
}
PERSONS = [
    ("Jackson", "C. O."),
    ("Zhukovskaja", "I."),
    ("Lee", "I."),
    ("Martin", "C. O."),
    ("Leeds", "K."),
]


@pytest.mark.parametrize("printed", BODIES)
def test_bodies(printed: tuple[str, str]) -> None:
    assert groups.restored((Name(*printed),)) == (Name(literal=BODIES[printed]),)


@pytest.mark.parametrize("printed", PERSONS)
def test_persons_stay(printed: tuple[str, str]) -> None:
    assert groups.restored((Name(*printed),)) == (Name(*printed),)


def test_city_beside_others_is_a_family() -> None:
    pair = Name("Leeds", "C. O."), Name("Lee", "K.")
    assert groups.restored(pair) == pair
