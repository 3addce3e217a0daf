"""Whole documents as authors have them, made here from one list: every reference is read."""

import base64
import json
import textwrap
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import pytest

from paracite import readers
from paracite.csl import Processor, load_style
from paracite.csljson import from_item
from paracite.reference import Reference
from paracite.text import fold, squeeze

ITEMS: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("made_references.json").read_text("utf-8")
)
TRUTH = [from_item(item) for item in ITEMS]
PROSE = (
    "Towns have long had dealings with towns abroad (Brandt, 2019). This article asks why, "
    "and what their treaties are worth; the answer of Ivanova (2003) is that nobody knows."
)
AFTER = ["About the authors", "The authors teach at a university by the sea."]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def printed(style: str) -> list[str]:
    """Print the list as a style has it."""
    bibliography = Processor(load_style(style), ITEMS).bibliography()
    return [squeeze(entry.text) for entry in bibliography.entries]


APA, NUMBERED = printed("apa"), printed("ieee")


def check(found: Sequence[Reference], listed: Sequence[str], *, bounds: bool = True) -> None:
    """Hold that each reference was found whole, in order, and its main fields read."""
    if bounds:
        assert [_letters(each.origin.text) for each in found] == [_letters(text) for text in listed]
    assert len(found) == len(TRUTH)
    by_year = {(_first(each), each.issued and each.issued.year): each for each in found}
    for wanted in TRUTH:
        assert wanted.issued
        got = by_year.get((_first(wanted), wanted.issued.year)) or by_year[_first(wanted), None]
        assert fold(got.title).startswith(fold(wanted.title))
        assert got.doi == wanted.doi


def _first(reference: Reference) -> str:
    name = (*reference.author, *reference.editor)[0]
    return fold(name.family or name.literal).replace("’", "'").removeprefix("de la ")


def _letters(text: str) -> str:
    """Leave what differs by no more than how lines were broken."""
    return "".join(filter(str.isalnum, text))


# Word ------------------------------------------------------------------------------------------


def word(paragraphs: Sequence[str], notes: str = "") -> bytes:
    """Write a Word file of these paragraphs, which are WordprocessingML."""
    root = '<w:{0} xmlns:w="{1}">{2}</w:{0}>'
    path = Path("made.docx")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        body = f"<w:body>{''.join(paragraphs)}</w:body>"
        package.writestr("word/document.xml", root.format("document", W, body))
        if notes:
            package.writestr("word/footnotes.xml", root.format("footnotes", W, notes))
    return path.read_bytes()


def paragraph(text: str, properties: str = "") -> str:
    """Make a paragraph whose text Word has spread over runs, as it does when editing."""
    runs = "".join(
        f'<w:r><w:t xml:space="preserve">{escape(piece)}</w:t></w:r>'
        for piece in (text[:7], text[7:30], text[30:])
        if piece
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def field(code: str, shown: str, data: str = "") -> str:
    """Make a paragraph with a field whose instruction is spread over runs."""
    cut = len(code) // 3
    codes = "".join(
        f'<w:r><w:instrText xml:space="preserve">{escape(part)}</w:instrText></w:r>'
        for part in (code[:cut], code[cut : 2 * cut], code[2 * cut :])
    )
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
    split, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("separate", "end"))
    return f"<w:p>{begin}{codes}{split}<w:r><w:t>{escape(shown)}</w:t></w:r>{end}</w:p>"


def cited(item: dict[str, Any]) -> str:
    return json.dumps({"citationID": "x", "citationItems": [{"id": 1, "itemData": item}]})


def word_hanging() -> bytes:
    indented = '<w:ind w:left="720" w:hanging="720"/>'
    body = [paragraph(PROSE), paragraph("References", '<w:pStyle w:val="Heading1"/>')]
    return word([*body, *(paragraph(text, indented) for text in APA), *map(paragraph, AFTER)])


def word_zotero() -> bytes:
    fields = [field(f" ADDIN ZOTERO_ITEM CSL_CITATION {cited(each)}", "(1)") for each in ITEMS[:20]]
    notes = "".join(
        f"<w:footnote>{field(f' ADDIN ZOTERO_ITEM CSL_CITATION {cited(each)}', 'n')}</w:footnote>"
        for each in ITEMS[20:]
    )
    return word([paragraph(PROSE), *fields], notes)


def word_mendeley() -> bytes:
    tags = [base64.b64encode(cited(each).encode()).decode() for each in ITEMS]
    controls = [
        f"<w:sdt><w:sdtPr><w:tag w:val={quoteattr('MENDELEY_CITATION_v3_' + tag)}/></w:sdtPr>"
        f"<w:sdtContent>{paragraph('(1)')}</w:sdtContent></w:sdt>"
        for tag in tags
    ]
    return word([paragraph(PROSE), *controls])


