"""Titles against titles: spelling, subtitles left out, translations, words that differ."""

from collections import Counter
from collections.abc import Iterable

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from paracite.fields.kinds import GENERIC
from paracite.fields.titles import Title
from paracite.fields.words import STOP_WORDS

LONG = 5  #: words from which on an equal title is telling
SHORTENED = 4  #: words a title must have to be a longer one cut short
TRUNCATED = 24  #: letters a title must have to be a longer one cut in mid-word
SIMILAR, RELATED = 0.85, 0.65
UNNAMED = RELATED  #: neither like nor unlike
FOOTNOTE = ["1"]  #: what a footnote's mark leaves behind a title


def compare(a: Title, b: Title) -> tuple[str, float, str]:
    """Return level, similarity and note on two titles; level `""` where one is missing.

    Levels: `same`, `same-short`, `spelling`, `shortened` (without its subtitle, or cut off),
    `translated`, `contained`, `one-word`, `more-words`, `similar`, `related`, `unnamed` (one of
    them only names the kind of text), `different`.
    """
    if not a.compact or not b.compact:
        return "", 0.0, ""
    if a.compact == b.compact:
        return ("same" if len(a.words) >= LONG else "same-short"), 1.0, "equal"
    if _is_translated(a, b) or _is_translated(b, a):
        return "translated", 0.96, "equal but for a translation in brackets"
    short, full = sorted((a, b), key=lambda title: len(title.compact))
    if _is_shortened(short, full) and not is_generic(short):
        return "shortened", 0.95, "one is the start of the other"
    return _by_words(short, full)


def is_generic(title: Title) -> bool:
    """Return whether many texts have this title, as "Letter to the Editor"."""
    return title.kind == "editorial" or all(
        word in GENERIC or word in STOP_WORDS or word.isdigit() for word in title.words
    )


def _is_translated(a: Title, b: Title) -> bool:
    """Return whether `b` is one of the two languages that `a` is given in."""
    return bool(a.inner) and b.words in (a.inner, a.outer)


def _is_shortened(short: Title, full: Title) -> bool:
    """Return whether `short` is `full` without its subtitle, or cut off in mid-word."""
    if short.words == full.main:
        return True
    long_enough = len(short.compact) >= TRUNCATED and len(short.words) >= SHORTENED
    cut = full.words[: len(short.words)] != short.words
    return long_enough and cut and full.compact.startswith(short.compact)


def _by_words(short: Title, full: Title) -> tuple[str, float, str]:
    """Judge two titles by the telling words that only one of them has."""
    ratio = fuzz.ratio(short.compact, full.compact) / 100
    missing, more = differing_words(short.words, full.words)
    if not missing and more in ([], FOOTNOTE):
        return "spelling", max(ratio, 0.9), "spelled differently"
    shown = f"{' '.join(missing) or '–'}↔{' '.join(more) or '–'}"
    if len(short.words) >= SHORTENED:
        if len(missing) <= 1 and len(more) <= 1:
            return "one-word", max(min(ratio, 0.89), RELATED), f"one word differs: {shown}"
        if len(short.compact) >= TRUNCATED and short.compact in full.compact:
            return "contained", 0.9, f"one has more words: {shown}"
        if not missing or not more:
            return "more-words", max(min(ratio, 0.9), RELATED), f"one has more words: {shown}"
    if ratio < RELATED and is_generic(short) != is_generic(full):
        return "unnamed", UNNAMED, "one only names the kind of text"
    level = "similar" if ratio >= SIMILAR else "related" if ratio >= RELATED else "different"
    return level, ratio, f"{ratio:.2f}"


def differing_words(a: Iterable[str], b: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the telling words of each title that the other does not have in any spelling."""
    first, second = Counter(a), Counter(b)
    only_a, only_b = list((first - second).elements()), list((second - first).elements())
    if "".join(only_a) == "".join(only_b):
        return [], []
    for word in tuple(only_a):
        twin = next((other for other in only_b if is_spelling(word, other)), None)
        if twin:
            only_a.remove(word)
            only_b.remove(twin)
    if is_spelling("".join(only_a), "".join(only_b)):  # words parted or joined otherwise
        return [], []
    return _telling(only_a), _telling(only_b)


def is_spelling(a: str, b: str) -> bool:
    """Return whether two words are one in another spelling; the start must agree for two slips.

    >>> is_spelling("behavior", "behaviour"), is_spelling("hypotension", "hypertension")
    (True, False)
    """
    if abs(len(a) - len(b)) > 2 or min(len(a), len(b)) < SHORTENED:
        return False
    if a.isdigit() or b.isdigit():
        return False
    distance = OSA.distance(a, b, score_cutoff=2)
    return distance <= 1 or (distance == 2 and min(len(a), len(b)) > 7 and a[:5] == b[:5])


def _telling(words: list[str]) -> list[str]:
    return [word for word in words if word not in STOP_WORDS]
