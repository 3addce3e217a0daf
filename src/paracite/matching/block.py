"""Blocking: which pairs of references are worth comparing, so that work grows with the list.

Records that share a key meet.  A key that too many share is made narrower by the first
author's family, then by the year, then by the whole title; those that agree in all of it
meet their next neighbours only.  Thus the pairs of a record are bounded however long the
list is.

Short lists are blocked with dictionaries, long ones with sorted arrays; both give the same pairs.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from paracite.matching.sketch import Sketch, keys

STEPS = 3  #: how often an over-full key is made narrower
# Records that may share a key and all be paired, in lists of up to so many records: the
# longer a list, the less a shared key tells, and the more it costs.
FULLEST = ((4000, 96), (200_000, 24), (10**12, 12))
NEIGHBOURS = 4  #: records that each of an over-full block is paired with
RARE_WORDS = 3  #: words of a title that make keys, the rarest first
LONG_LIST = 4000  #: records from which on arrays are faster than dictionaries
SURE, LIKELY = 90, 70  #: likeness of titles, in percent, that is enough alone, and with an author
NEAR = 2  #: years
MOST_CONTRADICTIONS = 3  #: of first author, year, volume and page, at which two are not compared

Pair = tuple[int, int]


def pairs(sketches: Sequence[Sketch]) -> list[Pair]:
    """Return the pairs of positions worth comparing, each once, in order."""
    if len(sketches) < LONG_LIST:
        found = _by_dictionary(sketches)
    else:
        from paracite.matching.block_arrays import by_arrays

        found = by_arrays(sketches)
    likely = {(a, b) for a, b in found if is_likely(sketches[a], sketches[b])}
    return sorted(likely.union(_chained_by_id(sketches)))


def _chained_by_id(sketches: Sequence[Sketch]) -> Iterator[Pair]:
    """Yield each record with the last one of the same identifier, however many have it."""
    last: dict[str, int] = {}
    for at, each in enumerate(sketches):
        for own in each.ids:
            if own in last:
                yield last[own], at
            last[own] = at


def record_keys(sketches: Sequence[Sketch]) -> Iterator[list[int]]:
    """Yield the hashed keys of each record."""
    spread = Counter[str]()
    for each in sketches:
        spread.update(set(each.words))
    for each in sketches:
        shared = {word for word in each.words if spread[word] > 1}
        rare = sorted(shared, key=lambda word: (spread[word], word))[:RARE_WORDS]
        yield [hash(key) for key in keys(each, rare)]


def fullest(records: int) -> int:
    """Return how many records of a list may share a key and all be paired."""
    return next(most for longest, most in FULLEST if records <= longest)


def narrowings(made: Sketch) -> tuple[int, ...]:
    """Return what an over-full key is narrowed by, step by step."""
    author, year, title = made.family, made.year, made.compact
    return hash(author), hash((author, year)), hash((author, year, title))


def _by_dictionary(sketches: Sequence[Sketch]) -> list[Pair]:
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


def is_likely(a: Sketch, b: Sketch) -> bool:
    """Return whether two records that share a key are alike enough to be compared in full."""
    if a.ids and b.ids and any(own in b.ids for own in a.ids):
        return True
    near = abs(a.year - b.year) <= NEAR or not (a.year and b.year)
    if _contradictions(a, b, near=near) >= MOST_CONTRADICTIONS:
        return False
    same_author = a.family == b.family and _initials_agree(a, b)
    in_issue = a.volume == b.volume != "" and a.issue == b.issue
    if a.page == b.page != "" and (a.volume == b.volume if near else same_author):
        return True
    if not a.compact or not b.compact:
        return same_author or (in_issue and _share_author(a, b))
    if in_issue and _share_author(a, b) and (_share_words(a, b) or a.is_unnamed or b.is_unnamed):
        return True
    same_author = same_author or not (a.family and b.family)
    return (near or same_author) and _has_like_title(a, b, LIKELY if near and same_author else SURE)


def _contradictions(a: Sketch, b: Sketch, *, near: bool) -> int:
    """Count what speaks against one work: first author, year, volume and page."""
    if a.family == b.family:
        other_author = not _initials_agree(a, b)
    else:
        other_author = bool(a.family and b.family) and not _share_author(a, b)
    return (
        other_author
        + (not near)
        + (a.volume != b.volume and bool(a.volume and b.volume))
        + (a.page != b.page and bool(a.page and b.page))
    )


def _initials_agree(a: Sketch, b: Sketch) -> bool:
    return a.initial == b.initial or not (a.initial and b.initial)


def _share_author(a: Sketch, b: Sketch) -> bool:
    return any(each and each in b.families for each in a.families)


def _share_words(a: Sketch, b: Sketch) -> bool:
    """Return whether most of the words of one title are in the other."""
    fewer, more = sorted((set(a.words), set(b.words)), key=len)
    return len(fewer & more) * 2 > len(fewer)


def _has_like_title(a: Sketch, b: Sketch, least: int) -> bool:
    if a.compact in b.compact or b.compact in a.compact:
        return True
    ratio = fuzz.ratio(a.compact, b.compact, score_cutoff=least)
    if not SURE > ratio > 0:
        return ratio > 0
    only_a, only_b = set(a.words).difference(b.words), set(b.words).difference(a.words)
    return a.volume == b.volume != "" or min(len(only_a), len(only_b)) <= 1
