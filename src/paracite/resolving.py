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
from paracite.sources import RegistryRecord, SearchResult, Sources, Status, is_denied

LookupVerdict = Literal["confirmed", "conflict", "not-found", "could-not-check"]

#: Types of records that are no works anyone cites in a list.
NO_WORKS = frozenset(
    ["component", "journal", "journal-issue", "journal-volume", "peer-review", "book-series"]
)
TOO_LITTLE = "its record says too little to compare"
WITHOUT_RECORD: dict[Status, LookupVerdict] = {
    "deleted": "conflict",
    "malformed": "conflict",
    "unregistered": "not-found",
}


@dataclass(frozen=True, slots=True)
class Result:
    """What was found out about one reference.

    `doi` is the reference's own (bare, in lower case where it is one), `candidate` the
    registry's record as a reference, `evidence` how its fields compare with the
    reference's, `notes` what else was found out, in words.
    """

    key: str
    doi: str
    verdict: LookupVerdict
    status: Status
    candidate: Reference | None
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[str, ...] = ()


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


def _bare(reference: Reference) -> str:
    return identifiers.doi(reference.doi) or reference.doi


def _checked(reference: Reference, doi: str, record: RegistryRecord) -> Result:
    """Compare a reference with the record of the DOI it has."""
    key, status, known = reference.citekey, record.status, record.reference
    if known is None or status == "deleted":
        verdict = WITHOUT_RECORD.get(status, "could-not-check")
        return Result(key, doi, verdict, status, known, notes=record.notes)
    evidence = _compared(reference, known)
    verdict = _judged(reference, known, evidence)
    if verdict == "could-not-check":
        notes = (*record.notes, TOO_LITTLE)
        return Result(key, doi, verdict, "sparse", known, evidence, notes)
    return Result(key, doi, verdict, status, known, evidence, record.notes)


def _judged(
    reference: Reference, known: Reference, evidence: tuple[Evidence, ...]
) -> LookupVerdict:
    """Decide whether the record of a reference's own DOI is of it; "could not check" by default."""
    if not evidence and (_names_a_work(reference) or not _names_a_work(known)):
        return "could-not-check"  # they have nothing in common; a bare DOI has nothing to compare
    if is_verified(_wording(reference), reference, _nearest(known, reference), evidence):
        return "confirmed"
    compared = {piece.field for piece in evidence}
    against = any(piece.weight < 0 for piece in evidence)
    return "conflict" if against or "title" in compared else "could-not-check"


def _names_a_work(reference: Reference) -> bool:
    """Return whether a reference has any of what a work is known by."""
    return bool(reference.title or reference.author or reference.editor or reference.issued)


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


def _searched(reference: Reference, result: Result | None, found: SearchResult) -> Result:
    """Return what a search found; `result` is what the reference's own DOI gave, if it has one."""
    record, rivals = _work_cited(_wording(reference), found.records)
    key, doi = reference.citekey, _bare(reference)
    if record and record.reference:
        return _identified(reference, result, record, record.reference)
    if result:
        return result
    if rivals:
        evidence = _compared(reference, rivals[0]) if len(rivals) == 1 else ()
        notes = tuple(f"may be {_named(rival)}" for rival in rivals)
        return Result(key, doi, "conflict", "ambiguous", rivals[0], evidence, notes)
    if not found.searched or (found.trouble and not found.offline):
        status: Status = "offline" if found.offline else "unreachable"
        notes = found.trouble or ("nowhere to search",)
        return Result(key, doi, "could-not-check", status, None, notes=notes)
    where = ", ".join(found.searched)
    none = f"no record in {where}; many sound works have none"
    return Result(key, doi, "not-found", "missing", None, notes=(none,))


def _identified(
    reference: Reference, result: Result | None, record: RegistryRecord, candidate: Reference
) -> Result:
    """Say which work a search found, and what became of the DOI the reference has."""
    if result and result.doi == candidate.doi:
        return result
    status: Status = record.status if candidate.doi else "no-doi"
    notes = record.notes if candidate.doi else (*record.notes, "no DOI of this work is known")
    evidence = _compared(reference, candidate)
    if not result:
        return Result(reference.citekey, "", "confirmed", status, candidate, evidence, notes)
    other = f"differs {result.doi}↔{candidate.doi or 'none known'}"
    notes = (*result.notes, other, *notes)
    return replace(result, verdict="conflict", candidate=candidate, evidence=evidence, notes=notes)


def _compared(reference: Reference, candidate: Reference) -> tuple[Evidence, ...]:
    """Compare the fields of a reference and a record; their DOIs are looked at apart."""
    evidence = compare(reference, _nearest(candidate, reference))
    return tuple(each for each in evidence if each.field != "doi")


def _work_cited(
    text: str, records: Sequence[RegistryRecord]
) -> tuple[RegistryRecord | None, tuple[Reference, ...]]:
    """Return the record of the work a text cites, else the ones it may be."""
    listed = tuple(dict(reversed(list(_works(records)))).values())[::-1]
    works = [each.reference for each in listed if each.reference]
    decision = choose(citation(text), works)
    if isinstance(decision, Undecided):
        return None, tuple(works[place] for place in decision.places)
    return listed[decision.place], ()


def _works(records: Sequence[RegistryRecord]) -> Iterator[tuple[str, RegistryRecord]]:
    """Yield the records that can be what a list cites, each once, by DOI or place."""
    for place, record in enumerate(records):
        work = record.reference
        if not work or record.kind in NO_WORKS or record.status == "deleted":
            continue
        if not is_denied(work.doi):
            yield work.doi or str(place), record


def _is_settled(text: str, records: Sequence[RegistryRecord]) -> bool:
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
