"""The sources that Word keeps in a document, each type and role of ECMA-376."""

import io
import zipfile

import pytest

from paracite import readers
from paracite.readers import _word_sources
from paracite.reference import DATE_FIELDS, NAME_FIELDS, TEXT_FIELDS, TYPES, Date, Name, Reference

SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(*sources: str, body: str = "As said.") -> readers.Document:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        text = f"<w:document xmlns:w='{WORD}'><w:body><w:p><w:r><w:t>{body}</w:t></w:r></w:p></w:body></w:document>"
        package.writestr("word/document.xml", text)
        package.writestr("customXml/item2.xml", "<other/>")
        inside = "".join(f"<b:Source>{source}</b:Source>" for source in sources)
        package.writestr(
            "customXml/item1.xml", f"<b:Sources xmlns:b='{SPACE}'>{inside}</b:Sources>"
        )
    return readers.Document("a.docx", file.getvalue())


def read(*sources: str) -> tuple[Reference, ...]:
    return readers.reader("docx").read(docx(*sources)).references


def element(name: str, text: str) -> str:
    return f"<b:{name}>{text}</b:{name}>"


@pytest.mark.parametrize("name", _word_sources.TEXTS)
def test_each_element_is_its_variable(name: str) -> None:
    [reference] = read(element("SourceType", "Book") + element(name, " 12  a "))
    variable = _word_sources.TEXTS[name]
    assert variable in TEXT_FIELDS
    assert getattr(reference, variable) == "12 a"
    assert reference.extra == ()


@pytest.mark.parametrize("name", _word_sources.TYPES)
def test_each_type_of_source_is_a_type_of_csl(name: str) -> None:
    [reference] = read(element("Tag", "x1") + element("SourceType", name))
    assert reference.type == _word_sources.TYPES[name]
    assert (reference.type in TYPES, reference.citekey) == (True, "x1")


@pytest.mark.parametrize("role", [*_word_sources.NAMES, "Counsel"])
def test_each_role_is_a_list_of_names(role: str) -> None:
    person = element("Last", "Roe") + element("First", "Jane") + element("Middle", "K.")
    people = element(
        "NameList", element("Person", person) + element("Person", element("Last", "Lee"))
    )
    [reference] = read(element("Author", element(role, people)))
    variable = _word_sources.NAMES.get(role, "contributor")
    assert variable in NAME_FIELDS
    assert getattr(reference, variable) == (Name("Roe", "Jane K."), Name("Lee"))


def test_a_body_is_one_name() -> None:
    [reference] = read(
        element("Author", element("Author", element("Corporate", "Great Source of Truth")))
    )
    assert reference.author == (Name(literal="Great Source of Truth"),)


@pytest.mark.parametrize("suffix", ["", "Accessed"])
@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("2013", "", ""), Date(2013)),
        (("2013", "5", "7"), Date(2013, 5, 7)),
        (("2013", "May", ""), Date(2013, 5)),
        (("2013", "mai", "7"), Date(2013, 5, 7)),
        (("2013", "13", ""), Date(literal="13 2013")),
        (("n.d.", "", ""), Date(literal="n.d.")),
        (("", "", ""), None),
    ],
)
def test_dates_are_made_of_their_parts(
    suffix: str, parts: tuple[str, str, str], expected: Date | None
) -> None:
    names = (f"{part}{suffix}" for part in ("Year", "Month", "Day"))
    [reference] = read("".join(element(n, value) for n, value in zip(names, parts, strict=True)))
    field = "accessed" if suffix else "issued"
    assert field in DATE_FIELDS
    assert getattr(reference, field) == expected


def test_of_two_for_one_variable_the_first_counts_and_what_is_unknown_is_kept() -> None:
    [reference] = read(
        element("JournalName", "A")
        + element("PublicationTitle", "B")
        + element("StateProvince", "C")
    )
    assert reference.container_title == "A"
    assert reference.extra == (("StateProvince", "C"),)


def test_a_document_without_sources_is_read_as_print() -> None:
    from paracite.errors import ReadError

    with pytest.raises(ReadError, match="no reference list"):
        readers.reader("docx").read(docx())
