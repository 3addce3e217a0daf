"""Blocking: which pairs of references are worth comparing, so that work grows with the list.

Records that share a key meet.  A key that too many share is made narrower by the first
author's family, then by the year, then by the whole title; those that agree in all of it
meet their next neighbours only.  Thus the pairs of a record are bounded however long the
list is.

Short lists are blocked with dictionaries, long ones with sorted arrays; both give the same
likely pairs.
"""

from collections.abc import Iterator, Sequence

from paracite.matching.block_dictionary import by_dictionary
from paracite.matching.block_keys import Pair
from paracite.matching.likely import is_likely
from paracite.matching.sketch import Sketch

LONG_LIST = 4000  #: records from which on arrays are faster than dictionaries


def pairs(sketches: Sequence[Sketch]) -> list[Pair]:
    """Return the pairs of positions worth comparing, each once, in order."""
    if len(sketches) < LONG_LIST:
        found = by_dictionary(sketches)
    else:
        from paracite.matching.block_arrays import by_arrays  # numpy only where it pays

        found = by_arrays(sketches)
    likely = {(a, b) for a, b in found if is_likely(sketches[a], sketches[b])}
    return sorted(likely.union(_chained_by_id(sketches)))


def _chained_by_id(sketches: Sequence[Sketch]) -> Iterator[Pair]:
    """Yield each record with the last one of the same identifier, however many have it."""
    last: dict[str, int] = {}
    for at, sketch in enumerate(sketches):
        for identifier in sketch.ids:
            if identifier in last:
                yield last[identifier], at
            last[identifier] = at
