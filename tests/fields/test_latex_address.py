"""Addresses and identifiers written with LaTeX: the bare one is found, and no other is touched."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paracite.fields.latex_address import address

FORMS = {  # a character → the ways it is written
    "_": [r"\_", r"{\_}", r"\_{}", r"{_}", r"\textunderscore ", r"{\textunderscore}", r"$\_$"],
    "%": [r"\%", r"{\%}", r"\textpercent{}"],
    "&": [r"\&", r"{\&}", "&amp;"],
    "#": [r"\#", r"{\#}"],
    "~": [r"\~{}", r"$\sim$", r"{$\sim$}", r"\textasciitilde{}", r"{\textasciitilde}", r"\string~"],
    "<": ["$<$", r"{\textless}", r"\textless{}", "&lt;", "&#60;", "&#x3c;", r"$\lt$"],
    ">": ["$>$", r"{\textgreater}", r"\textgreater{}", "&gt;"],
    "": [r"\-", "{}", r"\allowbreak "],
}
AROUND = ["*", "{*}", "{{*}}", r"\url{*}", r"{\url{*}}", r"\nolinkurl{*}", " * ", r"\href{*}{here}"]
CASES = [(character, form) for character, forms in FORMS.items() for form in forms]


@pytest.mark.parametrize(("character", "form"), CASES)
@pytest.mark.parametrize("around", AROUND)
def test_forms(character: str, form: str, around: str) -> None:
    text = "https://a.org/(x)*b;2-1.0"
    latex = around.replace("*", text).replace("*", form)
    assert address(latex) == text.replace("*", character)


bare = st.text(string.ascii_letters + string.digits + "-._~:/?#[]@!$'()*+,;=%<>", min_size=1)


@given(bare.filter(lambda text: "$" not in text and text[0] != "<" and ";" not in text))
def test_bare_addresses_are_left(text: str) -> None:
    assert address(text) == text


@given(st.lists(st.sampled_from(CASES), max_size=6), st.sampled_from(AROUND))
def test_several_signs(signs: list[tuple[str, str]], around: str) -> None:
    latex = "10.1000/a" + "".join(f"{form}x" for _, form in signs)
    meant = "10.1000/a" + "".join(f"{character}x" for character, _ in signs)
    assert address(around.replace("*", latex)) == meant


@pytest.mark.parametrize(
    "text",
    ["a{b}c", r"C:\foo", "{open", "close}", "{a}-{b}", "https://a.org/?b=1&copy=2", "$5", "<a>"],
)
def test_what_is_no_latex_of_an_address_is_left(text: str) -> None:
    assert address(text) == text


def test_an_address_in_angle_brackets() -> None:
    assert address(" <https://a.org/b> ") == "https://a.org/b"
