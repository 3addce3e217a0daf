"""BibTeX's names, in every form, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paracite.bibtex.names import read, read_noting, read_one, write
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
        ("შოთა რუსთაველი", Name("რუსთაველი", "შოთა")),
        ("明 李", Name("李", "明")),
        ("ابن سينا, فاطمة", Name("ابن سينا", "فاطمة")),
        ("McKay, John W., Jr.", Name("McKay", "John W.", suffix="Jr.")),
        ("McKay, Jr., John W.", Name("McKay", "John W.", suffix="Jr.")),
        ("MacCallum, T., III", Name("MacCallum", "T.", suffix="III")),
        ("MacCallum, III, Jr", Name("MacCallum", "Jr", suffix="III")),
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


ACCENTED = {  # letter → how LaTeX writes it, without braces of its own round all of it
    "ñ": [r"\~n", r"\~{n}", r"\~ n", r"{\~n}", r"{\~{n}}"],
    "é": [r"\'e", r"\'{e}", r"\' e", r"{\'e}"],
    "ű": [r"\H u", r"\H{u}", r"{\H u}", r"{\H{u}}"],
    "ř": [r"\v r", r"\v{r}", r"{\v r}"],
    "ø": [r"\o ", r"{\o}", r"\o{}"],
    "ā": [r"\=a", r"\={a}", r"{\=a}"],
}


@pytest.mark.parametrize(
    ("letter", "latex"), [(letter, latex) for letter, forms in ACCENTED.items() for latex in forms]
)
@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Mu*oz, Ana", Name("Mu*oz", "Ana")),
        ("Ana Mu*oz", Name("Mu*oz", "Ana")),
        ("Jo*a M. Mu*oz", Name("Mu*oz", "Jo*a M.")),
        ("J.~M. Mu*oz", Name("Mu*oz", "J. M.")),
        ("de~la Mu*oz, Jr., Ana", Name("Mu*oz", "Ana", "", "de la", "Jr.")),
        ("Ana de la Mu*oz", Name("Mu*oz", "Ana", "", "de la")),
        ("{Mu*oz de Ana}", Name(literal="Mu*oz de Ana")),
    ],
)
def test_an_accent_cuts_no_name(letter: str, latex: str, form: str, name: Name) -> None:
    meant = Name(*(getattr(name, part).replace("*", letter) for part in name.__dataclass_fields__))
    assert read(f"{form.replace('*', latex)} and B, C") == (meant, Name("B", "C"))


@pytest.mark.parametrize("form", [r"J.\,S. Bach", r"Bach, J.\,S.", r"J.\ S. Bach", r"Bach, J.\;S."])
def test_a_space_of_latex_cuts_as_any(form: str) -> None:
    assert read_one(form) == Name("Bach", "J. S.")


@pytest.mark.parametrize(
    ("latex", "families"),
    [
        ("Att, Hedy; But, Jo; Mich, Ge", ["Att", "But", "Mich"]),
        ("Hedy Att; Jo But and Ge Mich", ["Att", "But", "Mich"]),
        ("Smith, J. & Lee, K.", ["Smith", "Lee"]),
        (r"J. Smith \& K. Lee", ["Smith", "Lee"]),
        ("Att, Hedy, But, Jo, Mich, Ge", ["Att", "But", "Mich"]),
        ("A. Att, B. But, C. Mich, D. Oz", ["Att", "But", "Mich", "Oz"]),
        ("Wilshut E, Rinkenauer G, Brookhuis KA", ["Wilshut", "Rinkenauer", "Brookhuis"]),
        ("Pardee F., Kirkwood T.", ["Pardee", "Kirkwood"]),
        ("Att, A. and and But, B.", ["Att", "But"]),
    ],
)
def test_names_set_apart_in_other_ways_are_read_and_told_of(
    latex: str, families: list[str]
) -> None:
    names, message = read_noting(latex)
    assert [name.family for name in names] == families
    assert message


@pytest.mark.parametrize(
    "latex",
    [
        "Att, Hedy and But, Jo",
        "{Simon; Schuster} and {Barnes & Noble, Inc., New York, London}",
        r"Barnes \& Noble",
        "M&uuml;ller, A.",
        "family=Rous, given=J, given-i=J, prefix=de",
        "von Last, Jr, First and others",
        "",
    ],
)
def test_names_as_bibtex_has_them_are_not_told_of(latex: str) -> None:
    assert read_noting(latex)[1] == ""


@pytest.mark.parametrize("form", ["others", "et al.", "et~al.", r"\emph{et al.}", "{others}"])
def test_names_left_out(form: str) -> None:
    assert read(f"A, B and {form}") == (Name("A", "B"), OTHERS)


@pytest.mark.parametrize(
    ("latex", "name"),
    [
        (
            "given={Jean Pierre}, given-i=JP, prefix={de la}, prefix-i=d, family=Rous",
            Name("Rous", "Jean Pierre", "", "de la"),
        ),
        (
            "Family={Sons, Inc.}, Given=A, suffix=Jr., suffix-i=J, nametemplates=x",
            Name("Sons, Inc.", "A", suffix="Jr."),
        ),
        ('"family={Sons, Inc.}", given=A', Name("Sons, Inc.", "A")),
        (r"given=Andr\'e, family=Mu\~noz", Name("Muñoz", "André")),
        ("given=Plato", Name(given="Plato")),
        ("useprefix=false, prefix=von, family=H", Name("H", "", "von")),
        ("x=1, Smith", Name("x=1", "Smith")),
    ],
)
def test_names_by_their_parts(latex: str, name: Name) -> None:
    assert read(latex) == (name,)


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
