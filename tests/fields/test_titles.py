"""Titles: what is folded away, what is kept, what a title says of its text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paracite.fields import titles

FRAGMENTS = ["Föderalismus", "the", "<i>E. coli</i>", "city's", "&", "II", "part", "3", "—", ":"]
FRAGMENTS += ["[in Chinese]", "{H$_2$O}", "α", "都市", "(2nd", "ed.)", "?"]


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=9).map(" ".join))
def test_a_folded_title_is_its_own_form(text: str) -> None:
    made = titles.title(text)
    assert "".join(made.words) == made.compact
    assert titles.title(text.upper()).words == made.words
    assert titles.words(" ".join(made.words)) == made.words


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("World War II", "2"),
        ("Proceedings, volume two", "2"),
        ("Part B: the rest", "b"),
        ("Zweiter Band", "2"),
        ("Kinetics. II. II.", "2 2"),
        ("3rd and 4b", "3rd 4b"),
        ("The 1eft ventricle", ""),
        ("I remember", ""),
        ("Vitamin D and a view", ""),
        ("Docetaxel (D4) in 120 patients", "120 d4"),
    ],
)
def test_numbers_of_parts_are_read(text: str, numbers: str) -> None:
    assert " ".join(titles.title(text).numbers) == numbers


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Erratum to: Cities", "erratum"),
        ("Author Correction: Cities", "erratum"),
        ("Cities (Retraction Note)", "retraction"),
        ("Cities: a rejoinder", "reply"),
        ("Comments on cities", "comment"),
        ("Book Review: Cities", "review"),
        ("Cities. Oxford: OUP, 1999, 223 p.", "review"),
        ("Cities: a systematic review", ""),
        ("Correction of errors in spoken language", ""),
        ("Immune response to infection", ""),
        ("Letters from the city", ""),
    ],
)
def test_texts_about_texts_are_known(text: str, kind: str) -> None:
    assert titles.title(text).kind == kind


def test_subtitle_and_translation_are_told_apart() -> None:
    assert titles.title("Cities: a view of them").main == ("cities",)
    made = titles.title("Villes et États [Cities and states]")
    assert (made.outer, made.inner) == (("villes", "et", "etats"), ("cities", "and", "states"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Editor's Comments: The Long Way Home", "the long way home"),
        ("(1992) Toward efficient learning", "toward efficient learning"),
        ("Editorial board members in journals", "editorial board members in journals"),
        ("Editor's Comments", "editors comments"),
        ("1984", "1984"),
    ],
)
def test_what_stands_before_a_title_goes(text: str, words: str) -> None:
    assert titles.title(text).words == tuple(words.split())
