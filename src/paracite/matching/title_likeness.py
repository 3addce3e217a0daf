"""Titles against titles: spelling, subtitles left out, translations, words that differ."""

from collections import Counter
from collections.abc import Iterable

from rapidfuzz import fuzz

from paracite.fields.kinds import GENERIC
from paracite.fields.titles import Title
from paracite.fields.words import STOP_WORDS
from paracite.matching import spelling

LEVELS = {
    "one-word": "one word differs",
    "contained": "one has more words",
    "more-words": "one has more words",
}
#: Words that turn a title's meaning into its contrary, whichever of two titles has them.
NEGATIONS = frozenset(["no", "non", "not", "never", "without", "sans", "ohne", "sin"])
MOST_CONTRASTING = 2  #: words a side; two titles that differ in more are told by their likeness
ALIKE = 0.9
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
    if len(short.words) >= SHORTENED and (level := _by_count(short, full, missing, more)):
        return level, _bounded(level, ratio), f"{LEVELS[level]}: {shown}"
    if ratio < RELATED and is_generic(short) != is_generic(full):
        return "unnamed", UNNAMED, "one only names the kind of text"
    level = "similar" if ratio >= SIMILAR else "related" if ratio >= RELATED else "different"
    return level, ratio, f"{ratio:.2f}"


def _by_count(short: Title, full: Title, missing: list[str], more: list[str]) -> str:
    """Return the level of two titles that differ in few words, or in those that one has more."""
    if len(missing) <= 1 and len(more) <= 1:
        return "one-word"
    if len(short.compact) >= TRUNCATED and short.compact in full.compact:
        return "contained"
    return "" if missing and more else "more-words"


def _bounded(level: str, ratio: float) -> float:
    """Return the similarity of a level: like, but less than equal, unless one contains the other."""
    if level == "contained":
        return ALIKE
    return max(min(ratio, ALIKE if level == "more-words" else ALIKE - 0.01), RELATED + 0.01)


def contrast(a: Title, b: Title) -> str:
    """Return the words in which two titles of one wording differ on both sides, or `""`.

    "resistant" against "sensitive", "in vitro" against "in vivo", "factor H" against
    "factor I", "with" against "without": two abstracts of one supplement may differ in nothing
    else.  A slip or another spelling is no contrast, nor is a word that one title lacks.
    """
    only_a, only_b = unlike_words(a.words, b.words)
    telling_a, telling_b = _telling(only_a), _telling(only_b)
    if max(len(telling_a), len(telling_b)) > MOST_CONTRASTING:
        return ""
    both_tell = bool(telling_a and telling_b)
    lettered = _has_letter(only_a) and _has_letter(only_b)  # of "factor I", "vitamin A"
    negated = NEGATIONS.isdisjoint(only_a) != NEGATIONS.isdisjoint(only_b)
    if not (both_tell or lettered or negated):
        return ""
    return f"{' '.join(only_a) or '–'}↔{' '.join(only_b) or '–'}"


def _has_letter(words: list[str]) -> bool:
    return any(len(word) == 1 for word in words)


def differing_words(a: Iterable[str], b: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the telling words of each title that the other does not have in any spelling."""
    only_a, only_b = unlike_words(a, b)
    return _telling(only_a), _telling(only_b)


def unlike_words(a: Iterable[str], b: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the words of each title that the other does not have in any spelling."""
    first, second = Counter(a), Counter(b)
    only_a, only_b = list((first - second).elements()), list((second - first).elements())
    if "".join(only_a) == "".join(only_b):
        return [], []
    for word in tuple(only_a):
        twin = next((other for other in only_b if spelling.is_spelling(word, other)), None)
        if twin:
            only_a.remove(word)
            only_b.remove(twin)
    if spelling.is_spelling("".join(only_a), "".join(only_b)):  # words parted or joined otherwise
        return [], []
    return only_a, only_b


def _telling(words: list[str]) -> list[str]:
    return [word for word in words if word not in STOP_WORDS]
