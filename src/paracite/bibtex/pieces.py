"""Cut a large BibTeX file where it is sure that blocks begin, faster than by reading it.

A piece runs from an `@` at a line's start to the next.  That is for certain no place
within an entry when the braces of every piece balance and no piece can leave a quotation
mark or a parenthesis open; a file in which one might is one single piece.
"""

import re

KEY = re.compile(rb"@[ \t]*\w+\s*\{\s*([^\s,{}\"=]+)\s*,")
ROUND = re.compile(rb"@[ \t]*\w+\s*\(")
QUOTED_VALUE = re.compile(rb"[=#]\s*\"")
INHERITS = re.compile(rb"(?:\bcrossref|\bxdata)\s*=\s*[{\"]([^{}\"]*)[}\"]", re.IGNORECASE)
Parents = dict[int, set[str]]  #: number of a piece → the keys it inherits from, folded
ESCAPED = re.compile(rb"\\.", re.DOTALL)


def cut(data: bytes) -> list[bytes]:
    """Cut a file into pieces that, end to end, are all of it."""
    if not _is_utf8(data) or ROUND.search(data):
        return [data]
    first, *others = data.split(b"\n@")
    if not others:
        return [data]
    pieces = [first + b"\n", *(b"@" + each + b"\n" for each in others)]
    pieces[-1] = pieces[-1][:-1]
    return pieces if all(map(_is_closed, pieces)) else [data]


def keys(piece: bytes) -> set[str]:
    """Return the keys of the entries that begin in a piece, folded."""
    return set(map(_folded, KEY.findall(piece)))


def parents(pieces: list[bytes]) -> Parents:
    """Find the pieces with entries that inherit."""
    found: Parents = {}
    for number, piece in enumerate(pieces):
        lowered = piece.lower()
        if b"crossref" in lowered or b"xdata" in lowered:
            named = INHERITS.findall(piece)
            found[number] = {_folded(key) for each in named for key in each.split(b",")}
    return found


def heirs(
    pieces: list[bytes], parents: Parents, changed: set[int], keys_changed: set[str]
) -> set[int]:
    """Return the pieces whose entries inherit, at any remove, from entries that changed."""
    if not parents:
        return set()
    found: set[int] = set()
    keys_seen = keys_changed.union(*(keys(pieces[number]) for number in changed))
    while more := {n for n, named in parents.items() if n not in found and named & keys_seen}:
        found |= more
        keys_seen = keys_seen.union(*(keys(pieces[number]) for number in more))
    return found - changed


def forebears(pieces: list[bytes], parents: Parents, of: set[int]) -> set[int]:
    """Return the pieces that the entries of others inherit from, at any remove."""
    at = {key: n for n, piece in enumerate(pieces) if parents for key in keys(piece)}
    found: set[int] = set()
    asked = of
    while asked:
        named = set[str]().union(*(parents.get(number, ()) for number in asked))
        asked = {at[key] for key in named if key in at} - found - of
        found |= asked
    return found


def _folded(key: bytes) -> str:
    return key.decode("utf-8", "replace").strip().casefold()


def _is_closed(piece: bytes) -> bool:
    """Return whether nothing that a piece opens can reach into the next."""
    if piece.count(b"{") != piece.count(b"}"):
        return False
    if b"\\" in piece:
        plain = ESCAPED.sub(b"", piece)
        if plain.count(b"{") != plain.count(b"}"):
            return False
    else:
        plain = piece
    return b'"' not in plain or plain.count(b'"') % 2 == 0 or QUOTED_VALUE.search(plain) is None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return b"\0" not in data[:4096]
