"""Containers: journals, proceedings and books, in full, abbreviated or as an acronym.

A container is compared word by word, each word by its ISO 4 abbreviation: `data/title_words.txt`
re-states title words that are not abbreviated by cutting the end off; every other
abbreviation is recognised as the start of the word or as its letters in order.

Source: ISO 4; the ISSN International Centre's list of title word abbreviations (public facts).
"""

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz import fuzz

from paracite.fields.words import STOP_WORDS
from paracite.text import fold

WORD = re.compile(r"[^\W_]+")
# Words that say what a container is, not which one.
COMMON = frozenset(
    ["proc", "conf", "j", "annu", "int", "meet", "symp", "workshop", "trans", "ser", "ed", "eds"]
)
SUBTITLE = re.compile(r"\s*[:(=]")
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)?")
# Likeness where all words of one are in the other; of one word that may be another journal's
# start, as `Lancet` is of `Lancet Oncology`, if also its short form, as of `Lancet (London)`.
ALL_OF_SEVERAL, THE_ONLY_ONE = 0.85, 0.7
LONGEST_ABBREVIATION = 6
SHORTEST_ACRONYM, LONGEST_ACRONYM = 3, 9
LONGEST_START = 2  #: letters a word gives to an acronym at most


@dataclass(frozen=True, slots=True)
class Container:
    """A container's folded text and its words in their abbreviated form."""

    text: str = ""
    words: tuple[str, ...] = ()
    main: tuple[str, ...] = ()  #: those before a subtitle or a bracket
    printed: str = field(default="", compare=False)  #: as the reference has it, to be shown


@lru_cache(maxsize=65536)
def container(text: str) -> Container:
    """Make the form in which a container is compared."""
    folded = fold(text).replace("'", "")
    listed = WORD.findall(folded)
    main = WORD.findall(SUBTITLE.split(folded, maxsplit=1)[0])
    return Container(" ".join(listed), _telling(listed), _telling(main), text)


def _telling(listed: list[str]) -> tuple[str, ...]:
    """Return the words that tell containers apart, abbreviated."""
    short = abbreviations()
    return tuple(
        short.get(word, word)
        for word in listed
        if word not in STOP_WORDS and not ORDINAL.fullmatch(word)
    )


@cache
def abbreviations() -> dict[str, str]:
    """Return the abbreviation of each word of the table."""
    table = files(__package__).joinpath("title_words.txt").read_text("utf-8")
    found = {}
    for line in table.splitlines():
        if line and not line.startswith("#"):
            short, *full = line.split()
            found.update(dict.fromkeys(full, short))
    return found


@lru_cache(maxsize=65536)
def likeness(a: Container, b: Container) -> float:
    """Return how likely (0 to 1) two names mean one container; 0.5 where that is open."""
    if a.words == b.words:
        return 1.0 if a.words else 0.5
    if not a.words or not b.words:
        return 0.5
    if is_acronym(a, b) or is_acronym(b, a):
        return 0.95
    short, full = sorted((a, b), key=lambda name: len(name.words))
    fewer, more = short.words, full.words
    hits = _in_order(fewer, more)
    if hits == len(fewer) and len(fewer) == len(more):
        return 0.98
    if hits == len(fewer) and len(fewer) > 1:
        return 0.92
    spelled = fuzz.token_sort_ratio(a.text, b.text) / 100
    shared = _in_order([w for w in fewer if w not in COMMON], more) / len(fewer)
    named = len(fewer) > 1 or fewer == full.main
    most = ALL_OF_SEVERAL if named else THE_ONLY_ONE
    return max(shared * most, spelled * 0.9)


def is_acronym(short: Container, full: Container) -> bool:
    """Return whether the first telling word of `short` is made of the starts of the words of `full`.

    >>> is_acronym(container("COLT '91"), container("Workshop on Computational Learning Theory"))
    True
    """
    telling = [word for word in short.words if word not in COMMON]
    if not telling or len(full.words) < 2:
        return False
    word, listed = telling[0], full.text.split()
    if word in listed:  # "Lancet" is not "Lancet Oncology"
        return len(short.words) == 1 and COMMON.union(telling).issuperset(full.words)
    fits = SHORTEST_ACRONYM + (len(telling) > 1) <= len(word) <= LONGEST_ACRONYM
    return fits and any(_spells(word, tuple(listed[at:]), 0) for at in range(len(listed)))


def _spells(letters: str, listed: tuple[str, ...], used: int) -> bool:
    """Return whether the starts of successive words, stop words at will, spell `letters`."""
    if not letters:
        return used >= SHORTEST_ACRONYM
    if not listed:
        return False
    word, rest = listed[0], listed[1:]
    if word in STOP_WORDS and _spells(letters, rest, used):
        return True
    return any(
        letters[:size] == word[:size] and _spells(letters[size:], rest, used + 1)
        for size in range(1, 1 + min(LONGEST_START, len(letters), len(word)))
    )


def _in_order(fewer: tuple[str, ...] | list[str], more: tuple[str, ...]) -> int:
    """Count the words of `fewer` that stand for words of `more`, in order."""
    hits = start = 0
    for word in fewer:
        for at in range(start, len(more)):
            if stands_for(word, more[at]) or stands_for(more[at], word):
                hits, start = hits + 1, at + 1
                break
    return hits


@lru_cache(maxsize=65536)
def stands_for(short: str, full: str) -> bool:
    """Return whether `short` can abbreviate `full`: its start, or its letters in order.

    >>> stands_for("natl", "national"), stands_for("med", "mathematics")
    (True, False)
    """
    if full.startswith(short):
        return True
    if not short or short[0] != full[0] or len(short) > LONGEST_ABBREVIATION:
        return False
    letters = iter(full)
    return len(short) > 1 and all(letter in letters for letter in short)
