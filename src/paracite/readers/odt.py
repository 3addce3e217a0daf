"""OpenDocument text (`.odt`): exact data from Zotero's marks, else the printed list.

Source: OpenDocument 1.3, part 3, chapters 5 and 7; Zotero writes a citation as the name of a
reference mark, `ZOTERO_ITEM CSL_CITATION {…}`.
"""

import re
from collections.abc import Iterator
from typing import Any

from paracite.readers import Document, Reader, Reading, _codes, _package, _printed

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
BODY = "content.xml"
MARKS = ("reference-mark-start", "reference-mark", "bookmark-start")
MOST_SPACES = 100  #: in a row that a line keeps; no page is wider
SPACE_COUNT = re.compile(r"\d\d?")  #: a number of spaces below that
SPACES = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}


def sniff(document: Document) -> bool:
    """Return OpenDocument text by its part and its declared kind."""
    kind = b"application/vnd.oasis.opendocument.text"
    return _package.has(document, BODY) and kind in document.data[:200]


def read(document: Document) -> Reading:
    """Read the works cited by marks, or else the printed list, notes included.

    Raises `ReadError` for a damaged file and where there is neither.
    """
    root = _package.part(document, BODY)
    codes = (
        element.get(f"{TEXT}name") or ""
        for element in root.iter(*(f"{TEXT}{name}" for name in MARKS))
    )
    cited = tuple(_codes.references(codes, document.path))
    return _printed.document(document.path, list(_lines(root)), cited)


def _lines(root: Any) -> Iterator[str]:
    """Yield a line for each paragraph and heading, a blank one behind it."""
    for paragraph in root.iter(f"{TEXT}p", f"{TEXT}h"):
        yield from "".join(_pieces(paragraph)).split("\n")
        yield ""


def _pieces(element: Any) -> Iterator[str]:
    if element.tag == f"{TEXT}s":
        count = element.get(f"{TEXT}c") or "1"
        yield " " * (int(count) if SPACE_COUNT.fullmatch(count) else MOST_SPACES)
    yield SPACES.get(element.tag, "")
    yield _one_line(element.text)
    for child in element:
        if child.tag != f"{TEXT}note":  # its paragraphs are lines of their own
            yield from _pieces(child)
        yield _one_line(child.tail)


def _one_line(text: str | None) -> str:
    return (text or "").replace("\n", " ")


reader = Reader("odt", (".odt",), sniff, read)
