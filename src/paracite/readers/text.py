"""Plain text: a whole document in which a reference list stands, or a pasted list."""

from paracite.errors import ReadError
from paracite.parsing import find, segment
from paracite.readers import Document, Reader, Reading, _printed


def read(document: Document) -> Reading:
    """Read every reference of every list in the text.

    Raises `ReadError` where no list is found.
    """
    found = find.find(document.text)
    if not found:
        raise ReadError(
            document.path,
            "no reference list was found in the text",
            "if all of it is references, one a paragraph or line, add --from list",
        )
    printed = (each for part in found for each in segment.segment(part.lines, part.start))
    return _printed.reading(document.path, printed)


reader = Reader("text", (".txt", ".text"), lambda _: False, read)
