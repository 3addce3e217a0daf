"""Blocking of short lists: records grouped by key in a dictionary."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    level = {(key, at) for at, own in enumerate(record_keys(sketches)) for key in own}
    for step in range(STEPS + 1):
        over_full = {}
        for key, group in _grouped(level).items():
            if len(group) <= fullest(len(sketches)):
                found.update(combinations(group, 2))
            else:
                over_full[key] = group
        if step == STEPS:
            found.update(_neighbours(over_full.values()))
        else:
            level = set(_narrowed(over_full, sketches, step))
    return sorted(found)


def _grouped(keyed: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    """Return the positions of each key, in order."""
    groups: dict[int, list[int]] = defaultdict(list)
    for key, at in sorted(keyed):
        groups[key].append(at)
    return groups


def _narrowed(
    groups: Mapping[int, Sequence[int]], sketches: Sequence[Sketch], step: int
) -> Iterator[tuple[int, int]]:
    """Yield the narrower key of each position of the over-full groups."""
    for key, group in groups.items():
        for at in group:
            yield hash((key, narrowings(sketches[at])[step])), at


def _neighbours(groups: Iterable[Sequence[int]]) -> Iterator[Pair]:
    """Yield each position of a group with the next ones in it."""
    for group in groups:
        for apart in range(1, NEIGHBOURS + 1):
            yield from zip(group, group[apart:], strict=False)
