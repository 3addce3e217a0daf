"""New references for a library: read from what was given, and not among those it has already."""

import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from paracite import alike, citekeys, files, index, library, opening, parsing, readers
from paracite.bibtex import format as entry_format
from paracite.bibtex.document import BibtexDocument
from paracite.errors import ReadError
from paracite.fields import identifiers
from paracite.index import Index
from paracite.library import edits
from paracite.readers import Reading
from paracite.reference import Reference
from paracite.sources import Sources
from paracite.text import words

FEWEST_WORDS = 4  #: of a reference; what has fewer is taken for a path
SUFFIX = re.compile(r"\.[A-Za-z]{2,5}\Z")
NO_ANSWER = ("offline", "unreachable")


@dataclass(frozen=True, slots=True)
class Addition:
    """A reference that was added under its citekey, or what it is a double of."""

    reference: Reference
    double_of: str = ""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A DOI without a record, and why; `asked` says that an answer was had."""

    doi: str
    why: str
    asked: bool


def doi(source: str) -> str:
    """Return the DOI that an argument is, or `""`."""
    return "" if Path(source).exists() else identifiers.doi(source)


def look_up(
    dois: Iterable[str], sources: Sources
) -> tuple[tuple[Reference, ...], tuple[Unknown, ...]]:
    """Return the works of DOIs as the registries have them, and the DOIs they do not have."""
    listed = list(dois)
    found: list[Reference] = []
    unknown: list[Unknown] = []
    for each, record in zip(listed, sources.lookup(listed), strict=True):
        if record.reference is None:
            why = "; ".join(record.notes) or record.status
            unknown.append(Unknown(each, why, asked=record.status not in NO_ANSWER))
        else:
            found.append(replace(record.reference, citekey=""))
    return tuple(found), tuple(unknown)


def read(source: str) -> Reading:
    """Read a file, stdin (`-`), or a reference as text in any format.

    Raises `ReadError` where nothing can be read.
    """
    if not source.strip():
        raise ReadError("argument", "is empty", "name a file or a DOI, or give a reference as text")
    if source != files.STANDARD and (Path(source).exists() or not _is_text(source)):
        opened = opening.open_list(source)
        return Reading(opened.written, opened.problems)
    if source == files.STANDARD:
        opened = opening.open_loose(files.read_bytes(source), source)
        return Reading(opened.written, opened.problems)
    document = readers.Document("argument", source.encode())
    reader = readers.recognise(document)
    return reader.read(document) if reader.name != "text" else Reading((parsing.parse(source),))


def add(path: str, references: Iterable[Reference]) -> tuple[Addition, ...]:
    """Add to the library at `path` the references it does not have yet.

    Each keeps its citekey where that is free.  A library that is not there is made.
    Raises `ReadError` and `WriteError`; then nothing was changed.
    """
    additions: list[Addition] = []

    def edit(source: BibtexDocument) -> BibtexDocument:
        with ExitStack() as stack:
            known = stack.enter_context(index.open(path)) if source.text else None
            additions.extend(_additions(references, known))
        return edits.add(source, [each.reference for each in additions if not each.double_of])

    library.change(path, edit, may_be_new=True)
    return tuple(additions)


def _additions(references: Iterable[Reference], known: Index | None) -> Iterator[Addition]:
    """Yield each reference with a key that is free, or with the key of its double."""
    taken = {key.casefold() for (key,) in known.rows(("key",))} if known else set()
    added: dict[str, Reference] = {}
    for each in references:
        title = each.title or each.container_title
        marks = [m for m in (each.doi.casefold(), " ".join(words(title))) if m]
        if double := _double(each, known, [added[m] for m in marks if m in added]):
            yield Addition(each, double)
            continue
        key = citekeys.unused(entry_format.key(each.citekey) or citekeys.citekey(each), taken)
        taken.add(key.casefold())
        new = replace(each, citekey=key)
        added |= dict.fromkeys(marks, new)
        yield Addition(new)


def _double(reference: Reference, known: Index | None, others: Iterable[Reference]) -> str:
    """Return the key of the same work, in the library or among what is added, or `""`."""
    there = alike.same_works(reference, known) if known else []
    same = (other for other in others if alike.is_same(reference, other))
    return next((each.citekey for each in (*there, *same)), "")


def _is_text(source: str) -> bool:
    """Return whether an argument is a reference rather than a path."""
    if source.lstrip().startswith(("@", "{", "[")):
        return True
    return len(source.split()) >= FEWEST_WORDS and not SUFFIX.search(source)
