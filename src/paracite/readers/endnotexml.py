"""EndNote XML (`.xml`), as EndNote and Bookends export it.

A document type declaration is refused: no export has one, and the entities it may
declare can read files or grow without bound.
"""

import re

from paracite.errors import ReadError
from paracite.readers import Document, Reader, Reading, _endnote_record

START = re.compile(
    r"<records>\s*<record\b|<record>.{0,4096}?<(?:ref-type|contributors)\b", re.DOTALL
)


def read(document: Document) -> Reading:
    """Read every record.  Raises `ReadError` where the file is no well-formed XML."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(document.data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(
            document.path, f"is not valid XML: {error.msg}", "mend the file", line=error.lineno or 0
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ReadError(document.path, "declares a document type", "no EndNote export does")
    records = tuple(root.iter("record"))
    if not records:
        raise ReadError(document.path, "holds no EndNote record", "expected <record> elements")
    return Reading(tuple(_endnote_record.reference(each, document.path) for each in records))


reader = Reader("endnotexml", (".xml",), lambda document: bool(START.search(document.text)), read)
