"""Titles against titles: spelling, subtitles left out, translations, words that differ."""

from collections import Counter
from collections.abc import Iterable

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from paracite.fields.lexicons import lexicon
from paracite.fields.titles import STOP_WORDS, Title

LONG = 5  #: words from which on an equal title is telling
SHORTENED = 4  #: words a title must have to be a longer one cut short
TRUNCATED = 24  #: letters a title must have to be a longer one cut in mid-word
SIMILAR, RELATED = 0.85, 0.65
GENERIC = lexicon("generic_titles")


def compare(a: Title, b: Title) -> tuple[str, float, str]:
    """Give level, similarity and note on two titles; level `""` where one is missing.

    Levels: `same`, `same-short`, `generic` ("Editorial"), `spelling`, `shortened`,
    `translated`, `one-word`, `some-words`, `similar`, `related`, `different`.
    """
    if not a.compact or not b.compact:
        return "", 0.0, ""
    if a.compact == b.compact:
        return _equal(a)
    if _is_translated(a, b) or _is_translated(b, a):
        return "translated", 0.96, "equal but for a translation in brackets"
    if _is_shortened(a, b) or _is_shortened(b, a):
        return "shortened", 0.95, "one is the start of the other"
    return _by_words(a, b)


def _by_words(a: Title, b: Title) -> tuple[str, float, str]:
    """Judge two titles by the telling words that only one of them has."""
    ratio = fuzz.ratio(a.compact, b.compact) / 100
    only_a, only_b = differing_words(a.words, b.words)
    count, other = len(only_a), len(only_b)
    if not count and not other:
        return "spelling", max(ratio, 0.9), "spelled differently"
    shown = _shown(only_a, only_b)
    if count <= 1 and other <= 1 and min(len(a.words), len(b.words)) >= SHORTENED:
        return "one-word", min(ratio, 0.95), f"one word differs: {shown}"
    if not (count and other) and min(len(a.words), len(b.words)) >= SHORTENED:
        return "some-words", min(ratio, 0.9), f"one has more words: {shown}"
    level = "similar" if ratio >= SIMILAR else "related" if ratio >= RELATED else "different"
    return level, ratio, f"{ratio:.2f}"


def _equal(title: Title) -> tuple[str, float, str]:
    if all(word in GENERIC or word in STOP_WORDS for word in title.words):
        return "generic", 1.0, "equal, as many are"
    return ("same" if len(title.words) >= LONG else "same-short"), 1.0, "equal"


def _is_translated(a: Title, b: Title) -> bool:
    """Tell whether `b` is one of the two languages that `a` is given in."""
    return bool(a.inner) and b.words in (a.inner, a.outer)


def _is_shortened(a: Title, b: Title) -> bool:
    """Tell whether `a` is `b` without its subtitle, or cut off at some length."""
    if len(a.words) >= len(b.words) and len(a.compact) >= len(b.compact):
        return False
    if b.words[: len(a.words)] == a.words:
        return len(a.words) >= SHORTENED or a.words == b.main
    return len(a.compact) >= TRUNCATED and b.compact.startswith(a.compact)


def differing_words(a: Iterable[str], b: Iterable[str]) -> tuple[list[str], list[str]]:
    """Give the telling words of each title that the other does not have in any spelling."""
    first, second = Counter(a), Counter(b)
    only_a, only_b = list((first - second).elements()), list((second - first).elements())
    if "".join(only_a) == "".join(only_b):
        return [], []
    for word in tuple(only_a):
        twin = next((other for other in only_b if is_spelling(word, other)), None)
        if twin:
            only_a.remove(word)
            only_b.remove(twin)
    return _telling(only_a), _telling(only_b)


def is_spelling(a: str, b: str) -> bool:
    """Tell whether two words are one in another spelling; the start must agree for two slips.

    >>> is_spelling("behavior", "behaviour"), is_spelling("hypotension", "hypertension")
    (True, False)
    """
    if a.isdigit() or b.isdigit() or min(len(a), len(b)) < SHORTENED:
        return False
    distance = OSA.distance(a, b, score_cutoff=2)
    return distance <= 1 or (distance == 2 and min(len(a), len(b)) > 7 and a[:5] == b[:5])


def _telling(words: list[str]) -> list[str]:
    return [word for word in words if word not in STOP_WORDS]


def _shown(only_a: list[str], only_b: list[str]) -> str:
    return f"{' '.join(only_a) or '–'}↔{' '.join(only_b) or '–'}"
