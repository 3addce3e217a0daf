"""Blocking of long lists: keys sorted in arrays, blocks of one size paired at once."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from paracite.matching.block import FULLEST, NEIGHBOURS, STEPS, Pair, narrowings, record_keys
from paracite.matching.sketch import Sketch

Array = npt.NDArray[np.int64]
MIXER = np.int64(0x9E3779B97F4A7C15 - (1 << 64))  #: odd, to spread sums of hashes


def by_arrays(sketches: Sequence[Sketch]) -> list[Pair]:
    """Give the pairs that share a key, each once, in order."""
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
    codes = np.unique(np.concatenate(found))
    return list(zip(*(each.tolist() for each in np.divmod(codes, len(sketches))), strict=True))


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

    def pairs(self) -> Array:
        """Give all pairs within the blocks that are not over-full, each coded as one number."""
        found = [np.empty(0, dtype=np.int64)]
        for size in range(2, FULLEST + 1):
            block = self.owners[self.starts[self.sizes == size][:, None] + np.arange(size)]
            first, second = np.triu_indices(size, 1)
            found.append((block[:, first] * self.count + block[:, second]).ravel())
        return np.concatenate(found)

    def over_full(self) -> tuple[Array, Array]:
        """Give keys and owners of the blocks that are over-full."""
        chosen = np.repeat(self.sizes > FULLEST, self.sizes)
        return self.keys[chosen], self.owners[chosen]


def _neighbours(keys: Array, owners: Array, count: int) -> Array:
    """Pair each record with the next ones that share its key."""
    found = [np.empty(0, dtype=np.int64)]
    for apart in range(1, NEIGHBOURS + 1):
        same = keys[apart:] == keys[:-apart]
        found.append(owners[:-apart][same] * count + owners[apart:][same])
    return np.concatenate(found)
