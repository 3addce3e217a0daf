"""Given names to initials.

Source: CSL 1.0.2 specification, `initialize`, `initialize-with`, `initialize-with-hyphen`.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from paracite.csl import marks

_capital, _small = "A-Z\u00c0-\u00d6\u00d8-\u00de", "a-z\u00df-\u00f6\u00f8-\u00ff"
_name = rf"[{_capital}](?:[{_small}]*|\.)"
PLAIN = re.compile(f"{_name}(?: {_name})*")
HYPHENS = "\\-\u2010\u2011"
PIECE = re.compile(rf"([\s{HYPHENS}]+|(?<=\.)(?=[^\s{HYPHENS}.ªº{marks.SET}]))")
SEPARATOR = re.compile(rf"[\s{HYPHENS}]*")
WORD = re.compile(f"^([{marks.SET}]*)(.*?)([{marks.SET}]*)$", re.DOTALL)
APOSTROPHES = "’'‘"
# Alphabets without capitals whose names are abbreviated all the same: Hebrew, Arabic with its
# kin, Georgian and Thai; elsewhere (Chinese, Japanese, Korean, Indian scripts) names stay whole.
UNICASED = re.compile("[\u05d0-\u05ea\u0620-\u064a\u0671-\u06d3\u0e01-\u0e2e\u10d0-\u10fa]")
THAI_VOWELS = "\u0e40\u0e41\u0e42\u0e43\u0e44"  #: written before the consonant that is the initial


@lru_cache(maxsize=65536)
def initials(given: str, mark: str, hyphen: bool = True, names_too: bool = True) -> str:  # noqa: FBT001, FBT002  by position, for the cache
    """Shorten the names in `given` to initials with `mark` after each.

    With `names_too` false, only what is an initial already gets the mark.

    >>> initials("Jean-Luc Marie", ".")
    'J.-L.M.'
    """
    if names_too and PLAIN.fullmatch(given):
        return "".join([name[0] + mark for name in given.split(" ")]).strip()
    out, separator, after = "", "", False
    for piece in PIECE.split(given):
        if SEPARATOR.fullmatch(piece):
            separator = ("-" if piece.strip() else " ") if piece else separator
            continue
        opening, word, closing = WORD.findall(piece)[0]
        if separator == "-" and after and names_too and word.islower():
            continue
        nickname = marks.QUOTE in opening
        short = "" if nickname else _initial(word, names_too=names_too)
        out = _beside(out, separator, bool(short) and after, hyphen=hyphen)
        if short:
            out += opening + short + mark.rstrip() + closing + mark[len(mark.rstrip()) :]
        else:
            out += piece
        separator, after = "", bool(short)
    return out.strip()


def _initial(word: str, *, names_too: bool) -> str:
    """Return the initial of a word, or `""` for a word that stays whole."""
    bare = word.strip(f".{APOSTROPHES}")
    letters = list(_letters(bare))
    if not letters or not _may_stand_alone(letters[0]):
        return ""
    if word.endswith(".") or len(letters) == 1:
        return bare  # an abbreviation is as short as its bearer wants it
    if not names_too:
        return ""
    before = word[: len(word) - len(word.lstrip(APOSTROPHES))]
    capitals = 1
    while capitals < len(letters) and _is_capital(letters[capitals]):
        capitals += 1
    if 1 < capitals < len(letters) and letters[capitals].islower():
        # one sound of another alphabet, as in `TSerendorj`
        return before + letters[0] + "".join(letters[1:capitals]).lower()
    return before + letters[0]


def _letters(word: str) -> Iterator[str]:
    """Yield the letters of a word, each with the signs that are printed with it.

    Accents that follow a letter belong to it, and so do an ʿayn, a hamza or an ʻokina before it.
    """
    letter = ""
    for character in word.lstrip(THAI_VOWELS):
        joins = unicodedata.category(character) in ("Mn", "Me") or (
            letter and all(unicodedata.category(sign) == "Lm" for sign in letter)
        )
        if letter and not joins:
            yield letter
            letter = ""
        letter += character
    if letter:
        yield letter


def _may_stand_alone(letter: str) -> bool:
    """Return whether a letter can be an initial."""
    return _is_capital(letter) or bool(UNICASED.search(letter))


def _is_capital(letter: str) -> bool:
    return any(unicodedata.category(sign) in ("Lu", "Lt") for sign in letter)


def _beside(out: str, separator: str, initials_meet: bool, *, hyphen: bool) -> str:  # noqa: FBT001
    """Join what comes next: by a hyphen, by nothing between initials, by a space beside a name."""
    if not out:
        return ""
    if separator == "-" and (hyphen or not initials_meet):
        return out.rstrip() + "-"
    if initials_meet or out.endswith(" "):
        return out
    return out + " "
