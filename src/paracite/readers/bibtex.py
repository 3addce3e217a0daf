"""BibTeX and biblatex (`.bib`)."""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager

from paracite.bibtex import document as bib
from paracite.bibtex import entries, values
from paracite.bibtex.scan import Block
from paracite.readers import Document, Reader, Reading
from paracite.reference import Reference

ENTRY = re.compile(r"(?m)^[ \t\ufeff]*@[ \t]*[A-Za-z]+\s*[{(]\s*[^\s,{}]*\s*[,}=]")
INHERITS = re.compile(r"\b(?:crossref|xdata)\s*=", re.IGNORECASE)


def read(document: Document) -> Reading:
    """Read every entry; what is broken is told of, and all that can be read of it is."""
    source = bib.parse(document.data, document.path)
    with _no_collecting():
        return Reading(tuple(references(source)), source.problems)


def references(source: bib.Document) -> Iterator[Reference]:
    """Yield the reference of each entry of a BibTeX document, macros and inheritance seen."""
    macros = dict(values.MACROS)
    view = _View(source, macros)
    for block in source.blocks:
        if block.kind == "string":
            for field in source.fields(block):
                macros[field.name.casefold()] = values.value(field.value, macros)
        elif block.kind == "entry" and block.type.casefold() != "xdata":
            line = source.position(block.start)[0]
            yield entries.reference(block.type, block.key, view.pairs(block), source.path, line)


class _View:
    """Entries as their values: macros put in, inherited fields added."""

    def __init__(self, source: bib.Document, macros: dict[str, str]) -> None:
        self.source, self.macros = source, macros

    def pairs(self, block: Block) -> list[tuple[str, str]]:
        own = [
            (field.name.casefold(), values.value(field.value, self.macros))
            for field in self.source.fields(block)
        ]
        if INHERITS.search(self.source.text, block.start, block.end):
            full = values.inherited(block.type, dict(reversed(own)), self.parent)
            names = {name for name, _ in own}
            own += ((name, text) for name, text in full.items() if name not in names)
        return own

    def parent(self, key: str) -> tuple[str, values.Values] | None:
        block = self.source.find(key)
        if block is None:
            return None
        fields = reversed(self.source.fields(block))
        own = {f.name.casefold(): values.value(f.value, self.macros) for f in fields}
        return block.type, own


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Keep the garbage collector from walking, again and again, over what only grows."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


reader = Reader(
    "bibtex", (".bib", ".bibtex"), lambda document: bool(ENTRY.search(document.text)), read
)
