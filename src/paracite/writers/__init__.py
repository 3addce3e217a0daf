"""Writers: each turns references into one output format.  One file a format."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from paracite import plugins
from paracite.errors import ParaciteError
from paracite.reference import Reference


@dataclass(frozen=True, slots=True)
class Options:
    """How a styled output is to look: a CSL style's name or path, a locale, titles' case."""

    style: str = "apa"
    locale: str = ""
    sentence_case: bool = False  #: put English titles into sentence case


@dataclass(frozen=True, slots=True)
class Writing:
    """What a writer made: the file's bytes, and a line for each thing that went less than well."""

    data: bytes
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Writer:
    """An output format: its name, the suffix of its files, and how it is written."""

    name: str
    suffix: str
    write: Callable[[Sequence[Reference], Options], Writing]


def names() -> tuple[str, ...]:
    """Name every format that can be written."""
    return plugins.names(sys.modules[__name__])


@cache
def writer(name: str) -> Writer:
    """Return the writer of the format `name`.  Raises `ParaciteError` for an unknown one."""
    if name not in names():
        known = ", ".join(names())
        raise ParaciteError(f"unknown format {name!r}", f"formats that can be written: {known}")
    found: Writer = plugins.load(sys.modules[__name__], name).writer
    return found


def writer_for(path: str) -> Writer | None:
    """Return the writer whose suffix `path` has, or None; `.bib` is BibTeX, not its dialect."""
    every = (writer(name) for name in sorted(names(), key="bibtex".__ne__))
    return next((each for each in every if path.lower().endswith(each.suffix)), None)
