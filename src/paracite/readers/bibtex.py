"""BibTeX and biblatex (`.bib`)."""

import re
from collections.abc import Iterator

from paracite import memory
from paracite.bibtex import document as bib
from paracite.bibtex import entries, values
from paracite.bibtex.body import Body
from paracite.bibtex.scan import Block
from paracite.errors import Problem, ReadError
from paracite.readers import Document, Reader, Reading
from paracite.reference import Reference

ENTRY = re.compile(r"(?m)^[ \t\ufeff]*@[ \t]*[A-Za-z]+\s*[{(]\s*[^\s,{}]*\s*[,}=]")
MACRO = re.compile(r"[^\W\d][^\s\"{}(),=%#']*")
NOT_COMMENT = re.compile(r"(?m)^[ \t\ufeff]*[^%\s\ufeff]")


def read(document: Document) -> Reading:
    """Read every entry; what is broken is told of, and all that can be read of it is.

    Raises `ReadError` for binary data.
    """
    return of_document(bib.parse(document.data, document.path))[0]


def of_document(source: bib.BibtexDocument) -> tuple[Reading, tuple[Block, ...]]:
    """Read every entry of a document that is parsed already; give the block of each reference.

    Raises `ReadError` as `read`.
    """
    view = _View(source)
    with memory.only_growing():
        references = tuple(view.references())
    if all(block.kind == "text" for block in source.blocks) and NOT_COMMENT.search(source.text):
        if "\0" in source.text:
            raise ReadError(source.path, "is binary data, not BibTeX", "name a .bib file")
        view.problems.append(Problem(source.path, 1, 1, "no BibTeX entry was found"))
    return Reading(references, tuple(view.problems)), tuple(view.blocks)


class _View:
    """The entries of a document as BibTeX sees them: macros put in, inherited fields added."""

    def __init__(self, source: bib.BibtexDocument) -> None:
        self.source = source
        self.macros = dict(values.MACROS)
        self.problems: list[Problem] = []
        self.blocks: list[Block] = []

    def references(self) -> Iterator[Reference]:
        """Yield the reference of each entry; note what is wrong on the way."""
        source = self.source
        seen: dict[str, int] = {}
        for block in source.blocks:
            if block.kind == "text":
                continue
            body = source.body(block)
            self.problems += source.check(block, body, seen)
            if block.kind == "string":
                for field in body.fields:
                    self.macros[field.name.casefold()] = values.value(field.value, self.macros)
            elif block.type.casefold() != "xdata" and (block.key or body.fields):
                self.undefined(block, body)
                pairs = self.inherited(block, self.pairs(body))
                line = source.position(block.start)[0]
                self.blocks.append(block)
                note = self.noting(block, body)
                yield entries.reference(block.type, block.key, pairs, source.path, line, note)

    def noting(self, block: Block, body: Body) -> entries.Note:
        """Return what makes a problem of a note on one of an entry's fields."""

        def note(field: str, message: str) -> None:
            own = (each.value_start for each in body.fields if each.name.casefold() == field)
            place = self.source.position(next(own, block.start))
            text = f"{block.key or block.type}: {field}: {message}"
            self.problems.append(Problem(self.source.path, *place, text))

        return note

    def undefined(self, block: Block, body: Body) -> None:
        """Tell of each macro that is used and not defined, the first time it is."""
        for field in body.fields:
            if field.value[:1] in ("{", '"') and "#" not in field.value:
                continue
            for piece in values.pieces(field.value):
                name = piece.casefold()
                if MACRO.fullmatch(name) and name not in self.macros:
                    self.macros[name] = piece
                    text = (
                        f"{block.key or block.type}: {field.name}: the macro {piece} is not defined"
                    )
                    place = self.source.position(field.value_start)
                    self.problems.append(Problem(self.source.path, *place, text))

    def pairs(self, body: Body) -> list[tuple[str, str]]:
        """Return the fields by their names in lower case, with their values."""
        return [(f.name.casefold(), values.value(f.value, self.macros)) for f in body.fields]

    def inherited(self, block: Block, pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """Add what `crossref` and `xdata` give to an entry's own fields."""
        own = dict(reversed(pairs))
        if "crossref" not in own and "xdata" not in own:
            return pairs
        for name in ("xdata", "crossref"):
            for key in filter(None, re.split(r"\s*,\s*", own.get(name, ""))):
                if self.source.find(key) is None:
                    text = f"{block.key}: {name}: {key} is not in the file, so nothing is inherited"
                    place = self.source.position(block.start)
                    self.problems.append(Problem(self.source.path, *place, text))
        full = values.inherited(block.type, own, self.parent)
        return [*pairs, *(pair for pair in full.items() if pair[0] not in own)]

    def parent(self, key: str) -> tuple[str, values.Values] | None:
        """Return the type and the values of the entry with this key."""
        block = self.source.find(key)
        if block is None:
            return None
        return block.type, dict(reversed(self.pairs(self.source.body(block))))


reader = Reader(
    "bibtex",
    (".bib", ".bibtex"),
    lambda document: bool(ENTRY.search(document.text)),
    read,
    editable=True,
)
