"""Author lists against author lists: initials, order, mangled lists, groups, names left out."""

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from paracite.matching.forms import Author, Form

SHORTEST_WITH_TYPO = 5
MOST, SOME = 0.67, 0.3


def compare(a: Form, b: Form) -> tuple[str, float, str]:
    """Return level, similarity and note on who wrote two references; level `""` says nothing.

    Levels: `same`, `most` (one list is cut short or a few differ), `some`, `initials` (the
    families agree, the given names contradict), `none`.
    """
    first, second = a.authors or a.editors, b.authors or b.editors
    if not first or not second:
        return "", 0.0, ""
    pairs = _paired(first, second)
    share = len(pairs) / min(len(first), len(second))
    contradicting = sum(map(_contradict, *zip(*pairs, strict=True))) if pairs else 0
    if contradicting * 2 > len(pairs):
        return "initials", 0.4, f"initials differ: {_shown(first)}↔{_shown(second)}"
    bags = _shared_words(first, second)
    if share == 1 and _complete(a, b, len(first), len(second)):
        return "same", 1.0, "equal"
    if share >= MOST or bags >= MOST:
        similarity = max(share, bags) - 0.05
        return "most", similarity, _counted(len(pairs), first, second)
    if share >= SOME or bags >= SOME:
        return "some", max(share, bags), _counted(len(pairs), first, second)
    return "none", 0.0, f"differ: {_shown(first)}↔{_shown(second)}"


def is_one_person(a: Author, b: Author) -> bool:
    """Return whether two names can be one person's, or one group's."""
    if a.family == b.family:
        return True
    joined, other = "".join(a.family), "".join(b.family)
    if joined == other or a.words == b.words:
        return True
    if a.group or b.group:
        return _is_group(a, b)
    if a.family[-1] == b.family[-1] and len(a.family[-1]) > 2:
        return True
    if min(len(joined), len(other)) >= SHORTEST_WITH_TYPO:
        return OSA.distance(joined, other, score_cutoff=1) <= 1
    return False


def _is_group(a: Author, b: Author) -> bool:
    """Return whether an acronym stands for the other's name, or most words are shared."""
    short, full = sorted((a, b), key=lambda author: len(author.family))
    initials = "".join(word[0] for word in full.family)
    if len(short.family) == 1 and short.family[0] in (initials, initials[1:]):
        return True
    return len(a.words & b.words) * 2 > max(len(a.words), len(b.words))


def _paired(first: Sequence[Author], second: Sequence[Author]) -> list[tuple[Author, Author]]:
    """Pair the names that can be one person's, each at most once."""
    left = list(second)
    pairs = []
    for author in first:
        found = next((other for other in left if is_one_person(author, other)), None)
        if found:
            left.remove(found)
            pairs.append((author, found))
    return pairs


def _contradict(a: Author, b: Author) -> bool:
    """Return whether the given names are others, not only in another order or place."""
    if not a.initials or not b.initials or a.initials[0] == b.initials[0]:
        return False
    namesakes = a.family == b.family and set(a.initials).isdisjoint(b.initials)
    return namesakes or a.words != b.words


def _shared_words(first: Sequence[Author], second: Sequence[Author]) -> float:
    """Return the share of longer words in both lists, for lists that were cut up wrongly."""
    words = frozenset().union(*(author.words for author in first))
    others = frozenset().union(*(author.words for author in second))
    fewer = min(len(words), len(others))
    return len(words & others) / fewer if fewer else 0.0


def _complete(a: Form, b: Form, first: int, second: int) -> bool:
    """Return whether the lists are equally long, or the shorter one says it is cut."""
    return (
        first == second
        or (a.more_authors and first < second)
        or (b.more_authors and second < first)
    )


def _counted(found: int, first: Sequence[Author], second: Sequence[Author]) -> str:
    return f"{found} shared of {len(first)}↔{len(second)}"


def _shown(authors: Sequence[Author]) -> str:
    rest = " …" if len(authors) > 1 else ""
    return authors[0].shown + rest
