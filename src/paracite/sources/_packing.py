"""Records made small: the members that say which work it is, compressed."""

import json
import zlib
from typing import Any

from paracite import limits

Item = dict[str, Any]

#: Members kept in a record; the rest says nothing about which work it is.
KEPT = frozenset(
    [
        *("DOI", "type", "title", "subtitle", "original-title", "container-title"),
        *("short-container-title", "collection-title", "author", "editor", "translator", "chair"),
        *("issued", "published-print", "published-online", "volume", "issue", "page"),
        *("article-number", "edition-number", "publisher", "publisher-location", "language"),
        *("ISBN", "ISSN", "event", "relation", "updated-by", "paracite"),
    ]
)
ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
KEPT_RELATIONS = ("is-preprint-of", "has-preprint", "is-version-of")
DICTIONARY = (
    b'"relation":{"published-online":{"date-parts":[["published-print":{"date-parts":[['
    b'"publisher":"Elsevier BV Springer Wiley Oxford University Press (OUP)","edition-number":'
    b'"type":"proceedings-article","type":"book-chapter","short-container-title":["Journal of '
    b'"],"ISBN":["978"],"ISSN":["0000-"],"article-number":"","issue":"1","page":"1-","volume":"'
    b'","type":"journal-article","container-title":["Journal of the International"],"author":['
    b'{"given":"","family":""},{"given":"A.","family":"'
    b'"}],"issued":{"date-parts":[[20,1,1]]},"title":["The '
    b'"],"DOI":"10.10'
)


def slim(item: Item) -> Item:
    """Keep of a record what tells which work it is."""
    kept = {member: item[member] for member in item if member in KEPT and item[member]}
    relation = kept.get("relation")
    if isinstance(relation, dict):
        kept["relation"] = {kind: relation[kind] for kind in KEPT_RELATIONS if kind in relation}
    for role in ("author", "editor"):
        names = kept.get(role)
        for name in names if isinstance(names, list) else ():
            if isinstance(name, dict):
                name.pop("affiliation", None)
                name.pop("sequence", None)
    return kept


def packed(item: Item) -> bytes:
    """Compress a record; short texts need the dictionary to shrink at all."""
    text = ENCODER.encode(item).encode()
    packer = zlib.compressobj(6, zlib.DEFLATED, -13, 6, zlib.Z_DEFAULT_STRATEGY, DICTIONARY)
    return packer.compress(text) + packer.flush()


def unpacked(body: bytes) -> Item:
    """Return what `packed` compressed.  Raises `ValueError` for anything else."""
    unpacker = zlib.decompressobj(-13, DICTIONARY)
    try:
        text = unpacker.decompress(body, limits.RECORD_BYTES)
        item = json.loads(text)
    except (TypeError, zlib.error, RecursionError) as error:
        raise ValueError(str(error)) from None
    if not isinstance(item, dict):
        raise ValueError("is no record")  # noqa: TRY004  the file is wrong, not our call
    return item
