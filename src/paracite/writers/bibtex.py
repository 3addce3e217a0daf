"""BibTeX (`.bib`): UTF-8, one field a line, in a fixed order."""

from collections.abc import Sequence

from paracite.bibtex import format as entry_format
from paracite.bibtex.mapping import BIBTEX
from paracite.reference import Reference
from paracite.writers import Options, Writer, Writing


def encode(references: Sequence[Reference], _options: Options) -> Writing:
    """Write an entry for each reference."""
    entries = (entry_format.entry(each, BIBTEX) for each in references)
    return Writing("\n\n".join([*entries, ""]).removesuffix("\n").encode("utf-8"))


writer = Writer("bibtex", ".bib", encode, reader="bibtex")
