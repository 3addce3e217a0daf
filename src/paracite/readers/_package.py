"""A document that is a zip of XML parts, as Word and LibreOffice write it."""

import io
import zipfile
from typing import Any

from paracite.errors import ReadError
from paracite.readers import Document

LARGEST = 200_000_000  #: bytes of one part unpacked; more is a bomb, not a document
MOST_TAGS = 3_000_000  #: of one part; each takes some hundred bytes of memory when parsed
CHUNK = 1_000_000  #: bytes unpacked at once


def has(document: Document, name: str) -> bool:
    """Return whether the document is a zip that has this part."""
    if not document.data.startswith(b"PK"):
        return False
    return name in names(document)


def names(document: Document) -> list[str]:
    """Name the parts of a package, in its order; none where it is damaged."""
    try:
        return zipfile.ZipFile(io.BytesIO(document.data)).namelist()
    except zipfile.BadZipFile:
        return []


def part(document: Document, name: str) -> Any:
    """Parse one part; None where the document has no such part.

    Raises `ReadError` for a damaged or encrypted package and a part too large.  Entities are
    not expanded.
    """
    from lxml import etree

    try:
        package = zipfile.ZipFile(io.BytesIO(document.data))
        if name not in package.namelist():
            return None
        if package.getinfo(name).file_size > LARGEST:
            raise ReadError(document.path, f"{name} unpacks to more than {LARGEST // 10**6} MB")
        data = _unpacked(package, name, document.path)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        return etree.fromstring(data, parser)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, etree.XMLSyntaxError, OSError) as error:
        raise ReadError(
            document.path,
            f"is damaged: {error}",
            "open it in the program that wrote it and save it again",
        ) from None
    except (RuntimeError, NotImplementedError):
        raise ReadError(
            document.path, "is encrypted", "save it without a password and read it again"
        ) from None


def _unpacked(package: zipfile.ZipFile, name: str, path: str) -> bytes:
    """Unpack a part, at most `LARGEST` bytes and `MOST_TAGS` tags of it."""
    chunks: list[bytes] = []
    tags = size = 0
    with package.open(name) as file:
        while chunk := file.read(CHUNK):
            chunks.append(chunk)
            tags, size = tags + chunk.count(b"<"), size + len(chunk)
            if tags > MOST_TAGS or size > LARGEST:
                raise ReadError(path, f"{name} holds more than {MOST_TAGS // 10**6} million tags")
    return b"".join(chunks)
