"""The keys under which records meet, and how far an over-full key is narrowed.

Shared by both ways of blocking, so that they give the same pairs.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from paracite.matching.sketch import Sketch, keys

Pair = tuple[int, int]  #: positions in the list, the smaller one first

STEPS = 3  #: how often an over-full key is made narrower
# Records that may share a key and all be paired, in lists of up to so many records: the
# longer a list, the less a shared key tells, and the more it costs.
FULLEST = ((4000, 96), (200_000, 24), (10**12, 12))
NEIGHBOURS = 4  #: records that each of an over-full block is paired with
RARE_WORDS = 3  #: words of a title that make keys, the rarest first


def record_keys(sketches: Sequence[Sketch]) -> Iterator[list[int]]:
    """Yield the hashed keys of each record."""
    spread = Counter[str]()
    for sketch in sketches:
        spread.update(set(sketch.words))
    for sketch in sketches:
        shared = {word for word in sketch.words if spread[word] > 1}
        rare = sorted(shared, key=lambda word: (spread[word], word))[:RARE_WORDS]
        yield [hash(key) for key in keys(sketch, rare)]


def fullest(records: int) -> int:
    """Return how many records of a list may share a key and all be paired."""
    return next(most for longest, most in FULLEST if records <= longest)


def narrowings(sketch: Sketch) -> tuple[int, ...]:
    """Return what an over-full key is narrowed by, step by step."""
    author, year, title = sketch.family, sketch.year, sketch.compact
    return hash(author), hash((author, year)), hash((author, year, title))
