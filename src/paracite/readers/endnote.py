"""EndNote's tagged export (`.enw`): lines from `%0`, records parted by blank lines.

Source: EndNote, "EndNote Import format" (Refer/BibIX tags).
"""

import re

from paracite.errors import ReadError
from paracite.fields import pages
from paracite.fields.endnote import TYPES
from paracite.readers import Document, Reader, Reading, _tagged, _values
from paracite.reference import Origin, Reference

LINE = re.compile(r"%([A-Z0-9@!#$&()*+^>?<=~\[])(?:[ \t](.*)|())")
START = re.compile(r"\A\ufeff?\s*%[A-Z0-9@][ \t]?[^\n]*(?:\n%[A-Z0-9@!#$&*+^>?<=~\[]|\s*\Z)")
TEXTS = {
    "T": "title",
    "!": "title_short",
    "J": "container_title",
    "B": "container_title",
    "S": "collection_title",
    "V": "volume",
    "N": "issue",
    "7": "edition",
    "6": "number_of_volumes",
    "&": "section",
    "I": "publisher",
    "C": "publisher_place",
    "R": "doi",
    "U": "url",
    "X": "abstract",
    "Z": "note",
    "G": "language",
    "L": "call_number",
    "9": "genre",
    "W": "source",
}
NAMES = {"A": "author", "E": "editor", "Y": "collection_editor", "?": "translator"}
OWN = frozenset(["0", "D", "8", "P", "K", "@", "F"])


def read(document: Document) -> Reading:
    """Read every record."""
    records = tuple(_tagged.records(document.text, LINE, "0", parted=True))
    if not records:
        raise ReadError(document.path, "holds no EndNote record", "a record starts with `%0`")
    return Reading(tuple(_reference(each, document.path) for each in records))


def _reference(record: _tagged.Record, path: str) -> Reference:
    tags = [pair for pair in record.tags if pair[0] not in OWN]
    values, extra = _tagged.gather(tags, TEXTS, NAMES)
    values["issued"] = _values.read_date(record.first("D")) or _values.read_date(record.first("8"))
    values["page"] = pages.normalise(record.first("P"))
    values["keyword"] = ", ".join(record.all("K"))
    for number in record.all("@"):
        if values.setdefault(_values.standard_number(number), number) != number:
            extra.append(("@", number))
    name = record.first("0")
    kind = TYPES.get(name.casefold(), "document")
    if name and kind == "document" and name != "Generic":
        extra.append(("0", name))
    return Reference(
        citekey=record.first("F"),
        type=kind,
        extra=tuple(extra),
        origin=Origin(path, record.line),
        **values,
    )


reader = Reader(
    "endnote", (".enw",), lambda document: bool(START.match(document.text[:4096])), read
)
