"""Locators as writers type them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paracite.csl import Processor, load_style, locale
from paracite.csl.locators import LABELS, parse

from .styles import style

ENGLISH, GERMAN = locale.load("en-US"), locale.load("de-DE")
LABELLED = '<group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>'


def cite(layout: str, locator: str, label: str = "page", lang: str = "", **item: Any) -> str:
    processor = Processor(load_style(style(layout), lang), [{"id": "a", "type": "book", **item}])
    return processor.cite([{"id": "a", "locator": locator, "label": label}])


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("12", [("page", "12")]),
        ("p. 5", [("page", "5")]),
        ("p.5", [("page", "5")]),
        ("pp. 5-7", [("page", "5-7")]),
        ("chap. 1, p. 10", [("chapter", "1"), ("page", "10")]),
        ("vol. 2: 15", [("volume", "2: 15")]),
        ("vol. 2, 15", [("volume", "2, 15")]),
        ("12, fig. 3", [("page", "12"), ("figure", "3")]),
        ("Table 4", [("table", "4")]),
        ("§ 3", [("section", "3")]),
        ("§§3–5", [("section", "3–5")]),
        ("¶ 3", [("paragraph", "3")]),
        ("fols. 12r-13v", [("folio", "12r-13v")]),
        ("s.v. Dock", [("sub-verbo", "Dock")]),
        ("sub verbo Dock", [("sub-verbo", "Dock")]),
        ("Intro", [("page", "Intro")]),
        ("12n3", [("page", "12n3")]),
        ("a 5", [("page", "a 5")]),
        ("passim", [("page", "passim")]),
        ("partial 5", [("page", "partial 5")]),
        ("", []),
    ],
)
def test_places_and_their_labels(text: str, places: list[tuple[str, str]]) -> None:
    assert [place[:2] for place in parse(text, "page", ENGLISH)] == places


@pytest.mark.parametrize(
    ("text", "label", "value"),
    [
        ("S. 5", "page", "5"),
        ("Kap. 3", "chapter", "3"),
        ("Bd. 2", "volume", "2"),
        ("p. 5", "page", "5"),
    ],
)
def test_labels_of_the_locale_are_read_too(text: str, label: str, value: str) -> None:
    assert parse(text, "page", GERMAN)[0][:2] == (label, value)


@given(st.lists(st.tuples(st.sampled_from([*LABELS]), st.integers(1, 999)), min_size=1, max_size=4))
def test_what_is_labelled_is_read_back(places: list[tuple[str, int]]) -> None:
    text = ", ".join(f"{label} {number}" for label, number in places)
    found = parse(text, "page", ENGLISH)
    assert [(place.label, place.value) for place in found] == [(a, str(n)) for a, n in places]


@given(st.text("ab12., :;-–pch§¶", max_size=20))
def test_nothing_of_a_locator_is_lost(text: str) -> None:
    places = parse(text, "page", ENGLISH)
    kept = "".join(place.joined + place.value for place in places)
    assert [c for c in text if c.isdigit()] == [c for c in kept if c.isdigit()]


@pytest.mark.parametrize(
    ("locator", "label", "printed"),
    [
        ("12", "page", "p. 12"),
        ("12-15", "page", "pp. 12–15"),
        ("3 & 5", "page", "pp. 3 & 5"),
        ("3, and 5", "page", "pp. 3, and 5"),
        ("5; 7", "page", "pp. 5; 7"),
        ("1,204", "page", "p. 1,204"),
        ("12,204,311", "page", "p. 12,204,311"),
        ("1,204, 1,310", "page", "pp. 1,204, 1,310"),
        ("xii", "volume", "vol. xii"),
        ("iv-x", "page", "pp. iv–x"),
        ("p. 12", "page", "p. 12"),
        ("vol. 2", "volume", "vol. 2"),
        ("fig. 3", "page", "fig. 3"),
        ("vol. 2, chap. 4", "page", "vol. 2, chap. 4"),
        ("chapter 3, p. 5-7", "section", "chap. 3, pp. 5–7"),
        ("§ 3", "page", "sec. 3"),
    ],
)
def test_a_label_is_printed_once(locator: str, label: str, printed: str) -> None:
    assert cite(LABELLED, locator, label) == printed


def test_labels_are_printed_in_the_language_of_the_list() -> None:
    assert cite(LABELLED, "vol. 2, chap. 4", lang="de-DE") == "Bd. 2, Kap. 4"


@pytest.mark.parametrize(
    ("locator", "numeric"),
    [
        ("12", True),
        ("iv", True),
        ("xlii", True),
        ("3 & 5", True),
        ("1,204", True),
        ("12, fig. 3", True),
        ("mix", False),
        ("civil", False),
        ("c", False),
        ("Intro", False),
        ("12 ff.", False),
    ],
)
def test_what_is_numeric(locator: str, numeric: bool) -> None:  # noqa: FBT001  a table
    layout = '<choose><if is-numeric="locator"><text value="yes"/></if><else><text value="no"/></else></choose>'
    assert cite(layout, locator) == ("yes" if numeric else "no")


def test_an_ampersand_is_the_locales_own() -> None:
    terms = '<locale><terms><term name="and" form="symbol">u.</term></terms></locale>'
    processor = Processor(load_style(style(LABELLED, macros=terms)), [{"id": "a", "type": "book"}])
    assert processor.cite([{"id": "a", "locator": "3 & 5"}]) == "pp. 3 u. 5"
