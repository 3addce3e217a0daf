"""A bare list: one reference a paragraph, or a line where no blank line stands.

In order and none dropped; asked for with `--from list`, never guessed.
"""

from paracite.parsing import segment
from paracite.readers import Document, Reader, Reading, _printed
from paracite.text import lines


def read(document: Document) -> Reading:
    """Read every paragraph, or every line, as one reference."""
    return _printed.reading(document.path, segment.each_paragraph(lines(document.text)))


reader = Reader("list", (), lambda _: False, read)
