"""Sections of `second_opinions.py`: values read by paracite and by a library that others wrote."""

from typing import NamedTuple


class Comparison(NamedTuple):
    """A value that was generated, its kind, and what each of two readers makes of it."""

    kind: str
    value: str
    ours: object
    theirs: object
