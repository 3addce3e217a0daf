"""Every writer and its reader: what a format holds comes back, what it does not is named."""

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paracite import readers, writers
from paracite.fields.markup import plain
from paracite.readers import Document
from paracite.reference import (
    DATE_FIELDS,
    NAME_FIELDS,
    OTHERS,
    TEXT_FIELDS,
    Date,
    Name,
    Reference,
)
from paracite.text import squeeze

from .made import FORMATS, references, values_of

FIELDS = (*NAME_FIELDS, *DATE_FIELDS, *TEXT_FIELDS)
WHOLE = ("bibtex", "biblatex", "csljson", "cslyaml", "csv")  #: hold every field there is
RIS = {
    *("author", "editor", "collection_editor", "translator", "issued", "accessed", "title"),
    *("title_short", "container_title", "container_title_short", "collection_title", "volume"),
    *("collection_number", "reviewed_title", "issue", "number", "edition", "number_of_volumes"),
    *("section", "page", "publisher", "publisher_place", "archive_location", "call_number"),
    *("genre", "language", "source", "doi", "isbn", "issn", "pmid", "pmcid", "url", "abstract"),
    *("annote", "note", "keyword"),
}
#: what the others hold of an article
HELD = {
    "ris": RIS,
    "endnotexml": RIS - {"collection_number", "archive_location"},
    "endnote": RIS - {"collection_number", "archive_location", "container_title_short"},
    "nbib": {
        *("author", "editor", "issued", "title", "container_title", "container_title_short"),
        *("collection_title", "volume_title", "original_title", "volume", "issue", "edition"),
        *("publisher", "publisher_place", "page", "language", "doi", "isbn", "issn", "pmid"),
        *("pmcid", "abstract", "note", "keyword"),
    },
    "hayagriva": {
        *("author", "editor", "collection_editor", "container_author", "compiler", "composer"),
        *("contributor", "director", "executive_producer", "illustrator", "narrator", "organizer"),
        *("performer", "producer", "script_writer", "translator", "issued", "title"),
        *("title_short", "container_title", "collection_title", "collection_number", "volume"),
        *("issue", "number", "edition", "number_of_pages", "number_of_volumes", "page"),
        *("chapter_number", "publisher", "publisher_place", "archive", "archive_location"),
        *("authority", "call_number", "genre", "language", "doi", "isbn", "issn", "pmid"),
        *("pmcid", "url", "abstract", "note"),
    },
    **{name: set(FIELDS) for name in WHOLE},
}
#: what EndNote's XML holds with its markup
MARKED = frozenset(
    [
        *("title", "title_short", "container_title", "collection_title", "container_title_short"),
        *("reviewed_title", "abstract", "note", "annote"),
    ]
)
#: what they hold in one type only
IN_TYPES = [
    ("book", "number_of_pages"),
    ("thesis", "number_of_pages"),
    ("chapter", "chapter_number"),
    ("software", "version"),
    ("map", "scale"),
    ("map", "dimensions"),
    ("graphic", "dimensions"),
    ("legal_case", "authority"),
    ("motion_picture", "director"),
    ("motion_picture", "producer"),
    ("musical_score", "composer"),
    ("personal_communication", "recipient"),
    ("paper-conference", "event_place"),
    ("report", "number"),
    ("book", "editor"),
    ("book", "collection_title"),
]


def written(name: str, *given: Reference) -> tuple[tuple[Reference, ...], tuple[str, ...]]:
    """Write references and read them again; give the warnings too."""
    writer = writers.writer(name)
    writing = writer.write(given, writers.Options())
    found = readers.reader(writer.reader).read(Document("", writing.data)).references
    return found, writing.warnings


def example(field: str) -> Any:
    """Give something usual for a field."""
    if field in NAME_FIELDS:
        return (Name("Doe", "Jane"), Name(literal="World Bank"), Name("Roe", "A."), OTHERS)
    if field in DATE_FIELDS:
        return Date(2001, 5, 17)
    usual = {
        "language": "en",
        "doi": "10.1000/182",
        "isbn": "9780714649719",
        "issn": "0028-0836",
        "page": "12-19",
        "pmcid": "PMC1",
    }
    return usual.get(field, "12")


@pytest.mark.parametrize("name", HELD)
def test_what_a_format_holds_and_what_not(name: str) -> None:
    held = set()
    for field in FIELDS:
        title: dict[str, Any] = {"title": "T"} if field == "title_short" else {}
        values = {field: example(field), **title}
        reference = Reference(citekey="doe", type="article-journal", **values)
        [found], _ = written(name, reference)
        if getattr(found, field) == getattr(reference, field):
            held.add(field)
    assert held == HELD[name]


@pytest.mark.parametrize("name", ["ris", "endnote", "endnotexml"])
@pytest.mark.parametrize(("kind", "field"), IN_TYPES)
def test_what_is_held_in_one_type(name: str, kind: str, field: str) -> None:
    reference = Reference(citekey="doe", type=kind, **{field: example(field)})
    [found], warnings = written(name, reference)
    assert (found, warnings) == (reference, ())


def usual_form(name: str, field: str, value: Any) -> Any:
    """Return how a format that is plain text, of one line a value, holds a value."""
    if isinstance(value, str):
        if name in ("csljson", "cslyaml"):
            return value
        if name == "hayagriva" and not _is_known(field, value):
            return ""
        marked = name == "endnotexml" and field in MARKED
        text = value if name in ("bibtex", "biblatex") or marked else plain(value)
        return text if name == "csv" else squeeze(text)
    if field in NAME_FIELDS and name not in ("csljson", "cslyaml"):
        return tuple(_usual_name(name, each) for each in value)
    return value


