"""Web of Science plain text (`.ciw`, `.isi`): tagged lines from `PT J` to `ER`.

Source: Clarivate, "Web of Science Core Collection Field Tags".
"""

import re

from paracite.errors import Problem, ReadError
from paracite.fields import pages
from paracite.readers import Document, Reader, Reading, _tagged
from paracite.reference import Name, Origin, Reference

LINE = re.compile(r"([A-Z][A-Z0-9])(?: (.*)|())")
START = re.compile(r"(?m)^\ufeff?PT [JBSPC]\s*$")
TEXTS = {
    "TI": "title",
    "SO": "container_title",
    "J9": "container_title_short",
    "JI": "container_title_short",
    "SE": "collection_title",
    "VL": "volume",
    "IS": "issue",
    "AR": "number",
    "PU": "publisher",
    "PI": "publisher_place",
    "CT": "event_title",
    "CL": "event_place",
    "DI": "doi",
    "SN": "issn",
    "BN": "isbn",
    "PM": "pmid",
    "LA": "language",
    "AB": "abstract",
}
NAMES = {"BA": "author", "BE": "editor"}
OWN = frozenset(["PT", "AU", "AF", "CA", "PY", "PD", "BP", "EP", "DE", "FN", "VR", "EF"])
TYPES = {
    "J": "article-journal",
    "B": "book",
    "S": "chapter",
    "P": "patent",
    "C": "paper-conference",
}


def read(document: Document) -> Reading:
    """Read every record; one without an end is read too, and told of."""
    found = _tagged.records(document.text, LINE, "PT", "ER", listed=("AU", "AF", "BA", "BE"))
    records = [each for each in found if each.first("PT")]
    if not records:
        raise ReadError(
            document.path, "holds no Web of Science record", "a record starts with `PT J`"
        )
    problems = (
        Problem(document.path, each.line, 1, "the record has no end (`ER`)")
        for each in records
        if not each.ended
    )
    return Reading(tuple(_reference(each, document.path) for each in records), tuple(problems))


def _reference(record: _tagged.Record, path: str) -> Reference:
    tags = [pair for pair in record.tags if pair[0] not in OWN]
    values, extra = _tagged.gather(tags, TEXTS, NAMES)
    people = map(_tagged.name, record.all("AF") or record.all("AU"))
    groups = (Name(literal=each) for each in record.all("CA"))
    values["author"] = (*people, *groups) or values.get("author", ())
    values["issued"] = _tagged.date(f"{record.first('PY')} {record.first('PD')}".strip())
    values["page"] = pages.normalise("-".join(record.all("BP", "EP")))
    values["keyword"] = record.first("DE").replace("; ", ", ")
    return Reference(
        type=TYPES.get(record.first("PT"), "document"),
        extra=tuple(extra),
        origin=Origin(path, record.line),
        **values,
    )


reader = Reader(
    "wos", (".ciw", ".isi"), lambda document: bool(START.search(document.text[:65536])), read
)
