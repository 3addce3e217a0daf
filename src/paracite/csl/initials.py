"""Given names to initials.

Source: CSL 1.0.2 specification, `initialize`, `initialize-with`, `initialize-with-hyphen`.
"""

import re
from functools import lru_cache

PIECE = re.compile(r"([\s\-‐]+|(?<=\.)(?=[^\s\-‐.]))")
INITIAL = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_]\Z")
ALPHABET = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u052f\u0530-\u058f\u1e00-\u1fff]")


@lru_cache(maxsize=65536)
def initials(given: str, mark: str, *, hyphen: bool = True, names_too: bool = True) -> str:
    """Shorten the names in `given` to initials with `mark` after each.

    With `names_too` false, only what is an initial already gets the mark.

    >>> initials("Jean-Luc Marie", ".")
    'J.-L.M.'
    """
    if not ALPHABET.search(given):
        return given
    out = ""
    words = [piece for piece in PIECE.split(given) if piece]
    separator = ""
    after_initial = False
    for word in words:
        if not word.strip(" -‐\u00a0\t\n"):
            separator = "-" if word.strip() else " "
            continue
        short = _initial(word, names_too=names_too)
        out += _between(out, separator, short, hyphen=hyphen, after=after_initial)
        out += short + mark if short else word
        after_initial = bool(short)
        separator = ""
    return out.strip()


def _initial(word: str, *, names_too: bool) -> str:
    bare = word.strip(".’'")
    if not bare or not bare[0].isalpha() or bare[0].islower():
        return ""
    if len(bare) == 1 or (word.endswith(".") and len(bare) <= 2 and not names_too):
        return bare
    if not names_too:
        return ""
    capitals = re.match(r"[^\W\d_]+", bare)
    lead = capitals[0] if capitals else bare[0]
    if len(lead) > 1 and lead[1].isupper() and not lead.isupper():
        return lead[0] + lead[1].lower()
    return bare[0]


def _between(out: str, separator: str, short: str, *, hyphen: bool, after: bool) -> str:
    """What stands before the next part: a hyphen, nothing, or a space beside a whole name."""
    if not out:
        return ""
    if separator == "-" and short and after:
        if hyphen:
            return "-"
        return ""
    if separator == "-":
        return "-"
    if short and after:
        return ""
    return "" if out.endswith(" ") else " "