def word_endnote() -> bytes:
    codes = [f"<EndNote><Cite>{endnote(each)}</Cite></EndNote>" for each in TRUTH]
    plain = [field(f" ADDIN EN.CITE {code}", "(1)") for code in codes[:12]]
    packed = [
        field(" ADDIN EN.CITE.DATA ", "(1)", f"<w:fldData>{_packed(code)}</w:fldData>")
        for code in codes[12:]
    ]
    return word([paragraph(PROSE), *plain, *packed])


def _packed(code: str) -> str:
    return "\n".join(textwrap.wrap(base64.b64encode(code.encode()).decode(), 76))


def endnote(each: Reference) -> str:
    """Write a reference as EndNote's XML has it."""
    kinds = {"article-journal": "Journal Article", "book": "Book", "chapter": "Book Section"}
    people = [f"<author>{escape(_endnote_name(name))}</author>" for name in each.author]
    editors = [f"<author>{escape(_endnote_name(name))}</author>" for name in each.editor]
    return (
        f'<record><ref-type name="{kinds.get(each.type, "Generic")}">0</ref-type><contributors>'
        f"<authors>{''.join(people)}</authors>"
        f"<secondary-authors>{''.join(editors)}</secondary-authors></contributors><titles>"
        f'<title><style face="normal" size="100%">{escape(each.title)}</style></title>'
        f"<secondary-title>{escape(each.container_title)}</secondary-title></titles>"
        f"<dates><year>{each.issued.year if each.issued else ''}</year></dates>"
        f"<electronic-resource-num>{each.doi}</electronic-resource-num></record>"
    )


def _endnote_name(name: Any) -> str:
    return name.literal or f"{name.non_dropping_particle} {name.family}, {name.given}".strip()


# Others ----------------------------------------------------------------------------------------


def opendocument() -> bytes:
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in APA)
    path = Path("made.odt")
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{office}" xmlns:text="{text}"><office:body>'
            f"<office:text><text:p>{escape(PROSE)}</text:p><text:h>Bibliography</text:h>{lines}"
            "</office:text></office:body></office:document-content>",
        )
    return path.read_bytes()


def pdf(columns: Sequence[Sequence[Sequence[str]]]) -> bytes:
    """Write a PDF: pages of columns of lines, with a running head and a page number."""
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects, kids = ["<< /Type /Catalog /Pages 2 0 R >>", "", font], []
    for number, page in enumerate(columns, 1):
        shown = [_at(50, 770, "Journal of Made Documents 4 (2024)"), _at(300, 25, str(number))]
        for at, lines in enumerate(page):
            shown += [_at(50 + 260 * at, 740 - 11 * row, line) for row, line in enumerate(lines)]
        stream = "\n".join(shown)
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 800] /Resources << /Font "
            f"<< /F1 3 0 R >> >> /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
    end += f"<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF"
    return data + end.encode()


def _at(x: int, y: int, line: str) -> str:
    safe = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F1 9 Tf {x} {y} Td ({safe}) Tj ET"


def wrapped(texts: Sequence[str], width: int, indent: str = "") -> list[str]:
    return [
        line
        for text in texts
        for line in textwrap.wrap(text, width, subsequent_indent=indent, break_long_words=False)
    ]


def pdf_two_columns() -> bytes:
    lines = [*wrapped([PROSE] * 2, 48), "", "References", "", *wrapped(NUMBERED, 48)]
    columns = [lines[at : at + 60] for at in range(0, len(lines), 60)]
    return pdf([columns[at : at + 2] for at in range(0, len(columns), 2)])


def pdf_one_column() -> bytes:
    lines = [*wrapped([PROSE], 90), "REFERENCES", *wrapped(NUMBERED, 90, "     ")]
    return pdf([[lines[at : at + 24]] for at in range(0, len(lines), 24)])


def html_journal() -> bytes:
    rows = "".join(f"<p>{escape(text)}</p>" for text in APA)
    return (
        "<!DOCTYPE html><html><head><title>An article</title><script>var references = 1;</script>"
        f"</head><body><nav><ul><li>Home</li></ul></nav><article><h1>Towns</h1><p>{PROSE}</p>"
        f'<section class="item references"><h2 class="label">References</h2><div class="value">{rows}'
        "</div></section></article><footer><p>Published by a society.</p></footer></body></html>"
    ).encode()


