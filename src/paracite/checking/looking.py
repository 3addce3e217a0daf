"""What registries say of the DOIs of a list, for the rules that want to know."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from paracite.checking.lists import CheckedList
from paracite.reference import Reference
from paracite.resolving import Result
from paracite.rules import LookUp

MOST = 3  #: disagreements that are shown


def asked(checked: CheckedList) -> list[Reference]:
    """Return the references that have a DOI, in order."""
    return [each for each in checked.listing.references if each.doi]


def with_results(checked: CheckedList, results: Sequence[Result]) -> CheckedList:
    """Return the list with the result of each reference that `asked` gave."""
    positions = (at for at, each in enumerate(checked.listing.references) if each.doi)
    looked_up = {at: _look_up(result) for at, result in zip(positions, results, strict=True)}
    return replace(checked, listing=replace(checked.listing, looked_up=looked_up))


def incomplete(results: Iterable[Result]) -> int:
    """Count the references that could not be checked."""
    return sum(each.verdict == "could-not-check" for each in results)


def _look_up(result: Result) -> LookUp:
    against = sorted((e for e in result.evidence if e.weight < 0), key=lambda each: each.weight)
    note = ", ".join(f"{each.field} {each.note}" for each in against[:MOST])
    doi = result.candidate.doi if result.candidate else ""
    return LookUp(result.verdict, result.status, note, doi)
