"""A reference as rows of an index."""

import json
from typing import Any

from paracite import csljson
from paracite.bibtex import mapping
from paracite.fields.markup import plain
from paracite.index import schema
from paracite.reference import NAME_FIELDS, OTHERS, TEXT_FIELDS, Name, Reference

Row = tuple[Any, ...]
MOST_SHOWN = 3  #: authors that a list names; of more, only the first
TITLES = ("title", "title_short", "part_title", "volume_title", "original_title")
CONTAINERS = ("container_title", "container_title_short", "collection_title", "event_title")
PUBLISHERS = ("publisher", "publisher_place", "archive", "authority")
GROUPED = {*TITLES, *CONTAINERS, *PUBLISHERS, "keyword", "abstract", "note", "annote"}
REST = tuple(name for name in TEXT_FIELDS if name not in GROUPED)
OTHER_NAMES = tuple(name for name in NAME_FIELDS if name not in ("author", "editor"))


def entry(reference: Reference) -> Row:
    """Give the columns of `schema.COLUMNS`, but for the line."""
    return (
        schema.line(reference.citekey),
        reference.type,
        reference.get("entrytype") or mapping.ENTRY_TYPES[reference.type][mapping.BIBTEX],
        schema.line(short_names(reference.author or reference.editor)),
        reference.issued.year if reference.issued else None,
        schema.line(reference.title),
        schema.line(reference.container_title),
        schema.line(schema.bare_doi(reference.doi)),
    )


def item(reference: Reference) -> str:
    """Give the CSL-JSON item; its origin holds only the printed text, for the rest may change."""
    made = csljson.to_item(reference)
    custom = made.setdefault("custom", {}).setdefault("paracite", {})
    custom["origin"] = {"path": "", "line": 0, "text": reference.origin.text}
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"))


def words(reference: Reference) -> Row:
    """Give the text of each column of `schema.WORDS`, folded."""
    names = [n for field in OTHER_NAMES for n in getattr(reference, field)]
    rest = [reference.citekey, reference.type, _names(tuple(names))]
    rest += (getattr(reference, name) for name in REST)
    rest += (value for _, value in reference.extra)
    if reference.issued:
        rest += (str(reference.issued.year or ""), reference.issued.literal)
    texts = (
        _joined(reference, TITLES),
        _names(reference.author),
        _names(reference.editor),
        _joined(reference, CONTAINERS),
        _joined(reference, PUBLISHERS),
        reference.keyword,
        reference.abstract,
        f"{reference.note} {reference.annote}",
        " ".join(filter(None, rest)),
    )
    return tuple(schema.indexed(plain(text).strip()) for text in texts)


def short_names(names: tuple[Name, ...]) -> str:
    """Name authors as a list has room for: `Smith, Jones & Li` or `Smith et al.`."""
    shown = [_family(name) for name in names if name != OTHERS]
    if len(shown) > MOST_SHOWN or (shown and OTHERS in names):
        return f"{shown[0]} et al."
    return " & ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def _family(name: Name) -> str:
    return name.literal or f"{name.non_dropping_particle} {name.family or name.given}".strip()


def _names(names: tuple[Name, ...]) -> str:
    """Write names so that `John Smith` and `Smith, John` are both found as phrases."""
    return "; ".join(f"{name}, {name.given}" if name.given else str(name) for name in names)


def _joined(reference: Reference, fields: tuple[str, ...]) -> str:
    return " ; ".join(filter(None, (getattr(reference, name) for name in fields)))
