"""Blocking of long lists: keys sorted in arrays, blocks of one size paired at once."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process

from paracite.matching.block_keys import (
    NEIGHBOURS,
    STEPS,
    Pair,
    fullest,
    narrowings,
    record_keys,
)
from paracite.matching.likely import ENOUGH_WITH_AUTHOR, MOST_CONTRADICTIONS, NEAR
from paracite.matching.sketch import Sketch

Array = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
MIXER = np.int64(0x9E3779B97F4A7C15 - (1 << 64))  #: odd, to spread sums of hashes


def by_arrays(sketches: Sequence[Sketch]) -> list[Pair]:
    """Return the pairs that share a key and may be likely, each once, in order."""
    hashed: list[int] = []
    counts = []
    for own in record_keys(sketches):
        hashed += own
        counts.append(len(own))
    keys = np.array(hashed, dtype=np.int64)
    owners = np.repeat(np.arange(len(sketches), dtype=np.int64), counts)
    found = []
    for step in range(STEPS + 1):
        blocks = _Blocks(keys, owners, len(sketches))
        found.append(blocks.pairs())
        keys, owners = blocks.over_full()
        if step < STEPS:
            crowded, where = np.unique(owners, return_inverse=True)
            narrower = [narrowings(sketches[at])[step] for at in crowded.tolist()]
            keys = keys * MIXER + np.array(narrower, dtype=np.int64)[where]
    found.append(_neighbours(keys, owners, len(sketches)))
    first, second = np.divmod(_distinct(np.concatenate(found)), len(sketches))
    chosen = _may_be_likely(sketches, first, second)
    return list(zip(first[chosen].tolist(), second[chosen].tolist(), strict=True))


def _distinct(codes: Array) -> Array:
    """Return each code once, in order; sorting is faster here than hashing."""
    codes.sort()
    new = np.ones(len(codes), dtype=bool)
    new[1:] = codes[1:] != codes[:-1]
    return codes[new]


def _may_be_likely(sketches: Sequence[Sketch], first: Array, second: Array) -> Flags:
    """Return which pairs `likely.is_likely` may hold for; it is asked of those alone."""
    columns = zip(
        *(
            (sketch.family, sketch.initial, sketch.volume, sketch.issue, sketch.page)
            for sketch in sketches
        ),
        strict=True,
    )
    author, initial, volume, issue, page = map(_hashed, columns)
    last = _hashed([sketch.families[-1] if sketch.families else "" for sketch in sketches])
    year = np.array([sketch.year for sketch in sketches], dtype=np.int64)
    title = np.array([bool(sketch.compact) for sketch in sketches])
    ids = np.array([len(sketch.ids) and hash(sketch.ids) for sketch in sketches], dtype=np.int64)
    several = np.array([len(sketch.ids) > 1 for sketch in sketches])

    def same(column: Array) -> Flags:
        equal: Flags = column[first] == column[second]
        return equal

    def known(column: Array) -> Flags:
        both: Flags = (column[first] != 0) & (column[second] != 0)
        return both

    same_family, same_volume, same_page = same(author), same(volume), same(page)
    same_author = same_family & (same(initial) | ~known(initial))
    near = (np.abs(year[first] - year[second]) <= NEAR) | ~known(year)
    crossed = (author[first] == last[second]) | (last[first] == author[second]) | same(last)
    other_author = np.where(
        same_family, known(initial) & ~same(initial), known(author) & ~crossed
    ).astype(np.int8)
    against = other_author + ~near + (known(volume) & ~same_volume) + (known(page) & ~same_page)
    placed = known(page) & same_page & (same_volume | same_family)
    placed |= known(volume) & same_volume & same(issue)
    open_ = placed | ~(title[first] & title[second])
    titled = np.flatnonzero(
        ~open_ & (against < MOST_CONTRADICTIONS) & (near | same_author | ~known(author))
    )
    open_[titled] = _alike_titles(sketches, first[titled], second[titled])
    likely: Flags = several[first] | several[second] | (known(ids) & same(ids))
    likely |= open_ & (against < MOST_CONTRADICTIONS)
    return likely


def _hashed(column: Sequence[str]) -> Array:
    """Return a number for each string, 0 for the empty one."""
    return np.array([hash(text) if text else 0 for text in column], dtype=np.int64)


def _alike_titles(sketches: Sequence[Sketch], first: Array, second: Array) -> Flags:
    """Return which titles are alike at all, or one a part of the other."""
    titles = [sketch.compact for sketch in sketches]
    ours, theirs = ([titles[at] for at in side.tolist()] for side in (first, second))
    ratios = process.cpdist(
        ours, theirs, scorer=fuzz.ratio, score_cutoff=ENOUGH_WITH_AUTHOR, workers=1
    )
    inside = [a in b or b in a for a, b in zip(ours, theirs, strict=True)]
    alike: Flags = (ratios > 0) | np.array(inside, dtype=bool)
    return alike


class _Blocks:
    """Records sorted by key; `sizes` of the blocks that share one."""

    def __init__(self, keys: Array, owners: Array, count: int) -> None:
        order = np.lexsort((owners, keys))
        keys, owners = keys[order], owners[order]
        new = np.ones(len(keys), dtype=bool)
        new[1:] = (keys[1:] != keys[:-1]) | (owners[1:] != owners[:-1])
        self.keys, self.owners, self.count = keys[new], owners[new], count
        first = np.ones(len(self.keys), dtype=bool)
        first[1:] = self.keys[1:] != self.keys[:-1]
        self.starts = np.flatnonzero(first)
        self.sizes = np.diff(np.append(self.starts, len(self.keys)))
        self.fullest = fullest(count)

    def pairs(self) -> Array:
        """Return all pairs within the blocks that are not over-full, each coded as one number."""
        found = [np.empty(0, dtype=np.int64)]
        for size in range(2, self.fullest + 1):
            block = self.owners[self.starts[self.sizes == size][:, None] + np.arange(size)]
            first, second = np.triu_indices(size, 1)
            found.append((block[:, first] * self.count + block[:, second]).ravel())
        return np.concatenate(found)

    def over_full(self) -> tuple[Array, Array]:
        """Return keys and owners of the blocks that are over-full."""
        chosen = np.repeat(self.sizes > self.fullest, self.sizes)
        return self.keys[chosen], self.owners[chosen]


def _neighbours(keys: Array, owners: Array, count: int) -> Array:
    """Pair each record with the next ones that share its key."""
    found = [np.empty(0, dtype=np.int64)]
    for apart in range(1, NEIGHBOURS + 1):
        same = keys[apart:] == keys[:-apart]
        found.append(owners[:-apart][same] * count + owners[apart:][same])
    return np.concatenate(found)
