"""RIS: what is written is read again, and what has no tag is named."""

from paracite import readers, writers
from paracite.readers import Document
from paracite.reference import OTHERS, Date, Name, Reference

DNA = Reference(
    citekey="dna",
    type="article-journal",
    author=(
        Name("Watson", "J. D."),
        Name(literal="World Bank"),
        Name("Dyk", non_dropping_particle="van"),
        OTHERS,
    ),
    title='Structure of <span class="nocase">DNA</span>',
    container_title="Nature",
    volume="171",
    issue="4356",
    page="737-738",
    issued=Date(1953, 4, 25),
    accessed=Date(2020, 1, 2),
    doi="10.1038/171737a0",
    issn="0028-0836",
    keyword="DNA, helix",
)


def write(reference: Reference) -> writers.Writing:
    return writers.writer("ris").write([reference], writers.Options())


def test_what_is_written_is_read() -> None:
    data = write(DNA).data
    [read] = readers.reader("ris").read(Document("x", data)).references
    for name in Reference.__dataclass_fields__:
        expected = "Structure of DNA" if name == "title" else getattr(DNA, name)
        assert name == "origin" or getattr(read, name) == expected, name


def test_lines_end_as_the_format_asks() -> None:
    lines = write(DNA).data.decode().split("\r\n")
    assert lines[0] == "TY  - JOUR"
    assert lines[-2:] == ["ER  - ", ""]


def test_what_has_no_tag_is_said() -> None:
    warnings = write(Reference(citekey="a", original_title="1", extra=(("eprint", "2"),))).warnings
    assert warnings == (
        "ris has no place for eprint: 1",
        "ris has no place for original_title: 1",
    )
