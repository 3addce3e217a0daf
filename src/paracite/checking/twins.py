"""Which references of a list are, or may be, the same work."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from paracite import deduplicating
from paracite.checking.lists import CheckedList
from paracite.matching.evidence import Evidence
from paracite.rules import Twin

MOST = 3  #: pieces of evidence that are told


def with_duplicates(checked: CheckedList) -> CheckedList:
    """Return the list with what `deduplicating` finds in it."""
    references = checked.listing.references
    found = deduplicating.find(references)
    same: dict[int, Twin] = {}
    for cluster in found.clusters:
        why = _why(cluster.evidence)
        for each in cluster.references:
            if each is not cluster.keep:
                same[id(each)] = Twin(cluster.keep.citekey, why)
    doubts: dict[int, tuple[Twin, ...]] = defaultdict(tuple)
    order = {id(each): number for number, each in enumerate(references)}
    for doubt in found.review:
        first, second = sorted(doubt.references, key=lambda each: order[id(each)])
        doubts[id(second)] += (Twin(first.citekey, doubt.reason or _why(doubt.evidence)),)
    listing = replace(checked.listing, duplicates=same, doubts=dict(doubts))
    return replace(checked, listing=listing)


def _why(evidence: Iterable[Evidence]) -> str:
    """Return the strongest evidence in words."""
    strongest = sorted(evidence, key=lambda each: -abs(each.weight))[:MOST]
    return ", ".join(f"{each.field} {each.note}" for each in strongest)