def _is_known(field: str, value: str) -> bool:
    """Return whether Hayagriva reads a file with such a count or language."""
    if field.startswith("number_of"):
        return value.isdecimal() and value.isascii() and value[0] != "0"
    return field != "language" or value != "English"


def _usual_name(format_name: str, name: Name) -> Name:
    """A family name of two words that stands alone reads as an institution."""
    alone = not (name.given or name.suffix or name.dropping_particle or name.non_dropping_particle)
    lonely = " " in name.family and alone
    if lonely and format_name not in ("bibtex", "biblatex", "hayagriva"):
        return Name(literal=name.family)
    if format_name == "bibtex" and name.dropping_particle:  # BibTeX knows one kind only
        particles = (name.dropping_particle, name.non_dropping_particle)
        return replace(
            name,
            dropping_particle="",
            non_dropping_particle=" ".join(filter(None, particles)),
        )
    if format_name == "biblatex" and name.dropping_particle:  # its names have one prefix
        family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
        return replace(name, family=family, non_dropping_particle="")
    return name


@pytest.mark.parametrize("name", HELD)
@settings(max_examples=80)
@given(data=st.data())
def test_no_value_changes_on_its_way(name: str, data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(sorted(HELD[name])))
    value = data.draw(values_of(field))
    if (
        name == "hayagriva"
        and isinstance(value, Date)
        and (value.end or value.season or value.circa or value.literal)
    ):
        return  # Hayagriva knows plain days, months and years
    if name in ("bibtex", "biblatex") and str(value).count("$") > 1:
        return  # may be a formula
    title: dict[str, Any] = {"title": "T"} if field == "title_short" else {}
    reference = Reference(citekey="doe", type="article-journal", **{field: value}, **title)
    [found], warnings = written(name, reference)
    assert getattr(found, field) == usual_form(name, field, value)
    changed = getattr(found, field) != value and found.keyword != value
    assert any(field in warning for warning in warnings) is changed


def differing(wanted: Reference, found: Reference) -> set[str]:
    """Name the fields that differ, and those names in `extra` whose values are gone."""
    names = {
        each.name
        for each in fields(Reference)
        if each.compare and each.name not in ("extra", "keyword")
        if getattr(wanted, each.name) != getattr(found, each.name)
    }
    if [w.strip() for w in wanted.keyword.split(",")] != [
        w.strip() for w in found.keyword.split(",")
    ]:
        names.add("keyword")
    values = [value for _, value in found.extra]
    for name, value in wanted.extra:
        if value in values:
            values.remove(value)
        elif value:
            names.add(name)
    return names


@pytest.mark.parametrize("name", [*FORMATS, "hayagriva"])
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(
    given_references=st.lists(references(), min_size=1, max_size=3, unique_by=lambda r: r.citekey)
)
def test_warnings_name_what_is_lost_no_more_and_no_less(
    name: str, given_references: list[Reference]
) -> None:
    found, warnings = written(name, *given_references)
    assert len(found) == len(given_references)
    lost = [differing(wanted, got) for wanted, got in zip(given_references, found, strict=True)]
    expected = {each: sum(each in names for names in lost) for names in lost for each in names}
    named: dict[str, int] = {}
    for warning in warnings:
        head, _, count = warning.rpartition(": ")
        named[head.split()[-1]] = named.get(head.split()[-1], 0) + int(count)
    assert {key: count for key, count in named.items() if key not in expected} == {}
    assert set(expected) <= set(named)
    for key in set(expected) & set(FIELDS):
        assert named[key] >= expected[key]


@pytest.mark.parametrize("name", [*FORMATS, "hayagriva"])
def test_control_characters_leave_and_are_named(name: str) -> None:
    hostile = Reference(
        citekey="doe",
        type="book",
        title="A\x00B\x1b]0;C\x07",
        author=(Name("D\x9b31me", "J\x0bK"),),
        issued=Date(literal="soon\x7f"),
        note="half \ud800",
        extra=(("C1", "bell\x07"),),
    )
    writing = writers.writer(name).write([hostile], writers.Options())
    text = writing.data.decode()
    assert not set(text) & set("\x00\x07\x0b\x1b\x7f\x9b")
    named = [each for each in writing.warnings if each.startswith("control")]
    assert named == [
        f"control characters are left out of {field}: 1"
        for field in ("author", "extra", "issued", "note", "title")
    ]


@pytest.mark.parametrize(
    "name", [*FORMATS, "hayagriva", "text", "html", "latex", "markdown", "rtf"]
)
@pytest.mark.parametrize(
    "doi",
    ["https://doi.org/10.1000/X1", "doi:10.1000/X1", "http://dx.doi.org/10.1000/X1", "10.1000/X1"],
)
def test_a_doi_has_one_resolver_at_most(name: str, doi: str) -> None:
    reference = Reference(citekey="doe", type="article-journal", title="T", doi=doi)
    writing = writers.writer(name).write([reference], writers.Options())
    text = writing.data.decode()
    assert "10.1000/X1" in text
    assert text.count("doi.org/10.1000") == text.count("doi.org/")
    assert "doi:10" not in text
    assert "org/http" not in text
    assert [each for each in writing.warnings if "citekey" not in each] == []
