"""RIS (`.ris`): tagged lines from `TY  - ` to `ER  - `."""

import re

from paracite.errors import Problem, ReadError
from paracite.fields import ris
from paracite.readers import Document, Reader, Reading, _ris_record, _tagged
from paracite.reference import Reference

LINE = re.compile(
    rf"\s{{0,3}}({'|'.join(sorted(ris.TAGS))}|[A-Z][A-Z0-9](?=  -)) {{0,3}}-(?:\s|$)(.*)"
)
START = re.compile(r"(?m)^\ufeff?\s{0,3}TY {1,3}-(?: |$)")


def read(document: Document) -> Reading:
    """Read every record; one without an end is read too, and told of."""
    records = tuple(_tagged.records(document.text, LINE, "TY", "ER", listed=("KW",)))
    if not records:
        raise ReadError(document.path, "holds no RIS record", "a record starts with `TY  - `")
    problems = [
        Problem(document.path, each.line, 1, message)
        for each in records
        for message in _problems(each)
    ]
    return Reading(tuple(_reference(each, document.path) for each in records), tuple(problems))


def _problems(record: _tagged.Record) -> list[str]:
    problems = []
    if not record.first("TY"):
        problems.append("the record has no type (`TY  - `)")
    if not record.ended:
        problems.append("the record has no end (`ER  - `)")
    return problems


def _reference(record: _tagged.Record, path: str) -> Reference:
    own = record.first("TY")
    kind = ris.TYPES.get(own.upper(), "document")
    return _ris_record.reference(record, kind, path, named=own == ris.RIS_TYPES.get(kind))


reader = Reader("ris", (".ris",), lambda document: bool(START.search(document.text)), read)
