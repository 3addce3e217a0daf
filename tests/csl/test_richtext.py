"""Markup to marks, text case, joints, and what the formats write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paracite.csl import formats, marks, punctuation, textcase
from paracite.csl.output import Quotes
from paracite.csl.richtext import parse
from paracite.errors import ParaciteError

FRAGMENTS = (
    "<i>",
    "</i>",
    "<b>",
    "</b>",
    '"',
    "'",
    "“",
    "”",
    "‘",
    "’",
    "a",
    " ",
    "l'eau",
    "&",
    "<",
)
fields = st.lists(st.sampled_from(FRAGMENTS)).map("".join)


def html(field: str) -> str:
    return formats.named("html").render(parse(field), Quotes())


@pytest.mark.parametrize(
    ("field", "written"),
    [
        ("On <i>E. coli</i>", "On <i>E. coli</i>"),
        ("<i>a <i>b</i> c</i>", '<i>a <span style="font-style:normal;">b</span> c</i>'),
        ("CO<sub>2</sub> & <x>", "CO<sub>2</sub> &#38; &#60;x&#62;"),
        ("never <i>closed", "never &#60;i&#62;closed"),
        ("a \"b 'c' d\" e", "a “b ‘c’ d” e"),
        ("l'eau", "l’eau"),
        ("songs of the '90s", "songs of the ’90s"),
        ("« oui »", "«\u202foui\u202f»"),
    ],
)
def test_fields_read_as_meant(field: str, written: str) -> None:
    assert html(field) == written


@given(fields)
def test_marks_nest_whatever_the_field(field: str) -> None:
    depth = 0
    for mark in marks.ANY.findall(parse(field)):
        depth += 1 if mark in marks.OPENING else -1
        assert depth >= 0
    assert depth == 0


@pytest.mark.parametrize(
    ("case", "text", "changed"),
    [
        ("title", "the art of war: a history", "The Art of War: A History"),
        ("title", "out-of-fashion iPhone", "Out-of-Fashion iPhone"),
        ("title", 'on <span class="nocase">e. coli</span> strains', "On e. coli Strains"),
        ("sentence", "SHORT NOTES", "Short notes"),
        ("capitalize-first", "arXiv", "arXiv"),
        ("capitalize-first", "<i>edited</i> by", "Edited by"),
        ("capitalize-all", "north sea oil", "North Sea Oil"),
        ("uppercase", 'a <span class="nocase">b</span>', "A b"),
    ],
)
def test_text_case(case: str, text: str, changed: str) -> None:
    assert marks.plain(textcase.text_case(case)(parse(text))) == changed


@pytest.mark.parametrize(
    ("left", "right", "met"),
    [
        ("et al.", ".", "et al."),
        ("Why?", ". ", "Why? "),
        ("a:", ",", "a:,"),
        ("wait...", ".", "wait..."),
    ],
)
def test_signs_meet(left: str, right: str, met: str) -> None:
    assert punctuation.joined(left + marks.JOINT + right, in_quotes=False) == met


def test_full_stop_goes_into_quotes_where_the_locale_wants_it() -> None:
    rich = f"{marks.QUOTE}Rain{marks.QUOTE_END}{marks.JOINT}."
    text = formats.named("text")
    assert text.render(punctuation.joined(rich, in_quotes=True), Quotes()) == "“Rain.”"
    assert text.render(punctuation.joined(rich, in_quotes=False), Quotes()) == "“Rain”."


@pytest.mark.parametrize(
    ("output", "written"),
    [
        ("text", "a*b & é"),
        ("markdown", "*a\\*b* & é"),
        ("latex", "\\textit{a*b} \\& é"),
        ("rtf", "{\\i a*b} & \\u233?"),
        ("ansi", "\x1b[3ma*b\x1b[23m & é"),
    ],
)
def test_formats_escape(output: str, written: str) -> None:
    assert formats.named(output).render(parse("<i>a*b</i> & é"), Quotes()) == written


def test_unknown_output_names_those_there_are() -> None:
    with pytest.raises(ParaciteError, match="unknown output 'pdf'") as caught:
        formats.named("pdf")
    assert "html" in caught.value.hint
