"""Given names to initials.

Source: CSL 1.0.2 specification, `initialize`, `initialize-with`, `initialize-with-hyphen`.
"""

import re
from functools import lru_cache

from paracite.csl import marks

PLAIN = re.compile(r"[A-Z](?:[a-z]*|\.)(?: [A-Z](?:[a-z]*|\.))*")
PIECE = re.compile(rf"([\s\-‐]+|(?<=\.)(?=[^\s\-‐.{marks.SET}]))")
WORD = re.compile(f"^([{marks.SET}]*)(.*?)([{marks.SET}]*)$", re.DOTALL)
CAPITALS = re.compile(r"[^\W\d_a-z]{2,}(?=[a-z])")
ALPHABET = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u052f\u0530-\u058f\u1e00-\u1fff]")


@lru_cache(maxsize=65536)
def initials(given: str, mark: str, hyphen: bool = True, names_too: bool = True) -> str:  # noqa: FBT001, FBT002  by position, for the cache
    """Shorten the names in `given` to initials with `mark` after each.

    With `names_too` false, only what is an initial already gets the mark.

    >>> initials("Jean-Luc Marie", ".")
    'J.-L.M.'
    """
    if names_too and PLAIN.fullmatch(given):
        return "".join([name[0] + mark for name in given.split(" ")]).strip()
    if not ALPHABET.search(given):
        return given
    out, separator, after = "", "", False
    for piece in PIECE.split(given):
        if not piece.strip(" -‐\u00a0\t\n"):
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
    bare = word.strip(".’'")
    if not bare or not bare[0].isalpha() or bare[0].islower():
        return ""
    if word.endswith(".") or len(bare) == 1:
        return bare  # an abbreviation is as short as its bearer wants it
    if not names_too:
        return ""
    capitals = CAPITALS.match(bare)
    if capitals:  # one sound of another alphabet, as in `TSerendorj`
        return capitals[0].capitalize()
    return bare[0]


def _beside(out: str, separator: str, initials_meet: bool, *, hyphen: bool) -> str:  # noqa: FBT001
    """Join what comes next: by a hyphen, by nothing between initials, by a space beside a name."""
    if not out:
        return ""
    if separator == "-" and (hyphen or not initials_meet):
        return out.rstrip() + "-"
    if initials_meet or out.endswith(" "):
        return out
    return out + " "
