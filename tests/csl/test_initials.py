"""Given names to initials, in the alphabets and spellings names come in."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paracite.csl.initials import initials

CAPITALS = [
    letter
    for letter in map(chr, range(0x41, 0x590))
    if letter.isupper() and letter.lower() != letter and unicodedata.category(letter) == "Lu"
]


@pytest.mark.parametrize(
    ("names", "mark", "short"),
    [
        ("Jean-Luc Marie", ". ", "J.-L. M."),
        ("Jean-Luc", "", "J-L"),
        ("Jean-luc", ".", "J."),
        ("Jean‐Luc", ".", "J.-L."),
        ("Jean\u2011Luc", ".", "J.-L."),
        ("Abd-al-Rahman", ".", "A.-R."),
        ("M.E.", ". ", "M. E."),
        ("Günter", ".", "G."),
        ("Hélène-Marie Zoë", "", "H-MZ"),
        ("Şükrü Çağrı", ".", "Ş.Ç."),
        ("Ủy Ọlá Ɓala", ".", "Ủ.Ọ.Ɓ."),
        ("Țepeș", ".", "Ț."),
        ("E\u0301mile", ".", "E\u0301."),
        ("HÉLÈNE", ".", "H."),
        ("TSerendorj", ".", "Ts."),
        ("ŠČerbak", ".", "Šč."),
        ("Yu. V.", ".", "Yu.V."),
        ("Иван Петрович", ".", "И.П."),
        ("Ґалаґан Ївга", ".", "Ґ.Ї."),
        ("Ἀριστοτέλης Ίων", ".", "Ἀ.Ί."),
        ("Հայկ Արամի", ".", "Հ.Ա."),
        ("גבריאל יצחק", ".", "ג.י."),
        ("محمد علي", ".", "م.ع."),
        ("გიორგი", ".", "გ."),
        ("เสนีย์ มานพ", ".", "ส.ม."),
        ("小明", ".", "小明"),
        ("길-동", ".", "길-동"),
        ("राम मोहन", ".", "राम मोहन"),
        ("N'Golo", ".", "N."),
        ("O’Neil", ".", "O."),
        ("’Abd", ".", "’A."),
        ("ʿAlī Ḥasan", ".", "ʿA.Ḥ."),
        ("ʻAulani", ".", "ʻA."),
        ("d’Arcy Ann", ".", "d’Arcy A."),
        ("e. e.", ".", "e. e."),
        ("José M.ª", ". ", "J. M."),
        ("Mary (Bob)", ".", "M. (Bob)"),
    ],
)
def test_given_names_shorten(names: str, mark: str, short: str) -> None:
    assert initials(names, mark) == short


@pytest.mark.parametrize(
    ("names", "short"),
    [("Jean J. P.", "Jean J. P."), ("Éva É", "Éva É."), ("J.-L.", "J.-L."), ("Zoë", "Zoë")],
)
def test_only_initials_get_the_mark_where_names_stay(names: str, short: str) -> None:
    assert initials(names, ". ", True, False) == short  # noqa: FBT003  by position, for the cache


@given(
    st.sampled_from(CAPITALS),
    st.text(st.sampled_from([letter.lower()[0] for letter in CAPITALS]), min_size=1, max_size=8),
)
def test_a_capital_before_small_letters_is_the_initial(capital: str, rest: str) -> None:
    assert initials(capital + rest, ".") == f"{capital}."


@given(st.text(st.sampled_from([*CAPITALS, *"abß é-.’'ʿ\u0301 "]), max_size=12))
def test_initials_are_of_the_name(names: str) -> None:
    shown = initials(names, ".")
    assert set(shown.lower()) <= {*names.lower(), ".", "-"}
