"""Edits of a library, by citekey: each gives a new document, spliced from the old one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches

from paracite.bibtex import format as entry_format
from paracite.bibtex import scan, splice
from paracite.bibtex.document import BibtexDocument
from paracite.bibtex.mapping import BIBLATEX, BIBTEX
from paracite.bibtex.scan import Block
from paracite.errors import ParaciteError
from paracite.reference import Reference

TAIL = 4096  #: characters at the end of a file that show how entries follow each other
SAMPLE = 1 << 16  #: characters at its beginning that show the dialect it is in
IN_BIBLATEX = re.compile(r"^\s*(?:journaltitle|date|location)\s*=", re.IGNORECASE | re.MULTILINE)


def entry(source: BibtexDocument, key: str) -> Block:
    """Find the entry with a citekey, in any case where none is equal.

    Raises `ParaciteError` for an unknown one, and for one that several entries have.
    """
    found = source.find(key)
    if found is None:
        raise unknown(key, source.path, (each.key for each in source.entries))
    if len(list(scan.places_of(source.text, key))) > 1:
        alike = [each for each in source.entries if each.key == found.key]
        if len(alike) > 1:
            lines = ", ".join(str(source.position(each.start)[0]) for each in alike)
            raise ParaciteError(
                f"{source.path}: {len(alike)} entries have the key {key}, in lines {lines}",
                "give them different keys first",
            )
    return found


def unknown(key: str, path: str, keys: Iterable[str]) -> ParaciteError:
    """Make the error for a key that is not there, with the keys most like it."""
    folded = {each.casefold(): each for each in keys}
    close = get_close_matches(key.casefold(), folded, n=3, cutoff=0.75)
    like = " or ".join(folded[each] for each in close)
    return ParaciteError(f"{path} has no entry {key}", f"did you mean {like}?" if like else "")


def set_fields(
    source: BibtexDocument, key: str, changes: Sequence[tuple[str, str]]
) -> BibtexDocument:
    """Give fields of an entry new values, as LaTeX; an empty value removes the field."""
    found = entry(source, key)
    alone = splice.alone(source, found)
    for name, value in changes:
        if value:
            alone = splice.set_field(alone, found.key, name, value)
        else:
            alone = splice.remove_field(alone, found.key, name)
    return splice.put_back(source, [(found, alone)])


def add(source: BibtexDocument, references: Iterable[Reference]) -> BibtexDocument:
    """Add entries at the end of the file, in the dialect it is in."""
    dialect = BIBLATEX if IN_BIBLATEX.search(source.text, 0, SAMPLE) else BIBTEX
    tail = source.text[-TAIL:]
    end = replace(source, text=tail)  # nothing before it changes, however long that is
    for each in references:
        end = splice.add_entry(end, entry_format.entry(each, dialect))
    return replace(source, text=source.text + end.text[len(tail) :])


def rename(source: BibtexDocument, old: str, new: str) -> BibtexDocument:
    """Give an entry another key; the entries that refer to it follow."""
    return splice.rename_entry(source, entry(source, old).key, new)


def remove(source: BibtexDocument, keys: Sequence[str]) -> BibtexDocument:
    """Remove entries."""
    for key in keys:
        source = splice.remove_entry(source, entry(source, key).key)
    return source
