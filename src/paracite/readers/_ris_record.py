"""A record in EndNote's model, its fields named by tags of RIS: of RIS, `.enw` and EndNote XML.

Databases disagree about the tags; what is known of their exports is in `fields/ris.py` and here.
"""

import re
from typing import Any

from paracite.fields import identifiers, ris
from paracite.readers import _tagged, _values
from paracite.reference import Origin, Reference

OWN = frozenset(["TY", "ID", "LB", "PY", "Y1", "DA", "Y2", "SP", "EP", "SN", "KW"])
NUMBER = re.compile(r"PMID:?\s*(\d{1,8})|(PMC\d+)", re.IGNORECASE)
MEDLINE = re.compile(r"medline|pubmed", re.IGNORECASE)
DOI_TAGS = ("M3", "L3", "N1", "DI")  #: where older exports put a DOI
EDITED = frozenset(["EDBOOK", "Edited Book"])  #: their author is the editor


def reference(record: _tagged.Record, kind: str, path: str, *, named: bool) -> Reference:
    """Read a record as a CSL type; `named` says that its own type's name adds nothing."""
    tags = [pair for pair in record.tags if pair[0] not in OWN]
    values, extra = _tagged.gather(tags, ris.texts(kind), ris.names(kind))
    values["page"], rest = _values.read_pages(record.first("SP"), record.first("EP"))
    extra += [("EP", rest)] if rest else []
    values["keyword"] = ", ".join(record.all("KW"))
    dates = [(tag, text) for tag in ("DA", "PY", "Y1") for text in record.all(tag)]
    values["issued"] = _tagged.dated(dates, extra)
    values["accessed"] = _tagged.dated([("Y2", text) for text in record.all("Y2")], extra)
    _standard_numbers(kind, record, values, extra)
    own_type = record.first("TY")
    if own_type and not named:
        extra.append(("TY", own_type))
    if own_type in EDITED and "author" in values and "editor" not in values:
        values["editor"] = values.pop("author")
    key = record.first("ID", "LB")
    extra += (("LB", text) for text in record.all("ID", "LB") if text != key)
    _settle(kind, values, extra)
    extra = _identified(record, values, extra)
    return Reference(
        citekey=key,
        type=kind,
        extra=tuple(extra),
        origin=Origin(path, record.line),
        **values,
    )


def _standard_numbers(
    kind: str, record: _tagged.Record, values: dict[str, Any], extra: list[tuple[str, str]]
) -> None:
    """Read `SN`: one number, or several ISSNs with words beside them."""
    for text in record.all("SN"):
        own = kind in ris.NUMBERED and not (identifiers.isbn(text) or identifiers.issn(text))
        if own and "number" not in values:  # a report's
            values["number"] = text
            continue
        several = _values.ISSN.findall(text)
        numbers = several if len(several) > 1 else [text]
        extra += (
            ("SN", number)
            for number in numbers
            if values.setdefault(_values.standard_number(number), number) != number
        )


def _settle(kind: str, values: dict[str, Any], extra: list[tuple[str, str]]) -> None:
    """Move what a tag means in some types only: a book's series, a report's number."""
    if kind == "book":
        alone = "editor" not in values and not ("author" in values and "collection_title" in values)
        if alone and "collection_editor" in values:
            values["editor"] = values.pop("collection_editor")
    if kind in ris.NUMBERED and "number" not in values and "issue" in values:
        values["number"] = values.pop("issue")
    if kind in ris.COUNTED and values["page"].isdecimal():
        values["number_of_pages"], values["page"] = values["page"], ""
    if kind in ris.ARTICLES and values.get("genre", "").casefold() in ris.DOCUMENT_TYPES:
        extra.append(("M3", values.pop("genre")))
    if kind == "paper-conference" and (title := dict(extra).get("C3")):
        extra.remove(("C3", title))
        if "container_title" in values:
            values["event_title"] = values["container_title"]
        values["container_title"] = title
    short = dict(extra).get("JO")
    if short and "container_title_short" not in values:
        extra.remove(("JO", short))
        values["container_title_short"] = short


def _identified(
    record: _tagged.Record, values: dict[str, Any], extra: list[tuple[str, str]]
) -> list[tuple[str, str]]:
    """Find the numbers of PubMed, PubMed Central and the DOI where databases put them."""
    source = values.get("source", "")
    left = []
    for tag, text in extra:
        match = NUMBER.fullmatch(text)
        plain = text.isdecimal() and (
            tag == "PM"
            or (tag == "AN" and MEDLINE.search(source))
            or (tag == "C5" and "embase" in source.lower())
        )
        found = ("pmcid" if match[2] else "pmid") if match else "pmid" if plain else ""
        number = (match[1] or match[2]) if match else text
        if not found or values.setdefault(found, number) != number:
            left.append((tag, text))
    if record.first("ID").isdecimal() and "ovid medline" in source.lower():
        values.setdefault("pmid", record.first("ID"))
    if "doi" not in values:
        for tag in DOI_TAGS:
            text = record.first(tag)
            if identifiers.DOI.fullmatch(identifiers.DOI_PREFIX.sub("", text)):
                values["doi"] = text
                left = [pair for pair in left if pair != (tag, text)]
                for variable in ("genre", "note"):
                    if values.get(variable) == text:
                        del values[variable]
                break
    if "doi" in values:
        values["doi"] = identifiers.DOI_PREFIX.sub("", values["doi"])
    return left
