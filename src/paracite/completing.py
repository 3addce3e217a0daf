"""Completing a library from the records that are confirmed: what an entry lacks is added.

Nothing there is overwritten, but for a DOI that is only an alias: the work's own takes its
place, and the alias is kept in `formerdoi`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from paracite import library
from paracite.bibtex import format as entry_format
from paracite.bibtex.document import Document
from paracite.bibtex.mapping import ARTICLES, BIBTEX
from paracite.library import edits
from paracite.reference import Reference
from paracite.resolving import Result

#: Fields that are added where an entry has none; no style prints an article's publisher.
ADDED = ("doi", "issued", "container_title", "volume", "issue", "page", "publisher")
FORMER = "formerdoi"


@dataclass(frozen=True, slots=True)
class Change:
    """A field of an entry that gets a value; `old` is the one it had, if any."""

    key: str
    field: str
    old: str
    new: str


def changes(references: Iterable[Reference], results: Iterable[Result]) -> Iterator[Change]:
    """Yield what the confirmed results add, as BibTeX fields."""
    by_key = {each.citekey: each for each in references}
    for result in results:
        if result.verdict == "confirmed" and result.candidate and result.key in by_key:
            yield from _of_one(by_key[result.key], result, result.candidate)


def complete(path: str, found: Sequence[Change]) -> bool:
    """Write changes into the library, all or none; tell whether there were any.

    Raises `ReadError` and `WriteError`; `paracite undo` takes them back.
    """

    def edit(document: Document) -> Document:
        for each in found:
            document = edits.set_fields(document, each.key, [(each.field, each.new)])
        return document

    return bool(found) and library.change(path, edit)


def _of_one(reference: Reference, result: Result, candidate: Reference) -> Iterator[Change]:
    """Yield what one entry lacks; a field its dialect names otherwise is not lacking."""
    lacking: dict[str, Any] = {
        name: getattr(candidate, name)
        for name in ADDED
        if not getattr(reference, name) and getattr(candidate, name)
    }
    if reference.type in ARTICLES:
        lacking.pop("publisher", None)
    additions = Reference(type=reference.type, **lacking)
    for field, value in entry_format.fields(additions, BIBTEX):
        yield Change(reference.citekey, field, "", value[1:-1] if value[0] in '{"' else value)
    if result.status == "alias" and candidate.doi and candidate.doi != result.doi:
        yield Change(reference.citekey, FORMER, "", reference.doi)
        yield Change(reference.citekey, "doi", reference.doi, candidate.doi)
