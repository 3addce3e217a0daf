"""Values as BibTeX sees them, broken ones among them; what variables are written to."""

from dataclasses import replace
from typing import Any

import pytest

from paracite import readers
from paracite.bibtex import document, mapping, values
from paracite.bibtex.format import entry as written
from paracite.reference import Reference


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("{a}", "a"),
        ('"a"', "a"),
        ("2001", "2001"),
        ("jan", "January"),
        ("JAN", "January"),
        ("nosuch", "nosuch"),
        ('{a} # "b" # jan # 5', "abJanuary5"),
        ('jan # "~7"', "January~7"),
        ("{a # b}", "a # b"),
        ("{a} #{b}", "ab"),
        ("{ a \n\t b }", "a b"),
        ("{a\u2028b}", "a b"),
        ("{{a}}", "{a}"),
        ("{abc", "abc"),
        ('"abc', "abc"),
        ("{", ""),
        ('"', ""),
        ("{}", ""),
        ("{a} {b}", "a} {b"),
        ('a "b"', 'a "b"'),
        ('x"b"', 'x"b"'),
        ("", ""),
    ],
)
def test_value(raw: str, text: str) -> None:
    assert values.value(raw) == text


@pytest.mark.parametrize(
    ("raw", "pieces"),
    [
        ('{a} # "b" # jan', ["{a}", '"b"', "jan"]),
        ('"a # b" # {c # d}', ['"a # b"', "{c # d}"]),
        ('{a} "b"', ['{a} "b"']),
        ("{a} #", ["{a}"]),
        ('a"b"', ['a"b"']),
    ],
)
def test_pieces(raw: str, pieces: list[str]) -> None:
    assert values.pieces(raw) == pieces


@pytest.mark.parametrize(
    ("source", "key", "message"),
    [
        ("@book{, title = {x}}", "", "the entry has no key"),
        ("@book{title = {x}}", "", "the entry has no key"),
        ("@book(, title = {x})", "", "the entry has no key"),
        ("@book{a b, title = {x}}", "a b", "holds a character no key may hold"),
        ("@book{a title = {x}}", "a", "the comma after the key a is missing"),
    ],
)
def test_keys_that_are_none(source: str, key: str, message: str) -> None:
    parsed = document.parse(source.encode())
    assert parsed.entries[0].key == key
    assert [message in problem.message for problem in parsed.problems] == [True]
    assert [field.value for field in parsed.fields(parsed.entries[0])] == ["{x}"]


WRITTEN = """
title title_short:shorttitle original_title:origtitle
container_title:booktitle container_title_short:shortjournal collection_title:series edition volume
number_of_volumes:volumes collection_number issue number chapter_number:chapter part_number:part
page:pages number_of_pages:pagetotal version medium:howpublished publisher
publisher_place:address/location original_publisher:origpublisher
original_publisher_place:origlocation event_title:eventtitle event_place:venue status:pubstate isbn
issn doi pmid pmcid url call_number:library language keyword:keywords abstract note
annote:annote/annotation genre:type archive scale
"""


def held(variable: str, kind: str = "document") -> Reference:
    changes: dict[str, Any] = {variable: "5"}
    return replace(Reference(citekey="a", type=kind), **changes)


@pytest.mark.parametrize("dialect", [mapping.BIBTEX, mapping.BIBLATEX])
@pytest.mark.parametrize("row", WRITTEN.split())
def test_a_variable_is_written_to_its_field(row: str, dialect: int) -> None:
    variable, _, names = row.partition(":")
    name = (names or variable).split("/")[-1 if dialect else 0]
    reference = held(variable)
    entry = written(reference, dialect)
    assert f"\n  {name} = {{5}},\n" in entry
    [read] = readers.reader("bibtex").read(readers.Document("x", entry.encode())).references
    assert getattr(read, variable) == "5"


@pytest.mark.parametrize(
    ("kind", "variable", "names"),
    [
        ("article-journal", "container_title", ("journal", "journaltitle")),
        ("article-journal", "issue", ("number", "number")),
        ("review", "number", ("eid", "eid")),
        ("book", "collection_number", ("number", "number")),
        ("chapter", "number", ("csl_number", "csl_number")),
        ("thesis", "publisher", ("school", "institution")),
        ("report", "publisher", ("institution", "institution")),
        ("webpage", "publisher", ("organization", "organization")),
    ],
)
@pytest.mark.parametrize("dialect", [mapping.BIBTEX, mapping.BIBLATEX])
def test_a_field_is_called_otherwise_in_some_types(
    kind: str, variable: str, names: tuple[str, str], dialect: int
) -> None:
    reference = held(variable, kind)
    assert f"\n  {names[dialect]} = {{5}},\n" in written(reference, dialect)
