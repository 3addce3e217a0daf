"""What reference managers hide in a document: each cited work as exact data.

Sources: Zotero and Mendeley Desktop, fields `ADDIN ZOTERO_ITEM CSL_CITATION {…}` and
`ADDIN CSL_CITATION {…}` with CSL-JSON; Mendeley Cite, tags `MENDELEY_CITATION_v3_` and base64 of
the same; EndNote, fields `ADDIN EN.CITE` with its XML, plain or in base64 beside the field.
"""

import base64
import binascii
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from paracite import csljson
from paracite.readers import _endnote_record
from paracite.reference import Origin, Reference

CITATION = re.compile(r"(?:ADDIN\s+)?(?:ZOTERO_ITEM\s+)?CSL_CITATION\s*(\{.*)", re.DOTALL)
TAG = re.compile(r"MENDELEY_CITATION_v\d+_(.+)", re.DOTALL)
ENDNOTE = re.compile(r"<EndNote>.*</EndNote>", re.DOTALL)


def references(codes: Iterable[str], path: str) -> Iterator[Reference]:
    """Yield each work that the codes of a document hold, once, in order."""
    seen = set()
    for code in codes:
        for reference in _held(code, path):
            if reference not in seen:
                seen.add(reference)
                yield reference


def _held(code: str, path: str) -> Iterator[Reference]:
    if match := CITATION.search(code):
        yield from _csl(match[1], path)
    elif match := TAG.search(code):
        yield from _csl(unpacked(match[1]), path)
    elif match := ENDNOTE.search(code):
        yield from _endnote(match[0], path)


def unpacked(text: str) -> str:
    """Return the text that base64 holds, `""` where it holds none."""
    packed = "".join(text.split())
    try:
        data = base64.b64decode(packed + "=" * (-len(packed) % 4))
    except (binascii.Error, ValueError):
        return ""
    return data.decode("utf-8", "replace").strip("\0")


def _csl(text: str, path: str) -> Iterator[Reference]:
    try:
        citation, _ = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return
    for cited in citation.get("citationItems") or ():
        if isinstance(cited, dict) and isinstance(item := cited.get("itemData"), dict):
            yield csljson.from_item({**item, "id": ""}, Origin(path))


def _endnote(text: str, path: str) -> Iterator[Reference]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    root: Any = etree.fromstring(text.encode(), parser)
    for record in root.iter("record") if root is not None else ():
        yield _endnote_record.reference(record, path)
