"""EndNote's tagged export (`.enw`): lines from `%0`, records parted by blank lines."""

import re
from dataclasses import replace

from paracite.errors import ReadError
from paracite.fields.endnote import GENERIC, NAMES, SIGNS, TYPES
from paracite.readers import Document, Reader, Reading, _ris_record, _tagged
from paracite.reference import Reference

LINE = re.compile(r"%([A-Za-z0-9@!#$&()*+^>?<=~\[\]])(?:[ \t](.*)|())")
START = re.compile(r"\A\ufeff?\s*%[A-Z0-9@][ \t]?[^\n]*(?:\n%[A-Z0-9@!#$&*+^>?<=~\[]|\s*\Z)")


def read(document: Document) -> Reading:
    """Read every record."""
    records = tuple(_tagged.records(document.text, LINE, "0", parted=True))
    if not records:
        raise ReadError(document.path, "holds no EndNote record", "a record starts with `%0`")
    return Reading(tuple(_reference(each, document.path) for each in records))


def _reference(record: _tagged.Record, path: str) -> Reference:
    name = record.first("0")
    kind = TYPES.get(name.casefold(), "document")
    tags = [("TY", name), *((SIGNS.get(sign, sign), value) for sign, value in record.tags[1:])]
    named = name == NAMES.get(kind, GENERIC)[0]
    return _ris_record.reference(replace(record, tags=tuple(tags)), kind, path, named=named)


reader = Reader(
    "endnote", (".enw",), lambda document: bool(START.match(document.text[:4096])), read
)
