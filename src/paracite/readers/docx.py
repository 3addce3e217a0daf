"""Word's DOCX: exact data from codes of reference managers or Word's sources, else the print.

Source: ECMA-376, part 1, chapter 17 (WordprocessingML).
"""

import re
from collections.abc import Iterator
from typing import Any

from paracite.readers import Document, Reader, Reading, _codes, _package, _printed, _word_sources
from paracite.reference import Reference

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY = "word/document.xml"
CODED = ("instrText", "fldChar", "fldSimple", "fldData", "tag")  #: elements that hold codes
SOURCES = re.compile(r"customXml/item\d+\.xml")
NOTES = ("word/footnotes.xml", "word/endnotes.xml")


def sniff(document: Document) -> bool:
    """Return DOCX by the part that only it has."""
    return _package.has(document, BODY)


def read(document: Document) -> Reading:
    """Read the works cited by codes, or else the printed list, notes included.

    Raises `ReadError` for a damaged file and where there is neither.
    """
    parts = (_package.part(document, name) for name in (BODY, *NOTES))
    roots = [root for root in parts if root is not None]
    codes = (code for root in roots for code in _field_codes(root))
    cited = tuple(_codes.references(codes, document.path)) or tuple(_own_sources(document))
    lines = [line for root in roots for line in _lines(root)]
    return _printed.document(document.path, lines, cited)


def _own_sources(document: Document) -> Iterator[Reference]:
    """Yield the sources that Word keeps for its own citations."""
    for name in filter(SOURCES.fullmatch, _package.names(document)):
        root = _package.part(document, name)
        if root is not None and root.tag == f"{_word_sources.B}Sources":
            yield from _word_sources.references(root, document.path)


def _lines(root: Any) -> Iterator[str]:
    """Yield a line for each paragraph, a blank one behind it."""
    for paragraph in root.iter(f"{W}p"):
        yield from "".join(_runs(paragraph)).split("\n")
        yield ""


def _runs(paragraph: Any) -> Iterator[str]:
    for element in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}noBreakHyphen"):
        if element.tag == f"{W}t":
            yield (element.text or "").replace("\n", " ")
        else:
            yield {"tab": "\t", "br": "\n"}.get(element.tag.removeprefix(W), "-")


def _field_codes(root: Any) -> Iterator[str]:
    """Yield the instructions of fields, whose text is spread over many runs, then tags and data."""
    code = ""
    for element in root.iter(*(f"{W}{name}" for name in CODED)):
        kind = element.tag.removeprefix(W)
        if kind == "fldSimple":
            yield element.get(f"{W}instr") or ""
        elif kind == "tag":
            yield element.get(f"{W}val") or ""
        elif kind == "fldData":
            yield _codes.unpacked(element.text or "")
        elif kind == "instrText":
            code += element.text or ""
        elif code:
            yield code
            code = ""


reader = Reader("docx", (".docx", ".docm"), sniff, read)
