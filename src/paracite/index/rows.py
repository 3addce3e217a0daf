"""A reference as rows of an index."""

import json
from collections.abc import Iterable
from operator import attrgetter
from typing import Any

from paracite import csljson
from paracite.bibtex import mapping
from paracite.fields.markup import plain
from paracite.index import schema
from paracite.reference import NAME_FIELDS, OTHERS, TEXT_FIELDS, Name, Reference

Row = tuple[Any, ...]
MOST_SHOWN = 3  #: authors that a list names; of more, only the first
LAST_YEAR = 10**9  #: what is later is no year, and too long a number to be kept as one
ENCODER = json.JSONEncoder(ensure_ascii=False)
SEPARATOR = "\x1f"  #: between texts that are folded together, which is faster
TITLES = ("title", "title_short", "part_title", "volume_title", "original_title")
CONTAINERS = ("container_title", "container_title_short", "collection_title", "event_title")
PUBLISHERS = ("publisher", "publisher_place", "archive", "authority")
GROUPED = {*TITLES, *CONTAINERS, *PUBLISHERS, "keyword", "abstract", "note", "annote"}
REST = tuple(name for name in TEXT_FIELDS if name not in GROUPED)
OTHER_NAMES = tuple(name for name in NAME_FIELDS if name not in ("author", "editor"))
titles, containers, publishers = (attrgetter(*names) for names in (TITLES, CONTAINERS, PUBLISHERS))
other_names, rest_texts = attrgetter(*OTHER_NAMES), attrgetter(*REST)


def entry(reference: Reference) -> Row:
    """Return the columns of `schema.COLUMNS`, but for the line."""
    return (
        schema.line(reference.citekey),
        reference.type,
        reference.get("entrytype") or mapping.ENTRY_TYPES[reference.type][mapping.BIBTEX],
        schema.line(short_names(reference.author or reference.editor)),
        _year(reference),
        schema.line(reference.title),
        schema.line(reference.container_title),
        schema.line(schema.bare_doi(reference.doi)),
    )


def _year(reference: Reference) -> int | None:
    year = reference.issued.year if reference.issued else None
    return year if year is not None and abs(year) <= LAST_YEAR else None


def item(reference: Reference) -> str:
    """Return the CSL-JSON item; its origin holds only the printed text, for the rest may change."""
    made = csljson.to_item(reference)
    custom = made.setdefault("custom", {}).setdefault("paracite", {})
    custom["origin"] = {"path": "", "line": 0, "text": reference.origin.text}
    return ENCODER.encode(made)


def words(reference: Reference) -> Row:
    """Return the text of each column of `schema.WORDS`, folded."""
    others = tuple(name for names in other_names(reference) for name in names)
    rest = [reference.citekey, reference.type, _names(others), *rest_texts(reference)]
    rest += (value for _, value in reference.extra)
    if reference.issued:
        rest += (str(reference.issued.year or ""), reference.issued.literal)
    texts = (
        _joined(titles(reference)),
        _names(reference.author),
        _names(reference.editor),
        _joined(containers(reference)),
        _joined(publishers(reference)),
        reference.keyword,
        reference.abstract,
        f"{reference.note} {reference.annote}",
        _joined(rest),
    )
    joined = SEPARATOR.join([text.replace(SEPARATOR, " ") for text in texts])
    return tuple(schema.indexed(plain(joined)).split(SEPARATOR))


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
    return " ; ".join(
        f"{n.given} {n.dropping_particle} {n.non_dropping_particle} {n.family} {n.literal}"
        f" {n.given} {n.suffix}"
        for n in names
    )


def _joined(texts: Iterable[str]) -> str:
    """Put texts together with a mark between, so that no phrase runs from one into the next."""
    return " ; ".join(filter(None, texts))
