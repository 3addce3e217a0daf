"""PubMed and MEDLINE (`.nbib`): tagged lines from `PMID- `."""

import re

from paracite.errors import ReadError
from paracite.fields import pages
from paracite.fields.nbib import TEXTS, TYPES
from paracite.readers import Document, Reader, Reading, _tagged, _values
from paracite.reference import Name, Origin, Reference

LINE = re.compile(r"([A-Z]{2,4}) {0,2}- ?(.*)")
START = re.compile(r"(?m)^\ufeff?PMID ?-(?: ?\d|\s*$)")
LABELLED = re.compile(r"(.+?)\s*\[(doi|pii|pmc)\]")
NAMES = {"FED": "editor"}
OWN = frozenset(["FAU", "AU", "CN", "DP", "PG", "LID", "AID", "IS", "OT", "PT"])


def read(document: Document) -> Reading:
    """Read every record."""
    records = tuple(_tagged.records(document.text, LINE, "PMID", parted=True))
    if not records:
        raise ReadError(document.path, "holds no PubMed record", "a record starts with `PMID- `")
    return Reading(tuple(_reference(each, document.path) for each in records))


def _reference(record: _tagged.Record, path: str) -> Reference:
    tags = [pair for pair in record.tags if pair[0] not in OWN]
    values, extra = _tagged.gather(tags, TEXTS, NAMES)
    values["author"] = _authors(record)
    values["issued"] = _tagged.dated([("DP", text) for text in record.all("DP")], extra)
    values["page"] = pages.normalise(record.first("PG"))
    values["keyword"] = ", ".join(record.all("OT"))
    for value in record.all("LID", "AID"):
        match = LABELLED.fullmatch(value)
        text, label = (match[1], match[2]) if match else (value, "id")
        if label != "doi" or values.setdefault("doi", text) != text:
            extra.append((label, text))
    numbers = [each.partition(" ")[0] for each in record.all("IS")]
    values["issn"] = numbers[0] if numbers else ""
    extra += (("issn", each) for each in dict.fromkeys(numbers[1:]) if each != numbers[0])
    kinds = record.all("PT")
    extra += (("PT", each) for each in kinds)
    kind = next((TYPES[each] for each in kinds if each in TYPES), "article-journal")
    return Reference(
        type=kind, extra=tuple(dict.fromkeys(extra)), origin=Origin(path, record.line), **values
    )


def _authors(record: _tagged.Record) -> tuple[Name, ...]:
    """Return the authors by their full names, where those are given; groups in their place."""
    full = bool(record.all("FAU"))
    authors = []
    for tag, value in record.tags:
        if tag == "CN":
            authors.append(Name(literal=value))
        elif tag == "FAU" or (tag == "AU" and not full):
            authors.append(_values.read_name(value) if tag == "FAU" else _short(value))
    return tuple(authors)


def _short(text: str) -> Name:
    """Read `Shruthi BS`: initials stand last."""
    family, _, initials = text.rpartition(" ")
    return Name(family, initials) if family else Name(text)


reader = Reader(
    "nbib", (".nbib",), lambda document: bool(START.search(document.text[:65536])), read
)