def html_list() -> bytes:
    rows = "".join(f"<li><span>{escape(text)}</span></li>" for text in APA)
    return (
        f"<html><body><p>{PROSE}</p><h3>Literatur</h3><ol>{rows}</ol><h3>Impressum</h3></body></html>"
    ).encode()


def html_tags() -> bytes:
    tags = "".join(
        f'<meta name="citation_reference" content={quoteattr(_pairs(each))}>' for each in TRUTH
    )
    return f"<html><head>{tags}</head><body><p>{PROSE}</p></body></html>".encode()


def _pairs(each: Reference) -> str:
    pairs = [("citation_title", each.title), ("citation_doi", each.doi)]
    people = each.author or each.editor
    pairs += [("citation_author", n.literal or f"{n.family}, {n.given}") for n in people]
    pairs += [("citation_publication_date", str(each.issued.year if each.issued else ""))]
    return "; ".join(f"{name}={value}" for name, value in pairs if value)


def jats() -> bytes:
    refs = "".join(f'<ref id="r{at}">{_jats(each)}</ref>' for at, each in enumerate(TRUTH))
    return (
        f"<article><body><p>{PROSE}</p></body><back><ref-list><title>References</title>{refs}"
        "</ref-list></back></article>"
    ).encode()


def _jats(each: Reference) -> str:
    kind = "journal" if each.type == "article-journal" else "book"
    names = "".join(
        f"<collab>{escape(n.literal)}</collab>"
        if n.literal
        else f"<name><surname>{escape(n.family)}</surname><given-names>{n.given}</given-names></name>"
        for n in each.author or each.editor
    )
    title = "article-title" if each.container_title else "source"
    doi = f'<pub-id pub-id-type="doi">{each.doi}</pub-id>' if each.doi else ""
    source = f"<source>{escape(each.container_title)}</source>" if each.container_title else ""
    return (
        f'<element-citation publication-type="{kind}"><person-group person-group-type="author">'
        f"{names}</person-group><{title}>{escape(each.title)}</{title}>{source}"
        f"<year>{each.issued.year if each.issued else ''}</year>{doi}</element-citation>"
    )


def latex() -> bytes:
    items = "\n".join(
        f"\\bibitem{{k{at}}}\n" + textwrap.fill(text.replace("&", "\\&"), 70)
        for at, text in enumerate(APA)
    )
    return (
        f"\\documentclass{{article}}\\begin{{document}}{PROSE}\n\\begin{{thebibliography}}{{99}}\n"
        f"{items}\n\\end{{thebibliography}}\\end{{document}}"
    ).encode()


def markdown() -> bytes:
    return "\n\n".join([f"# Towns\n\n{PROSE}", "## References", *(f"- {t}" for t in APA)]).encode()


def yaml() -> bytes:
    lines = ["---", "references:"]
    for item in ITEMS:
        shown = {**item, "issued": [{"year": item["issued"]["date-parts"][0][0]}]}
        rows = [f"  {name}: {json.dumps(value)}" for name, value in shown.items() if name != "id"]
        lines += [f"- id: {item['id']}", *rows]
    return "\n".join([*lines, "..."]).encode()


def text_wrapped() -> bytes:
    return "\n".join(
        [*wrapped([PROSE], 72), "", "References", "", *wrapped(APA, 72, "    ")]
    ).encode()


PRINTED: dict[str, tuple[Callable[[], bytes], list[str]]] = {
    "hanging.docx": (word_hanging, APA),
    "made.odt": (opendocument, APA),
    "columns.pdf": (pdf_two_columns, NUMBERED),
    "pages.pdf": (pdf_one_column, NUMBERED),
    "journal.html": (html_journal, APA),
    "list.html": (html_list, APA),
    "article.tex": (latex, APA),
    "article.md": (markdown, APA),
    "article.txt": (text_wrapped, APA),
}
EXACT: dict[str, Callable[[], bytes]] = {
    "zotero.docx": word_zotero,
    "mendeley.docx": word_mendeley,
    "endnote.docx": word_endnote,
    "tags.html": html_tags,
    "article.xml": jats,
    "list.yaml": yaml,
}


@pytest.mark.parametrize("name", PRINTED)
def test_every_printed_reference_is_found(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    make, listed = PRINTED[name]
    Path(name).write_bytes(make())
    check(readers.read(name).references, listed)


@pytest.mark.parametrize("name", EXACT)
def test_every_coded_reference_is_read(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(EXACT[name]())
    found = readers.read(name).references
    check(found, [], bounds=False)
    assert [fold(each.title) for each in found] == [fold(each.title) for each in TRUTH]
