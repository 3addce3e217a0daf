"""Resolving: whether a reference's DOI is right, and which DOI it lacks.

`validate` looks up the DOIs there are and compares the record with the reference;
`resolve` searches for the work where there is no DOI, or none that holds.  Each gives one
of four verdicts per reference, with the evidence field by field:

- *confirmed*: the record is of this work.
- *conflict*: there is a record, and it disagrees (or the DOI was deleted): a person decides.
- *not-found*: the registries asked have no such DOI or work.  This says nothing against the
  work: reports, books of small presses and much else are in no registry.
- *could-not-check*: no answer was to be had.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from paracite.fields import identifiers
from paracite.matching.choose import Undecided, choose
from paracite.matching.citation_fields import citation
from paracite.matching.compare import compare
from paracite.matching.evidence import Evidence
from paracite.matching.verify import is_verified
from paracite.reference import OTHERS, Reference
from paracite.sources import Found, Record, Sources, Status

Verdict = Literal["confirmed", "conflict", "not-found", "could-not-check"]

#: Types of records that are no works anyone cites in a list.
NO_WORKS = frozenset(
    ["component", "journal", "journal-issue", "journal-volume", "peer-review", "book-series"]
)
#: Prefixes under which copies of other publishers' papers are registered.
DENIED_PREFIXES = ("10.65215/",)
WITHOUT_RECORD: dict[Status, Verdict] = {
    "deleted": "conflict",
    "malformed": "conflict",
    "unregistered": "not-found",
}


@dataclass(frozen=True, slots=True)
class Result:
    """What was found out about one reference.

    `doi` is the reference's own (bare, in lower case where it is one), `candidate` the
    registry's record as a reference, `evidence` what speaks for and against it.
    """

    key: str
    doi: str
    verdict: Verdict
    status: Status
    candidate: Reference | None
    evidence: tuple[Evidence, ...]


def validate(references: Iterable[Reference], sources: Sources) -> Iterator[Result]:
    """Check the DOIs of references, in order; a reference without one has no result."""
    listed = [reference for reference in references if reference.doi]
    dois = [_bare(reference) for reference in listed]
    for reference, doi, record in zip(listed, dois, sources.lookup(dois), strict=True):
        yield _checked(reference, doi, record)


def resolve(references: Iterable[Reference], sources: Sources) -> Iterator[Result]:
    """Find the work of every reference, in order: by its DOI where that holds, else by search."""
    listed = list(references)
    results = validate(listed, sources)
    checked = [next(results) if reference.doi else None for reference in listed]
    opens = [r for r, result in zip(listed, checked, strict=True) if _is_open(result)]
    found = sources.searches((_wording(each) for each in opens), _is_settled)
    for reference, result in zip(listed, checked, strict=True):
        if result and not _is_open(result):
            yield result
        else:
            yield _searched(reference, result, next(found))


def fetch(doi: str, sources: Sources) -> Record:
    """Return the record of a DOI in any spelling (bare, `doi:`, a resolver's address)."""
    return sources.one(identifiers.doi(doi) or doi)


def _bare(reference: Reference) -> str:
    return identifiers.doi(reference.doi) or reference.doi


def _checked(reference: Reference, doi: str, record: Record) -> Result:
    """Compare a reference with the record of the DOI it has."""
    facts = tuple(Evidence("doi", 0.0, 0.0, note) for note in record.notes)
    if record.reference is None or record.status == "deleted":
        verdict = WITHOUT_RECORD.get(record.status, "could-not-check")
        return Result(reference.citekey, doi, verdict, record.status, record.reference, facts)
    candidate = _nearest(record.reference, reference)
    evidence = tuple(each for each in compare(reference, candidate) if each.field != "doi")
    own = is_verified(_wording(reference), reference, candidate, evidence)
    verdict = "confirmed" if own else "conflict"
    return Result(
        reference.citekey, doi, verdict, record.status, record.reference, (*facts, *evidence)
    )


def _nearest(candidate: Reference, reference: Reference) -> Reference:
    """Date a record by its appearance online where that is nearer: both are right years."""
    online, printed, cited = candidate.available_date, candidate.issued, reference.issued
    years = (date.year if date else None for date in (online, printed, cited))
    match tuple(years):
        case int(at_first), int(later), int(year) if abs(at_first - year) < abs(later - year):
            return replace(candidate, issued=online)
    return candidate


def _is_open(result: Result | None) -> bool:
    """Return whether a reference is still to be searched for."""
    return result is None or result.verdict in ("conflict", "not-found")


def _searched(reference: Reference, result: Result | None, found: Found) -> Result:
    """Return what a search found; `result` is what the reference's own DOI gave, if it has one."""
    record, rivals = _work_cited(_wording(reference), found.records)
    key, doi = reference.citekey, _bare(reference)
    if record and record.reference:
        return _identified(reference, result, record, record.reference)
    if result:
        return result
    if rivals:
        told = tuple(Evidence("search", 0.0, 0.0, f"may be {_named(each)}") for each in rivals)
        told += _compared(reference, rivals[0]) if len(rivals) == 1 else ()
        return Result(key, doi, "conflict", "ambiguous", rivals[0], told)
    if not found.searched or (found.trouble and not found.offline):
        status: Status = "offline" if found.offline else "unreachable"
        unasked = Evidence("search", 0.0, 0.0, found.trouble or "nowhere to search")
        return Result(key, doi, "could-not-check", status, None, (unasked,))
    where = ", ".join(found.searched)
    none = Evidence("search", 0.0, 0.0, f"no record in {where}; many sound works have none")
    return Result(key, doi, "not-found", "missing", None, (none,))


def _identified(
    reference: Reference, result: Result | None, record: Record, candidate: Reference
) -> Result:
    """Say which work a search found, and what became of the DOI the reference has."""
    if result and result.doi == candidate.doi:
        return result
    status: Status = record.status if candidate.doi else "no-doi"
    facts = [*record.notes] if candidate.doi else [*record.notes, "no DOI of this work is known"]
    told = tuple(Evidence("doi", 0.0, 0.0, fact) for fact in facts) + _compared(
        reference, candidate
    )
    if not result:
        return Result(reference.citekey, "", "confirmed", status, candidate, told)
    own = tuple(each for each in result.evidence if each.field == "doi")
    other = Evidence("doi", 0.0, 0.0, f"differs {result.doi}↔{candidate.doi or 'none known'}")
    return replace(result, verdict="conflict", candidate=candidate, evidence=(*own, other, *told))


def _compared(reference: Reference, candidate: Reference) -> tuple[Evidence, ...]:
    evidence = compare(reference, _nearest(candidate, reference))
    return tuple(each for each in evidence if each.field != "doi")


def _work_cited(
    text: str, records: Sequence[Record]
) -> tuple[Record | None, tuple[Reference, ...]]:
    """Return the record of the work a text cites, else the ones it may be."""
    listed = tuple(dict(reversed(list(_works(records)))).values())[::-1]
    works = [each.reference for each in listed if each.reference]
    decision = choose(citation(text), works)
    if isinstance(decision, Undecided):
        return None, tuple(works[place] for place in decision.places)
    return listed[decision.place], ()


def _works(records: Sequence[Record]) -> Iterator[tuple[str, Record]]:
    """Yield the records that can be what a list cites, each once, by DOI or place."""
    for place, record in enumerate(records):
        work = record.reference
        if not work or record.kind in NO_WORKS or record.status == "deleted":
            continue
        if not work.doi.startswith(DENIED_PREFIXES):
            yield work.doi or str(place), record


def _is_settled(text: str, records: Sequence[Record]) -> bool:
    """Return whether records at hand hold the work with its DOI, so that nobody need be asked."""
    record, _ = _work_cited(text, records)
    return bool(record and record.reference and record.reference.doi)


def _wording(reference: Reference) -> str:
    """Return a citation's words: as printed, else put together from its fields."""
    if reference.origin.text:
        return reference.origin.text
    names = reference.author or reference.editor
    people = ", ".join(str(name) for name in names if name != OTHERS)
    year = reference.issued.year if reference.issued else None
    volume = f"{reference.volume}({reference.issue})" if reference.issue else reference.volume
    parts = (
        *(people, "" if year is None else f"({year})", reference.title),
        *(reference.container_title, volume, reference.page or reference.number),
        *(reference.edition, reference.publisher_place, reference.publisher),
    )
    return ". ".join(filter(None, parts))


def _named(reference: Reference) -> str:
    return " ".join(filter(None, (reference.title, reference.doi)))
