"""All that is known of one entry of a library."""

import re
from dataclasses import dataclass

from paracite import alike, csljson, index, readers, resolving
from paracite.bibtex import document
from paracite.bibtex import format as entry_format
from paracite.library import edits
from paracite.reference import Reference
from paracite.sources import Sources

PARENTS = ("crossref", "xdata")


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry: its reference, its text in the file, its DOI's verdict, its ties to others.

    `doubles` are the citekeys of entries that are surely the same work, `parents` those it
    inherits fields from, `aliases` its former citekeys.
    """

    reference: Reference
    text: str
    verdict: str = ""
    doubles: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


def show(path: str, key: str, sources: Sources) -> Shown:
    """Find out all about an entry; of its DOI, what `sources` say.

    Raises `ReadError` for a file that cannot be read, `ParaciteError` for an unknown key.
    """
    with index.open(path) as known:
        item = known.find(key)
        if item is None:
            raise edits.unknown(key, path, (each for (each,) in known.rows(("key",))))
        reference = csljson.from_item(item)
        doubles = tuple(
            each.citekey
            for each in alike.same_works(reference, known)
            if each.citekey != reference.citekey
        )
        text = _text(reference, path, known.data)
    verdicts = [result.verdict for result in resolving.validate([reference], sources)]
    return Shown(
        reference,
        text,
        next(iter(verdicts), ""),
        doubles,
        tuple(key for name in PARENTS for key in _keys(reference.get(name))),
        _keys(reference.get("ids")),
    )


def _text(reference: Reference, path: str, data: bytes) -> str:
    """Return the entry as it stands in an editable file, else as it would in a .bib."""
    if readers.recognise(readers.Document(path, data)).editable:
        bib = document.parse(data, path)
        if block := bib.find(reference.citekey):
            return bib.raw(block)
    return entry_format.entry(reference)


def _keys(field: str) -> tuple[str, ...]:
    return tuple(filter(None, re.split(r"\s*,\s*", field)))
