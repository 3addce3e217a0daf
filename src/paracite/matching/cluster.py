"""Clusters: groups of references that are one work, guarded against chaining.

Pairs join from the surest on.  Two groups join only where their members agree with each
other on the whole: one bridge between two works must not make them one.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from paracite.matching.block_keys import Pair
from paracite.matching.decide import Decision

AGREEING = 0.0  #: log-odds that all pairs across two groups must reach on average
OPPOSED = 1 / 3  #: share of opposed pairs across two groups that keeps them apart
CROSS_PAIRS = 400  #: pairs across two groups that are looked at; a sample, should there be more


@dataclass(frozen=True, slots=True)
class Group:
    """The positions of one work's references, and the weakest pair that joined them."""

    members: tuple[int, ...]
    weakest: Pair


def cluster(
    decided: Sequence[tuple[Pair, Decision]], judge: Callable[[int, int], Decision]
) -> tuple[list[Group], list[Pair]]:
    """Join the pairs decided to be merged; give the groups and the pairs the guard refused.

    `judge` decides on a pair that was not compared yet.
    """
    groups: dict[int, list[int]] = {}
    weakest: dict[int, Pair] = {}
    refused = []
    merging = sorted((item for item in decided if item[1].verdict == "merge"), key=_surest_first)
    for (a, b), _ in merging:
        first, second = groups.setdefault(a, [a]), groups.setdefault(b, [b])
        if first is second:
            continue
        if not agree(first, second, judge):
            refused.append((a, b))
            continue
        first += second
        groups.update(dict.fromkeys(second, first))
        weakest[first[0]] = (a, b)  # a group keeps its first member
    found = {group[0]: group for group in groups.values() if len(group) > 1}
    made = [Group(tuple(sorted(group)), weakest[key]) for key, group in found.items()]
    kept_apart = [(a, b) for a, b in refused if groups[a] is not groups[b]]
    return sorted(made, key=lambda group: group.members), kept_apart


def _surest_first(item: tuple[Pair, Decision]) -> tuple[float, Pair]:
    return -item[1].score, item[0]


def agree(
    first: Sequence[int], second: Sequence[int], judge: Callable[[int, int], Decision]
) -> bool:
    """Return whether the members of two groups are one work on the whole."""
    if len(first) == len(second) == 1:
        return True
    decisions = [judge(min(a, b), max(a, b)) for a, b in _across(first, second)]
    opposed = sum(each.verdict in ("apart", "relation") for each in decisions)
    mean = sum(each.score for each in decisions) / len(decisions)
    return mean >= AGREEING and opposed <= OPPOSED * len(decisions)


def _across(first: Sequence[int], second: Sequence[int]) -> Iterable[Pair]:
    step = max(1, len(first) * len(second) // CROSS_PAIRS)
    every = [(a, b) for a in first for b in second]
    return every[::step]
