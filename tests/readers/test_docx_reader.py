"""Word documents."""

import json
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from paracite import readers
from paracite.errors import ReadError

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "Lee, K. (2003). A long enough title. Journal of Things, 12(3), 45-67."
B = "Roe, J. (2001). Another title. New York: Roe Press."
ITEM = {
    "id": 7,
    "type": "book",
    "title": "Exact",
    "DOI": "10.1000/1",
    "author": [{"family": "Lee"}],
}


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def field(code: str) -> str:
    half = len(code) // 2
    runs = "".join(
        f"<w:r><w:instrText>{escape(part)}</w:instrText></w:r>"
        for part in (code[:half], code[half:])
    )
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return f"<w:p>{begin}{runs}{end}</w:p>"


def document(path: Path, body: str, *, prolog: str = "", footnotes: str = "") -> str:
    root = '{}<w:{} xmlns:w="{}">{}</w:{}>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        body = f"<w:body>{body}</w:body>"
        package.writestr(
            "word/document.xml", root.format(prolog, "document", NAMESPACE, body, "document")
        )
        if footnotes:
            notes = root.format("", "footnotes", NAMESPACE, footnotes, "footnotes")
            package.writestr("word/footnotes.xml", notes)
    return str(path)


def test_printed_list(tmp_path: Path) -> None:
    body = "".join(map(paragraph, ("Title", "Text.", "References", A, B)))
    reading = readers.read(document(tmp_path / "a.docx", body))
    assert [each.title for each in reading.references] == ["A long enough title", "Another title"]


def test_field_codes_give_exact_data_once(tmp_path: Path) -> None:
    code = f" ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps({'citationItems': [{'itemData': ITEM}]})} "
    mendeley = code.replace("ZOTERO_ITEM ", "").replace("Exact", "Other")
    body = field(code) + field(mendeley) + field(code) + field(" PAGE ")
    references = readers.read(document(tmp_path / "a.docx", body)).references
    assert [each.title for each in references] == ["Exact", "Other"]
    assert (references[0].type, references[0].doi) == ("book", "10.1000/1")


def test_field_codes_in_footnotes(tmp_path: Path) -> None:
    code = f" ADDIN CSL_CITATION {json.dumps({'citationItems': [{'itemData': ITEM}]})} "
    path = document(tmp_path / "a.docx", paragraph("Text."), footnotes=field(code))
    assert [each.title for each in readers.read(path).references] == ["Exact"]


def test_no_list(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no reference list"):
        readers.read(document(tmp_path / "a.docx", paragraph("Only text.")))


def test_damaged_file(tmp_path: Path) -> None:
    path = Path(document(tmp_path / "a.docx", paragraph("Only text.")))
    path.write_bytes(path.read_bytes().replace(b"PK\x01\x02", b"PK\x09\x09"))
    with pytest.raises(ReadError, match="damaged"):
        readers.read(str(path))


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    prolog = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    body = "<w:p><w:r><w:t>&b;&c;</w:t></w:r></w:p>" + "".join(map(paragraph, ("References", A)))
    [reference] = readers.read(document(tmp_path / "a.docx", body, prolog=prolog)).references
    assert reference.title == "A long enough title"


def test_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from paracite.readers import _package

    monkeypatch.setattr(_package, "LARGEST", 1000)
    with pytest.raises(ReadError, match="unpacks to more than"):
        readers.read(document(tmp_path / "a.docx", paragraph("a" * 5000)))


def test_a_document_of_too_many_elements_is_refused(tmp_path: Path) -> None:
    path = document(tmp_path / "a.docx", "<w:p/>" * 3_100_000)
    with pytest.raises(ReadError, match="million tags"):
        readers.read(path)
