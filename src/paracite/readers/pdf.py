"""PDF: the text of its pages in reading order, and the printed list in it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from paracite.errors import ReadError
from paracite.parsing import find, segment
from paracite.readers import Document, Reader, Reading, _pdf_lines, _printed
from paracite.readers._pdf_lines import Line
from paracite.text import fold

EDGE = 2  #: lines at the top and bottom of a page that may be its header and footer
REPEATED = 3  #: pages on which a line must stand to be a header or footer
MOST_PAGES = 5000


def sniff(document: Document) -> bool:
    """Return PDF by its first bytes."""
    return document.data[:1024].lstrip().startswith(b"%PDF-")


def read(document: Document) -> Reading:
    """Read the printed list.

    Raises `ReadError` for a damaged or encrypted file, for scanned pages without
    text, and where no list is found.
    """
    pages = list(_pages(document))
    if not any(pages):
        raise ReadError(
            document.path,
            "holds no text, only pictures of pages",
            "run OCR on it first, for example with ocrmypdf",
        )
    lines = _pdf_lines.laid_out(list(_without_headers(pages)))
    found = find.find("\n".join(lines))
    if not found:
        raise ReadError(
            document.path,
            "no reference list was found in the text",
            "copy the list into a text file and read it with --from list",
        )
    printed = (each for part in found for each in segment.segment(part.lines, part.start))
    return _printed.reading(document.path, printed)


def _pages(document: Document) -> Iterator[list[Line]]:
    """Yield the lines of each page in reading order."""
    try:
        import pypdfium2
    except ImportError:
        raise ReadError(
            document.path, "reading PDF needs pypdfium2", "pip install 'paracite[formats]'"
        ) from None
    try:
        pdf = pypdfium2.PdfDocument(document.data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        reason = "is encrypted" if locked else f"is a damaged PDF: {error}"
        hint = "save it without a password" if locked else "open it in a viewer and save it again"
        raise ReadError(document.path, reason, hint) from None
    for number in range(min(len(pdf), MOST_PAGES)):
        yield list(_pdf_lines.page_lines(pdf[number].get_textpage()))


def _without_headers(pages: list[list[Line]]) -> Iterable[list[Line]]:
    """Drop the lines that stand at the edges of several pages, their numbers aside."""
    counts = Counter(_plain(line) for page in pages for line in set(_edges(page)))
    repeated = {line for line, count in counts.items() if line and count >= REPEATED}
    for page in pages:
        edges = set(_edges(page))
        yield [line for line in page if line not in edges or _plain(line) not in repeated]


def _edges(page: list[Line]) -> list[Line]:
    return page[:EDGE] + page[-EDGE:]


def _plain(line: Line) -> str:
    return re.sub(r"[\W\d]+", " ", fold(line.text)).strip()


reader = Reader("pdf", (".pdf",), sniff, read)
