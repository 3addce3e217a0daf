"""Blocking of short lists: records grouped by key in a dictionary."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from paracite.matching.block_keys import (
    NEIGHBOURS,
    STEPS,
    Pair,
    fullest,
    narrowings,
    record_keys,
)
from paracite.matching.sketch import Sketch


def by_dictionary(sketches: Sequence[Sketch]) -> list[Pair]:
    """Return the pairs that share a key, each once, in order."""
    found: set[Pair] = set()
    most = fullest(len(sketches))
    level = {(key, at) for at, own in enumerate(record_keys(sketches)) for key in own}
    for step in range(STEPS + 1):
        groups: dict[int, list[int]] = defaultdict(list)
        for key, at in sorted(level):
            groups[key].append(at)
        level = set()
        for key, group in groups.items():
            if len(group) <= most:
                found.update(combinations(group, 2))
            elif step < STEPS:
                level |= {(hash((key, narrowings(sketches[at])[step])), at) for at in group}
            else:
                for apart in range(1, NEIGHBOURS + 1):
                    found.update(zip(group, group[apart:], strict=False))
    return sorted(found)
