"""BibTeX's names, in every form, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paracite.bibtex.names import read, read_one, write
from paracite.reference import OTHERS, Name


@pytest.mark.parametrize(
    ("latex", "name"),
    [
        ("Knuth, Donald E.", Name("Knuth", "Donald E.")),
        ("Donald E. Knuth", Name("Knuth", "Donald E.")),
        ("van Gogh, Vincent", Name("Gogh", "Vincent", non_dropping_particle="van")),
        ("Vincent van Gogh", Name("Gogh", "Vincent", non_dropping_particle="van")),
        ("Ludwig van der Rohe", Name("Rohe", "Ludwig", non_dropping_particle="van der")),
        ("de la Cruz, María", Name("Cruz", "María", non_dropping_particle="de la")),
        ("{de la Cruz}, María", Name("de la Cruz", "María")),
        ("King, Jr., Martin Luther", Name("King", "Martin Luther", suffix="Jr.")),
        ("{World Health Organization}", Name(literal="World Health Organization")),
        ("{Barnes {\\&} Noble}", Name(literal="Barnes & Noble")),
        ("Plato", Name("Plato")),
        (r"{\'E}lodie Dubois", Name("Dubois", "Élodie")),
        (r"\'Elodie {\v{C}}apek", Name("Čapek", "Élodie")),
        ("Jean~Paul Sartre", Name("Sartre", "Jean Paul")),
        ("others", OTHERS),
        (
            "family=Gogh, given=Vincent, prefix=van, useprefix=false",
            Name("Gogh", "Vincent", dropping_particle="van"),
        ),
    ],
)
def test_forms(latex: str, name: Name) -> None:
    assert read_one(latex) == name


def test_a_list_is_cut_at_and_outside_braces() -> None:
    found = read("Smith, A. and {Simon and Schuster} AND\n Anderson, B. and others")
    assert found == (
        Name("Smith", "A."),
        Name(literal="Simon and Schuster"),
        Name("Anderson", "B."),
        OTHERS,
    )


parts = st.sampled_from(["Smith", "Müller", "O'Brien", "Ould-Ahmed", "Ng", "La Cruz", "de Boer"])
given_names = st.sampled_from(["", "A.", "Anna Maria", "J.-P.", "Ludwig"])
names = (
    st.builds(
        Name,
        parts,
        given_names.filter(bool),
        non_dropping_particle=st.sampled_from(["", "van", "von der"]),
        suffix=st.sampled_from(["", "Jr.", "III"]),
    )
    | st.builds(Name, literal=st.sampled_from(["WHO", "Simon and Schuster", "A & B, Inc."]))
    | st.just(OTHERS)
)


@given(st.lists(names, max_size=4).map(tuple))
def test_what_is_written_is_read(people: tuple[Name, ...]) -> None:
    assert read(write(people)) == people


@pytest.mark.parametrize("family", [" x y", "de  la", "-", "{", "a,b", "and", "\u00a0", "}{"])
def test_any_family_name_is_written_as_one_name(family: str) -> None:
    assert len(read(write((Name(family, "A."), Name("B", "C."))))) == 2


def test_biblatex_tells_that_a_particle_drops() -> None:
    people = (
        Name("Humboldt", "Alexander", dropping_particle="von", suffix="Jr."),
        Name("Ng", "A."),
    )
    assert read(write(people, keyed=True)) == people


@pytest.mark.parametrize("latex", [",", "{", "}", " and ", ",,", "a, b, c, d", "{\\", "~", "=,="])
def test_no_name_raises(latex: str) -> None:
    read(latex)
