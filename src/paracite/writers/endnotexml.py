"""EndNote XML (`.xml`), as EndNote imports it; italics and the like are styles of the text."""

import re
from collections.abc import Sequence
from typing import Any

from paracite.fields.endnote import ELEMENTS, GENERIC, NAMES, TYPES
from paracite.fields.markup import TAG, plain
from paracite.reference import Reference
from paracite.text import squeeze
from paracite.writers import Options, Writer, Writing, _ris_record

PATHS = {tag: path for path, tag in reversed(ELEMENTS.items())}
WITH_MARKUP = frozenset(["TI", "ST", "T2", "T3", "JF", "J2", "RI", "AB", "N1", "RN"])
FACES = {"i": "italic", "b": "bold", "sup": "superscript", "sub": "subscript"}
PARTS = re.compile(f"({TAG.pattern})")


def encode(references: Sequence[Reference], _options: Options) -> Writing:
    """Write a record for each reference."""
    from lxml import etree

    root = etree.Element("xml")
    records = etree.SubElement(root, "records")
    for reference in references:
        record = etree.SubElement(records, "record")
        _record(record, reference)
        record.tail = "\n"  # and no more white space, for styles part words
    data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return Writing(data)


def _record(record: Any, reference: Reference) -> None:
    from lxml import etree

    own = _ris_record.own_type(reference)
    name, code = NAMES.get(reference.type, GENERIC)
    named = own if TYPES.get(own.casefold()) == reference.type else name
    etree.SubElement(record, "ref-type", name=named).text = str(code)
    tags = list(_ris_record.tags(reference))
    if reference.page:
        tags = [("SP", reference.page), *(pair for pair in tags if pair[0] != "SP")]
    for tag, value in tags:
        text = value.rstrip("/") if tag in ("DA", "Y2") else value
        if path := PATHS.get(tag):
            *folders, last = path.split("/")
            element = record
            for folder in folders:
                found = element.find(folder)
                element = etree.SubElement(element, folder) if found is None else found
            _fill(etree.SubElement(element, last), text, markup=tag in WITH_MARKUP)


def _fill(element: Any, value: str, *, markup: bool) -> None:
    """Write a text as the stretches of one style that EndNote parts it into."""
    from lxml import etree

    open_tags: list[str] = []
    for part in PARTS.split(squeeze(value if markup else plain(value))):
        tag = part.strip("</>")
        if not TAG.fullmatch(part):
            faces = " ".join(FACES[each] for each in open_tags if each in FACES) or "normal"
            if part:
                etree.SubElement(element, "style", face=faces).text = part
        elif not part.startswith("</"):
            open_tags.append(tag)
        elif tag in open_tags or "span" in tag:
            open_tags.pop()


writer = Writer("endnotexml", ".xml", encode, reader="endnotexml")
