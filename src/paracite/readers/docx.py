"""Word's DOCX: exact data from Zotero's and Mendeley's field codes, else the printed list.

Source: ECMA-376, part 1, chapter 17 (WordprocessingML); the field codes are
`ADDIN ZOTERO_ITEM CSL_CITATION {…}` and `ADDIN CSL_CITATION {…}` with CSL-JSON in them.
"""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from paracite import csljson
from paracite.errors import ReadError
from paracite.parsing import find, segment
from paracite.readers import Document, Reader, Reading, _printed
from paracite.reference import Origin, Reference

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY = "word/document.xml"
NOTES = ("word/footnotes.xml", "word/endnotes.xml")
LARGEST = 200_000_000  #: bytes of one part unpacked; more is a bomb, not a document
CITATION = re.compile(r"ADDIN\s+(?:ZOTERO_ITEM\s+)?CSL_CITATION\s*(\{.*)", re.DOTALL)


def sniff(document: Document) -> bool:
    """Tell DOCX by the part that only it has."""
    if not document.data.startswith(b"PK"):
        return False
    try:
        return BODY in zipfile.ZipFile(io.BytesIO(document.data)).namelist()
    except zipfile.BadZipFile:
        return False


def read(document: Document) -> Reading:
    """Read the works cited by field codes, or else the printed list, notes included.

    Raises `ReadError` for a damaged file and where there is neither.
    """
    body, *notes = (_part(document, name) for name in (BODY, *NOTES))
    roots = [root for root in (body, *notes) if root is not None]
    cited = tuple(_cited(roots, document.path))
    lines = [line for root in roots for line in _lines(root)]
    found = find.find("\n".join(lines))
    printed = [each for part in found for each in segment.segment(part.lines, part.start)]
    if len(cited) >= len(printed) and cited:
        return Reading(cited)
    if not printed:
        raise ReadError(
            document.path,
            "no reference list was found in the document",
            "save the list as text and read it with --from list",
        )
    return _printed.reading(document.path, printed)


def _part(document: Document, name: str) -> Any:
    """Parse one part of the package; None where the document has no such part."""
    from lxml import etree

    try:
        package = zipfile.ZipFile(io.BytesIO(document.data))
        if name not in package.namelist():
            return None
        if package.getinfo(name).file_size > LARGEST:
            raise ReadError(document.path, f"{name} unpacks to more than {LARGEST // 10**6} MB")
        with package.open(name) as file:
            data = file.read(LARGEST + 1)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        return etree.fromstring(data, parser)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, etree.XMLSyntaxError, OSError) as error:
        raise ReadError(
            document.path, f"is a damaged DOCX: {error}", "open it in Word and save it again"
        ) from None
    except RuntimeError:
        raise ReadError(
            document.path, "is encrypted", "save it without a password and read it again"
        ) from None


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


def _cited(roots: list[Any], path: str) -> Iterator[Reference]:
    """Yield each work that the field codes hold, once."""
    seen = set()
    for root in roots:
        for code in _field_codes(root):
            for item in _items(code):
                reference = csljson.from_item({**item, "id": ""}, Origin(path))
                if reference not in seen:
                    seen.add(reference)
                    yield reference


def _field_codes(root: Any) -> Iterator[str]:
    """Yield the instructions of fields, whose text is spread over many runs."""
    code = ""
    for element in root.iter(f"{W}instrText", f"{W}fldChar", f"{W}fldSimple"):
        if element.tag == f"{W}fldSimple":
            yield element.get(f"{W}instr") or ""
        elif element.tag == f"{W}instrText":
            code += element.text or ""
        elif code:
            yield code
            code = ""


def _items(code: str) -> Iterator[dict[str, Any]]:
    match = CITATION.search(code)
    if not match:
        return
    try:
        citation, _ = json.JSONDecoder().raw_decode(match[1])
    except json.JSONDecodeError:
        return
    for cited in citation.get("citationItems") or ():
        if isinstance(item := cited.get("itemData"), dict):
            yield item


reader = Reader("docx", (".docx", ".docm"), sniff, read)
