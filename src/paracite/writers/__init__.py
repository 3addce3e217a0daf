"""Writers: each turns references into one output format.  One file a format."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from paracite import plugins
from paracite.errors import ParaciteError
from paracite.reference import Reference
from paracite.writers import _cleaned, _kept


@dataclass(frozen=True, slots=True)
class Options:
    """How an output is to look: a CSL style's name or path, a locale, titles' case, letters."""

    style: str = "apa"
    locale: str = ""
    sentence_case: bool = False  #: put English titles into sentence case
    ascii: bool = False  #: in a .bib, commands of LaTeX for letters that ASCII lacks


@dataclass(frozen=True, slots=True)
class Writing:
    """What a writer made: the file's bytes, and a line for each thing that went less than well."""

    data: bytes
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Writer:
    """An output format: its name, the suffix of its files, and how references become bytes.

    `reader` names the format in which the file is read again, where it can be.
    """

    name: str
    suffix: str
    encode: Callable[[Sequence[Reference], Options], Writing]
    reader: str = ""

    def write(self, references: Sequence[Reference], options: Options) -> Writing:
        """Write a file, and say what a reader of it will not find as it was.

        Resolvers are taken off DOIs, for styles and programs put one before them.
        """
        cleaned, warnings = _cleaned.clean(references)
        made = self.encode(cleaned, options)
        if self.reader:
            warnings += _kept.losses(cleaned, made.data, self.reader)
        return Writing(made.data, (*made.warnings, *warnings))


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
