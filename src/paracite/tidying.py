"""The main job, once through: a list is read, merged, looked up, completed and checked."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from paracite import checking, deduplicating, doubts, opening, resolving
from paracite.checking import Diagnostic, lists, selecting
from paracite.citekeys import unused
from paracite.deduplicating import Duplicates
from paracite.errors import Problem, ReadError
from paracite.opening import OpenList
from paracite.reference import Reference
from paracite.resolving import Result
from paracite.sources import Sources

#: What each search yields is passed through this, so that a caller can show progress.
Watch = Callable[[Iterator[Result], int], Iterator[Result]]


@dataclass(frozen=True, slots=True)
class TidyChange:
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
    """What became of a list.  `references` is the list to trust, `opened` the one there was."""

    opened: OpenList
    problems: tuple[Problem, ...]
    findings: tuple[Diagnostic, ...]
    duplicates: Duplicates
    results: tuple[Result, ...]
    changes: tuple[TidyChange, ...]
    unsure: tuple[Unsure, ...]
    references: tuple[Reference, ...]

    @property
    def merged(self) -> int:
        """The number of references that went into another."""
        return len(self.opened.references) - len(self.references)

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
    opened = opening.open_list(path, format_name, keep_bodies=True)
    if not opened.references:
        raise ReadError(path, "holds no reference", "nothing to tidy")
    duplicates = deduplicating.find_in([opened])
    merged, renamed = _with_keys_apart(deduplicating.merged(opened.references, duplicates))
    results = tuple(watch(resolving.resolve(merged, sources), len(merged)))
    found = tuple(_missing_dois(merged, results))
    checked = lists.of(opened)
    return Tidied(
        opened,
        checked.listing.problems,
        checking.check(checked, selecting.choose(), duplicates),
        duplicates,
        results,
        (*_rekeyed(opened), *renamed, *(change for _, change in found)),
        tuple(_unsure(merged, results)) if opened.document is None else (),
        _changed(merged, found),
    )


def _rekeyed(opened: OpenList) -> Iterator[TidyChange]:
    """Yield the keys of the file that another reference has too."""
    for before, after in zip(opened.written, opened.references, strict=True):
        if before.citekey not in ("", after.citekey):
            yield _key_change(before.citekey, after.citekey)


def _with_keys_apart(
    references: Sequence[Reference],
) -> tuple[tuple[Reference, ...], tuple[TidyChange, ...]]:
    """Give keys that differ in case alone, which BibTeX takes for one, another letter."""
    taken: set[str] = set()
    kept: list[Reference] = []
    changes: list[TidyChange] = []
    for reference in references:
        old, new = reference.citekey, unused(reference.citekey, taken)
        taken.add(new.casefold())
        kept.append(replace(reference, citekey=new))
        if new != old:
            changes.append(_key_change(old, new))
    return tuple(kept), tuple(changes)


def _key_change(old: str, new: str) -> TidyChange:
    return TidyChange(new, "citekey", old, new, "another reference has this key")


def _missing_dois(
    references: Sequence[Reference], results: Sequence[Result]
) -> Iterator[tuple[int, TidyChange]]:
    """Yield position and DOI of each confirmed work that was printed without one."""
    for at, (reference, result) in enumerate(zip(references, results, strict=True)):
        found = result.candidate.doi if result.candidate else ""
        if result.verdict == "confirmed" and found and not reference.doi:
            reason = "a search confirmed the work"
            yield at, TidyChange(reference.citekey, "doi", "", found, reason)


def _unsure(references: Sequence[Reference], results: Sequence[Result]) -> Iterator[Unsure]:
    """Yield what was read with doubt in print, where no registry's record confirms the work."""
    paired = zip(references, results, strict=True)
    for each in doubts.of(one for one, result in paired if result.verdict != "confirmed"):
        yield Unsure(each.key, each.label, each.text, round(each.confidence, 2))


def _changed(
    references: Sequence[Reference], changes: Sequence[tuple[int, TidyChange]]
) -> tuple[Reference, ...]:
    found = {at: change.new for at, change in changes}
    return tuple(
        replace(each, doi=found[at]) if at in found else each for at, each in enumerate(references)
    )
