"""The main job, once through: a list is read, merged, looked up, completed and checked."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from paracite import checking, decisions, deduplicating, doubts, resolving
from paracite.checking import Diagnostic, lists, selecting
from paracite.citekeys import unused, with_citekeys
from paracite.deduplicating import Duplicates
from paracite.errors import ReadError
from paracite.matching.merge import merge
from paracite.readers import Problem
from paracite.reference import Reference
from paracite.resolving import Result
from paracite.sources import Sources

#: What each search yields is passed through this, so that a caller can show progress.
Watch = Callable[[Iterator[Result], int], Iterator[Result]]


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one reference that tidying changed, and why."""

    key: str
    field: str
    old: str
    new: str
    reason: str


@dataclass(frozen=True, slots=True)
class Unsure:
    """A stretch of a printed reference that was taken for `part`, and how surely (0 to 1)."""

    key: str
    part: str
    text: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Tidied:
    """What became of a list.  `references` is the list to trust, `read` the one there was."""

    path: str
    read: tuple[Reference, ...]
    problems: tuple[Problem, ...]
    findings: tuple[Diagnostic, ...]
    duplicates: Duplicates
    results: tuple[Result, ...]
    changes: tuple[Change, ...]
    unsure: tuple[Unsure, ...]
    references: tuple[Reference, ...]

    @property
    def merged(self) -> int:
        """The number of references that went into another."""
        return len(self.read) - len(self.references)

    def count(self, verdict: str) -> int:
        """Count the references with this verdict."""
        return sum(each.verdict == verdict for each in self.results)


def _unwatched(results: Iterator[Result], _: int) -> Iterator[Result]:
    return results


def tidy(
    path: str, sources: Sources, *, format_name: str = "", watch: Watch = _unwatched
) -> Tidied:
    """Read the list in `path` and do all that can be done for it without a person.

    Duplicates are merged (what a person decided before holds), DOIs looked up and, where
    a search confirms one that was missing, added; each change is recorded.  What
    disagrees is left as it is.  Raises `ReadError` where no reference can be read.
    """
    checked = lists.load(path, format_name)
    read = with_citekeys(checked.listing.references)
    if not read:
        raise ReadError(path, "holds no reference", "nothing to tidy")
    duplicates = deduplicating.find(read, decided=decisions.load(path).of)
    merged, renamed = _with_own_keys(_merged(read, duplicates))
    results = tuple(watch(resolving.resolve(merged, sources), len(merged)))
    found = tuple(_missing_dois(merged, results))
    return Tidied(
        path,
        read,
        checked.listing.problems,
        checking.check(checked, selecting.choose()),
        duplicates,
        results,
        (*renamed, *found),
        tuple(_unsure(merged, results)) if checked.listing.document is None else (),
        _changed(merged, found),
    )


def _merged(read: Sequence[Reference], duplicates: Duplicates) -> tuple[Reference, ...]:
    """Put each cluster's merged reference where its first member stood.

    Members are known by identity: two entries of a list may have one key, or be equal.
    """
    standing: dict[int, Reference | None] = {id(each): each for each in read}
    for cluster in duplicates.clusters:
        standing |= dict.fromkeys(map(id, cluster.references))
        standing[id(cluster.references[0])] = merge(cluster.references, cluster.keep)
    return tuple(each for each in standing.values() if each)


def _with_own_keys(
    references: Sequence[Reference],
) -> tuple[tuple[Reference, ...], tuple[Change, ...]]:
    """Return each reference a citekey of its own, and say which changed."""
    taken: set[str] = set()
    kept: list[Reference] = []
    changes: list[Change] = []
    for reference in references:
        old, new = reference.citekey, unused(reference.citekey, taken)
        taken.add(new.casefold())
        kept.append(replace(reference, citekey=new))
        if new != old:
            changes.append(Change(new, "citekey", old, new, "another reference has this key"))
    return tuple(kept), tuple(changes)


def _missing_dois(references: Sequence[Reference], results: Sequence[Result]) -> Iterator[Change]:
    """Yield the DOI of each confirmed work that was printed without one."""
    for reference, result in zip(references, results, strict=True):
        found = result.candidate.doi if result.candidate else ""
        if result.verdict == "confirmed" and found and not reference.doi:
            yield Change(reference.citekey, "doi", "", found, "a search confirmed the work")


def _unsure(references: Sequence[Reference], results: Sequence[Result]) -> Iterator[Unsure]:
    """Yield what was read with doubt in print, where no registry's record confirms the work."""
    paired = zip(references, results, strict=True)
    for each in doubts.among(one for one, result in paired if result.verdict != "confirmed"):
        yield Unsure(each.key, each.label, each.text, round(each.confidence, 2))


def _changed(references: Sequence[Reference], changes: Sequence[Change]) -> tuple[Reference, ...]:
    found = {each.key: each.new for each in changes}
    return tuple(
        replace(each, doi=found[each.citekey]) if each.citekey in found else each
        for each in references
    )
