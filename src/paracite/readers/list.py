"""A bare list: one reference a paragraph, or a line where no blank line stands.

In order and none dropped; asked for with `--from list`, never guessed.
"""

from paracite.parsing import find, segment
from paracite.readers import Document, Reader, Reading, _printed


def read(document: Document) -> Reading:
    """Read every paragraph, or every line, as one reference."""
    return _printed.reading(
        document.path, segment.each_paragraph(find.printed_lines(document.text))
    )


reader = Reader("list", (), lambda _: False, read)
