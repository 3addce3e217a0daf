"""Completing a library from the records that are confirmed: what an entry lacks is added.

Nothing there is overwritten, but for a DOI that is only an alias: the work's own takes its
place, and the alias is kept in `formerdoi`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from paracite.bibtex import format as entry_format
from paracite.bibtex import splice
from paracite.bibtex.document import BibtexDocument
from paracite.bibtex.mapping import ARTICLES, BIBTEX
from paracite.opening import OpenList
from paracite.reference import Reference
from paracite.resolving import Result

#: Fields that are added where an entry has none; no style prints an article's publisher.
ADDED = ("doi", "issued", "container_title", "volume", "issue", "page", "publisher")
FORMER = "formerdoi"


@dataclass(frozen=True, slots=True)
class Completion:
    """A field of an entry that gets a value; `old` is the one it had, if any."""

    position: int  #: of the reference in its list
    key: str
    field: str
    old: str
    new: str


def completions(opened: OpenList, results: Iterable[tuple[int, Result]]) -> Iterator[Completion]:
    """Yield what confirmed results add to the references at these positions, as BibTeX fields."""
    for position, result in results:
        if result.verdict == "confirmed" and result.candidate:
            reference = opened.references[position]
            for field, old, new in _of_one(reference, result, result.candidate):
                yield Completion(position, reference.citekey, field, old, new)


def complete(opened: OpenList, found: Sequence[Completion]) -> bool:
    """Write completions into the file, all or none; return whether there were any.

    Each goes to the entry that it was found for, whatever other entry has its key.  Raises
    `WriteError` where the file was changed meanwhile; `paracite undo` takes them back.
    """
    document = opened.editable_document()
    texts: dict[int, BibtexDocument] = {}
    for each in found:
        block = opened.blocks[each.position]
        alone = texts.get(each.position) or splice.alone(document, block)
        texts[each.position] = splice.set_field(alone, block.key, each.field, each.new)
    edited = ((opened.blocks[at], entry) for at, entry in texts.items())
    return opened.save(splice.put_back(document, edited))


def _of_one(
    reference: Reference, result: Result, candidate: Reference
) -> Iterator[tuple[str, str, str]]:
    """Yield field, old and new value of what one entry lacks.

    A field that its dialect names otherwise is not lacking.
    """
    lacking: dict[str, Any] = {
        name: getattr(candidate, name)
        for name in ADDED
        if not getattr(reference, name) and getattr(candidate, name)
    }
    if reference.type in ARTICLES:
        lacking.pop("publisher", None)
    additions = Reference(type=reference.type, **lacking)
    for field, value in entry_format.fields(additions, BIBTEX):
        yield field, "", value[1:-1] if value[0] in '{"' else value
    if result.status == "alias" and candidate.doi and candidate.doi != result.doi:
        yield FORMER, "", reference.doi
        yield "doi", reference.doi, candidate.doi
