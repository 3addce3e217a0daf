"""RIS (`.ris`): tagged lines from `TY  - ` to `ER  - `."""

import re
from typing import Any

from paracite.errors import Problem, ReadError
from paracite.fields import pages
from paracite.fields.ris import NAMES, RIS_TYPES, TEXTS, TYPES
from paracite.readers import Document, Reader, Reading, _tagged
from paracite.reference import Date, Origin, Reference

LINE = re.compile(r"\s{0,3}([A-Z][A-Z0-9]) {0,3}-\s?(.*)")
START = re.compile(r"(?m)^\ufeff?\s{0,3}TY {1,3}- ")
OWN = frozenset(["TY", "ID", "LB", "PY", "Y1", "DA", "Y2", "SP", "EP", "SN", "KW"])
NUMBERED = frozenset(["report", "patent", "standard", "legislation", "bill", "legal_case"])


def read(document: Document) -> Reading:
    """Read every record; one without an end is read too, and told of."""
    records = tuple(_tagged.records(document.text, LINE, "TY", "ER"))
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
    if record.tags[0][0] != "TY":
        problems.append("the record has no type (`TY  - `)")
    if not record.ended:
        problems.append("the record has no end (`ER  - `)")
    return problems


def _reference(record: _tagged.Record, path: str) -> Reference:
    tags = [pair for pair in record.tags if pair[0] not in OWN]
    values, extra = _tagged.gather(tags, TEXTS, NAMES)
    values["page"] = _pages(record.first("SP"), record.first("EP"))
    values["keyword"] = ", ".join(record.all("KW"))
    values["issued"] = _issued(record.all("DA", "PY", "Y1"))
    values["accessed"] = _tagged.date(record.first("Y2"))
    for number in record.all("SN"):
        if values.setdefault(_tagged.standard_number(number), number) != number:
            extra.append(("SN", number))
    ris_type = record.first("TY")
    kind = TYPES.get(ris_type.upper(), "document")
    if ris_type and RIS_TYPES.get(kind) != ris_type:
        extra.append(("TY", ris_type))
    _settle(kind, values)
    return Reference(
        citekey=record.first("ID", "LB"),
        type=kind,
        extra=tuple(extra),
        origin=Origin(path, record.line),
        **values,
    )


def _settle(kind: str, values: dict[str, Any]) -> None:
    """Move what a tag means in some types only: a book's series, a report's number."""
    if kind == "book" and "collection_title" not in values and "container_title" in values:
        values["collection_title"] = values.pop("container_title")
    if kind in NUMBERED and "number" not in values and "issue" in values:
        values["number"] = values.pop("issue")


def _issued(given: list[str]) -> Date | None:
    """Choose the date that says most: one with a month, else with a year, else any."""
    read = [date for text in given if (date := _tagged.date(text))]
    return max(read, key=lambda date: (date.year is not None, date.month > 0), default=None)


def _pages(first: str, last: str) -> str:
    return pages.normalise("-".join(filter(None, (first, last if last != first else ""))))


reader = Reader("ris", (".ris",), lambda document: bool(START.search(document.text)), read)
