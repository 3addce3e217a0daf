"""A record of Web of Science: of its plain text, and of its tab-delimited tables.

Source: Clarivate, "Web of Science Core Collection Field Tags".
"""

from paracite.readers import _tagged, _values
from paracite.reference import Name, Origin, Reference

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
SEASONS = {"SPR": "Spring", "SUM": "Summer", "FAL": "Fall", "AUT": "Autumn", "WIN": "Winter"}
LISTED = ("AU", "AF", "BA", "BE", "BF", "CA")  #: tags that hold a list of names


def reference(record: _tagged.Record, path: str) -> Reference:
    """Read one record; `path` is where it was found."""
    tags = [pair for pair in record.tags if pair[0] not in OWN]
    values, extra = _tagged.gather(tags, TEXTS, NAMES)
    people = map(_values.read_name, record.all("AF") or record.all("AU"))
    groups = (Name(literal=each) for each in record.all("CA"))
    values["author"] = (*people, *groups) or values.get("author", ())
    year, part = record.first("PY"), record.first("PD")
    day = f"{year} {SEASONS.get(part, part)}".strip() if part else ""
    values["issued"] = _tagged.dated([("PD", day), ("PY", year)], extra)
    values["page"], rest = _values.read_pages(record.first("BP"), record.first("EP"))
    extra += [("EP", rest)] if rest else []
    values["keyword"] = record.first("DE").replace("; ", ", ")
    return Reference(
        type=TYPES.get(record.first("PT"), "document"),
        extra=tuple(extra),
        origin=Origin(path, record.line),
        **values,
    )
