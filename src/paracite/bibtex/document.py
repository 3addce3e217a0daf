"""A BibTeX file as it is: its bytes, the blocks that tile them, and what is wrong with it."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from re import compile as pattern

from paracite.bibtex import scan
from paracite.bibtex.body import Body, Field
from paracite.bibtex.scan import Block
from paracite.errors import Problem

NEWLINE = pattern(r"\r\n?|\n")


@dataclass(frozen=True)
class BibtexDocument:
    """A file's text, which `codec` encodes to exactly its bytes; split when first asked for.

    With `keep_bodies` the insides of entries are kept once split, for who asks twice.
    """

    text: str
    codec: str
    path: str = ""
    keep_bodies: bool = False

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.text.encode(self.codec)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Every block in order; end to end they are the whole text."""
        return tuple(scan.blocks(self.text))

    @cached_property
    def entries(self) -> tuple[Block, ...]:
        """The entries in order, those with faults included."""
        return tuple(block for block in self.blocks if block.kind == "entry")

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong, in order: broken grammar, repeated fields, repeated keys."""
        return tuple(self._problems())

    def find(self, key: str) -> Block | None:
        """Return the first entry with this key; one that differs in case only where none is equal.

        Where the document has not been split yet it is not split for this, if the key
        stands once only and the braces before it balance.
        """
        if "blocks" not in vars(self):
            places = list(scan.places_of(self.text, key))
            if not places:
                return None
            if len(places) == 1 and (block := scan.sure_block(self.text, places[0])):
                return block
        alike = self._by_key.get(key.casefold(), [])
        return next((each for each in alike if each.key == key), alike[0] if alike else None)

    def body(self, block: Block) -> Body:
        """Split the inside of an entry or macro."""
        if not self.keep_bodies:
            return scan.split(self.text, block)
        if block.start not in self._bodies:
            self._bodies[block.start] = scan.split(self.text, block)
        return self._bodies[block.start]

    def fields(self, block: Block) -> tuple[Field, ...]:
        """Return the fields of an entry, names and values as written."""
        return self.body(block).fields

    def raw(self, block: Block) -> str:
        """Return the text of a block as it stands."""
        return self.text[block.start : block.end]

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and column of an offset, both counted from 1."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    @cached_property
    def _bodies(self) -> dict[int, Body]:
        return {}

    @cached_property
    def _by_key(self) -> dict[str, list[Block]]:
        by_key: dict[str, list[Block]] = {}
        for block in self.entries:
            by_key.setdefault(block.key.casefold(), []).append(block)
        return by_key

    @cached_property
    def _lines(self) -> "array[int]":
        return array("Q", (0, *(match.end() for match in NEWLINE.finditer(self.text))))

    def check(self, block: Block, body: Body, seen: dict[str, int]) -> Iterator[Problem]:
        """Yield what is wrong with one block; `seen` remembers where each key stood first."""
        for fault in body.faults:
            yield self._problem(fault.at, f"{_name(block)}: {fault.message}")
        if len({field.name.casefold() for field in body.fields}) < len(body.fields):
            yield from self._repeated(block, body)
        if block.kind == "entry" and not block.key and not body.fields:
            yield self._problem(block.start, f"{_name(block)}: the entry is empty and left out")
        if block.kind == "entry" and block.key:
            first = seen.setdefault(block.key.casefold(), block.start)
            if first != block.start:
                line = self.position(first)[0]
                yield self._problem(
                    block.start, f"the key {block.key} stands already in line {line}"
                )

    def _problems(self) -> Iterator[Problem]:
        seen: dict[str, int] = {}
        for block in self.blocks:
            if block.kind != "text":
                yield from self.check(block, self.body(block), seen)

    def _repeated(self, block: Block, body: Body) -> Iterator[Problem]:
        seen: set[str] = set()
        for field in body.fields:
            if field.name.casefold() in seen:
                message = f"{_name(block)}: the field {field.name} is given again"
                yield self._problem(field.start, message)
            seen.add(field.name.casefold())

    def _problem(self, offset: int, message: str) -> Problem:
        return Problem(self.path, *self.position(offset), message)


def parse(data: bytes, path: str = "", *, keep_bodies: bool = False) -> BibtexDocument:
    """Read a BibTeX file.  No bytes are refused: what is no BibTeX is text between blocks."""
    return BibtexDocument(*decode(data), path, keep_bodies)


def decode(data: bytes) -> tuple[str, str]:
    """Decode to a text that the codec given encodes back to the same bytes.

    A byte-order mark stays in the text, as its first character.
    """
    codecs = ["utf-8", "cp1252"]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        codecs.insert(0, "utf-16-le" if data.startswith(b"\xff") else "utf-16-be")
    elif data[1:8:2] == bytes(4) and len(data) % 2 == 0:
        codecs.insert(0, "utf-16-le")
    elif data[0:8:2] == bytes(4) and len(data) % 2 == 0:
        codecs.insert(0, "utf-16-be")
    for codec in codecs:
        try:
            text = data.decode(codec)
            if codec == "utf-8" or text.encode(codec) == data:
                return text, codec
        except UnicodeError:
            continue
    return data.decode("latin-1"), "latin-1"


def _name(block: Block) -> str:
    return block.key or f"@{block.type}"
