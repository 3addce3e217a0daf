"""Hayagriva's YAML: what its documentation shows is read as what it is."""

from typing import Any

import pytest

from paracite import readers, writers
from paracite.errors import ReadError
from paracite.readers import Document
from paracite.reference import Date, Name, Reference

TEXT = """\
# a comment
kinetics:
    type: Article
    title: "Kinetics of {E. coli}"
    author: ["Doan, T. D.", "von der Leyen, Ursula, Jr.", UNICEF]
    page-range: 10-19
    date: 2020-10-14
    serial-number: { doi: "10.1000/x", serial: 2003.1 }
    url: { value: "https://example.org/{a}", date: 2020-11-12 }
    volume: 012
    parent:
        type: Periodical
        title: Physical Review
        volume: 102
        issue: 16
        issn: 0028-0836
plain:
    title: No
    language: no
    parent: { title: The Book, editor: { name: Watkins, given-name: Gloria Jean, prefix: de } }
    type: chapter
talk:
    type: article
    title: { value: "A {b}", verbatim: true, short: A }
    parent:
        - type: proceedings
          title: Proc
          parent: { type: anthology, title: LNCS, volume: 7, editor: "Ed, E" }
        - type: video
film:
    type: video
    affiliated:
        - role: Director
          names: Cameron, James
        - { role: cast-member, names: ["Hamilton, Linda"] }
    page-total: 300
    runtime: "00:13:42"
"""


def read(text: str) -> tuple[Reference, ...]:
    document = Document("x.yml", text.encode())
    return readers.recognise(document).read(document).references


def test_entries() -> None:
    article, chapter, talk, film = read(TEXT)
    assert article == Reference(
        citekey="kinetics",
        type="article-journal",
        title='Kinetics of <span class="nocase">E. coli</span>',
        author=(
            Name("Doan", "T. D."),
            Name("Leyen", "Ursula", non_dropping_particle="von der", suffix="Jr."),
            Name(literal="UNICEF"),
        ),
        page="10-19",
        issued=Date(2020, 10, 14),
        doi="10.1000/x",
        number="2003.1",
        url="https://example.org/{a}",
        accessed=Date(2020, 11, 12),
        volume="012",
        container_title="Physical Review",
        issue="16",
        issn="0028-0836",
    )
    assert (chapter.type, chapter.title, chapter.language) == ("chapter", "No", "no")
    assert chapter.editor == (Name("Watkins", "Gloria Jean", non_dropping_particle="de"),)
    assert (talk.type, talk.title, talk.title_short) == ("paper-conference", "A {b}", "A")
    assert (talk.container_title, talk.collection_title) == ("Proc", "LNCS")
    assert (talk.collection_number, talk.collection_editor) == ("7", (Name("Ed", "E"),))
    assert film.director == (Name("Cameron", "James"),)
    assert film.performer == (Name("Hamilton", "Linda"),)
    assert (film.number_of_pages, film.extra) == ("300", (("runtime", "00:13:42"),))
    assert [each.origin.line for each in (article, chapter, talk, film)] == [2, 17, 22, 30]


@pytest.mark.parametrize(
    ("kind", "parent", "expected"),
    [
        ("article", "newspaper", "article-newspaper"),
        ("Article", "Blog", "post-weblog"),
        ("article", "", "article"),
        ("entry", "reference", "entry-encyclopedia"),
        ("anthos", "anthology", "chapter"),
        ("web", "", "webpage"),
        ("case", "", "legal_case"),
        ("tweet", "", "post"),
        ("thread", "", "post"),
        ("gizmo", "", "document"),
    ],
)
def test_types(kind: str, parent: str, expected: str) -> None:
    held = f"\n  parent: {{ type: {parent}, title: P }}" if parent else ""
    [reference] = read(f"a:\n  title: T\n  type: {kind}{held}\n")
    assert reference.type == expected
    assert reference.container_title == ("P" if parent else "")


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("serial-number: v2.5", "number", "v2.5"),
        ("serial-number: {isbn: 9780714649719}", "isbn", "9780714649719"),
        ("doi: 10.1000/x", "doi", "10.1000/x"),
        ("issn: 0028-0836", "issn", "0028-0836"),
        ("url: https://example.org", "url", "https://example.org"),
        ("author: Ishkur", "author", (Name(literal="Ishkur"),)),
        ("author: {name: Watkins}", "author", (Name("Watkins"),)),
        (
            "author: [{name: A, given-name: B, suffix: Jr.}]",
            "author",
            (Name("A", "B", suffix="Jr."),),
        ),
        ("publisher: {name: P, location: L}", "publisher", "P"),
        ("publisher: {name: P, location: L}", "publisher_place", "L"),
        ("organization: O", "authority", "O"),
        ("location: Lahore", "publisher_place", "Lahore"),
        ("archive: A", "archive", "A"),
        ("archive-location: W", "archive_location", "W"),
        ("call-number: C", "call_number", "C"),
        ("edition: 2nd", "edition", "2nd"),
        ("chapter: 3", "chapter_number", "3"),
        ("volume-total: 12", "number_of_volumes", "12"),
        ("page-range: 812-847", "page", "812-847"),
        ("language: zh-Hans", "language", "zh-Hans"),
        ("genre: {value: G}", "genre", "G"),
        ("note: microfilm {x}", "note", 'microfilm <span class="nocase">x</span>'),
        ("abstract: A", "abstract", "A"),
        ("date: -0044", "issued", Date(-44)),
    ],
)
def test_fields(line: str, field: str, value: object) -> None:
    [reference] = read(f"a:\n  title: T\n  {line}\n")
    assert (getattr(reference, field), reference.extra) == (value, ())


@pytest.mark.parametrize(
    ("role", "variable"),
    [
        ("translator", "translator"),
        ("Cast-Member", "performer"),
        ("collaborator", "contributor"),
        ("writer", "script_writer"),
        ("executive-producer", "executive_producer"),
        ("Director", "director"),
    ],
)
def test_roles(role: str, variable: str) -> None:
    text = f"a:\n  title: T\n  affiliated: {{ role: {role}, names: 'Doe, J.' }}\n"
    [reference] = read(text)
    assert getattr(reference, variable) == (Name("Doe", "J."),)


def test_what_is_no_entry_is_said() -> None:
    reading = readers.reader("hayagriva").read(Document("x", b"a:\n  title: T\nb: 5\n"))
    assert [each.message for each in reading.problems] == ["b: is no entry"]
    with pytest.raises(ReadError, match="holds no Hayagriva"):
        readers.reader("hayagriva").read(Document("x", b"- 1\n"))


def test_lists_of_items_are_csl_yaml() -> None:
    text = "references:\n- id: a\n  type: book\n  title: no\n  edition: 1.10\n  volume: 012\n"
    [reference] = read(text)
    assert (reference.citekey, reference.title) == ("a", "no")
    assert (reference.edition, reference.volume) == ("1.10", "012")


@pytest.mark.parametrize("field", ["number_of_volumes", "number_of_pages"])
def test_counts_are_written_as_numbers_or_not_at_all(field: str) -> None:
    name = {"number_of_volumes": "volume-total", "number_of_pages": "page-total"}[field]
    writer = writers.writer("hayagriva")
    for value, line in (("12", f"  {name}: 12\n"), ("012", ""), ("xii", "")):
        count: dict[str, Any] = {field: value}
        reference = Reference(citekey="a", type="book", **count)
        writing = writer.write([reference], writers.Options())
        assert writing.data.decode() == f"a:\n  type: book\n{line}"
        assert bool(writing.warnings) is not bool(line)
