"""Names that open registries know, kept as 32-bit hashes of their telling words.

`fields/lexicons/NAME.npz` holds the steps between sorted hashes (`tools/make_lexicons.py`
says where each comes from, its licence and count); of the names that a list does not
have, about one in 40,000 is taken for one that it has.
"""

import zlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import as_file, files

import numpy as np

from paracite.text import words

SMALL = frozenset(
    (
        *("the", "a", "of", "and", "for", "in", "on", "und", "et", "y", "e", "de", "la", "le"),
        *("les", "des", "du", "der", "die", "das", "fur", "di", "do", "da", "del"),
    )
)
SHORTEST = 3  #: letters of a name


def key(listed: Iterable[str]) -> int:
    """Return the hash of a name's folded words, the small ones aside; 0 where none is left."""
    telling = " ".join(word for word in listed if word and word not in SMALL)
    return zlib.crc32(telling.encode()) if len(telling) >= SHORTEST else 0


@cache
def names(name: str) -> frozenset[int]:
    """Return the keys of the list `name`, read once."""
    with as_file(files("paracite.fields.lexicons") / f"{name}.npz") as path, np.load(path) as kept:
        return frozenset(np.cumsum(kept["steps"], dtype=np.uint64).tolist())


def has(name: str, text: str) -> bool:
    """Return whether the list `name` has a text.

    >>> has("places", "São Paulo"), has("places", "Santa Rita do Gelo Azul")
    (True, False)
    """
    return key(words(text)) in names(name)
