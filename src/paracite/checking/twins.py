"""Which references of a list are, or may be, the same work, for the rules that want to know."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from paracite.checking.lists import CheckedList
from paracite.deduplicating import Duplicates
from paracite.matching.evidence import Evidence
from paracite.rules import Twin

MOST = 3  #: pieces of evidence that are shown


def with_duplicates(checked: CheckedList, found: Duplicates) -> CheckedList:
    """Return the list with the duplicates that were found in it."""
    same: dict[int, Twin] = {}
    for cluster in found.clusters:
        why = _why(cluster.evidence)
        for at, position in enumerate(cluster.positions):
            if at != cluster.kept:
                same[position] = Twin(cluster.keep.citekey, why)
    doubts: dict[int, tuple[Twin, ...]] = defaultdict(tuple)
    for doubt in found.review:
        first, second = doubt.references[0], doubt.positions[1]
        doubts[second] += (Twin(first.citekey, doubt.reason or _why(doubt.evidence)),)
    listing = replace(checked.listing, duplicates=same, doubts=dict(doubts))
    return replace(checked, listing=listing)


def _why(evidence: Iterable[Evidence]) -> str:
    """Return the strongest evidence in words."""
    strongest = sorted(evidence, key=lambda each: -abs(each.weight))[:MOST]
    return ", ".join(f"{each.field} {each.note}" for each in strongest)
