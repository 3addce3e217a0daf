"""Likely pairs: which records that share a key are worth comparing in full."""

from rapidfuzz import fuzz

from paracite.matching.sketch import Sketch

ENOUGH_ALONE = 90  #: likeness of titles, in percent, that is enough by itself
ENOUGH_WITH_AUTHOR = 70  #: and together with the author and a near year
NEAR = 2  #: years
MOST_CONTRADICTIONS = 3  #: of first author, year, volume and page, at which two are not compared


def is_likely(a: Sketch, b: Sketch) -> bool:
    """Return whether two records that share a key are alike enough to be compared in full."""
    if a.ids and b.ids and any(identifier in b.ids for identifier in a.ids):
        return True
    near = abs(a.year - b.year) <= NEAR or not (a.year and b.year)
    if _contradictions(a, b, near=near) >= MOST_CONTRADICTIONS:
        return False
    same_author = a.family == b.family and _initials_agree(a, b)
    if a.page == b.page != "" and (a.volume == b.volume if near else same_author):
        return True
    beside = a.volume == b.volume != "" and a.issue == b.issue and _share_author(a, b)
    if not a.compact or not b.compact:
        return same_author or beside
    if beside and (a.is_unnamed or b.is_unnamed or _share_words(a, b)):
        return True
    return _has_likely_title(a, b, near=near, same_author=same_author)


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
    return any(family and family in b.families for family in a.families)


def _share_words(a: Sketch, b: Sketch) -> bool:
    """Return whether most of the words of one title are in the other."""
    fewer, more = sorted((set(a.words), set(b.words)), key=len)
    return len(fewer & more) * 2 > len(fewer)


def _has_likely_title(a: Sketch, b: Sketch, *, near: bool, same_author: bool) -> bool:
    """Return whether the titles are alike enough, the more so the less author and year agree."""
    same_author = same_author or not (a.family and b.family)
    if not near and not same_author:
        return False
    if a.compact in b.compact or b.compact in a.compact:
        return True
    least = ENOUGH_WITH_AUTHOR if near and same_author else ENOUGH_ALONE
    ratio = fuzz.ratio(a.compact, b.compact, score_cutoff=least)
    if not ENOUGH_ALONE > ratio > 0:
        return ratio > 0
    only_a, only_b = set(a.words).difference(b.words), set(b.words).difference(a.words)
    return a.volume == b.volume != "" or min(len(only_a), len(only_b)) <= 1
