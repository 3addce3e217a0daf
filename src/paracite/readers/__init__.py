"""Readers: each turns one file format into references.  One file a format."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import PurePath

from paracite import files, plugins
from paracite.errors import ParaciteError, Problem, ReadError
from paracite.reference import Reference
from paracite.text import decode

__all__ = ["Document", "Problem", "Reader", "Reading"]


@dataclass(frozen=True)
class Document:
    """The bytes of an input and the path to name in messages (`-` for stdin)."""

    path: str
    data: bytes

    @cached_property
    def text(self) -> str:
        """The bytes decoded, newlines as in the file."""
        return decode(self.data)[0]

    @property
    def suffix(self) -> str:
        """The suffix of the path in lower case, with its dot."""
        return PurePath(self.path).suffix.lower()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of a document: references in order, and what it could not read."""

    references: tuple[Reference, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: its name, the suffixes it claims, how it looks and how it is read.

    `sniff` looks at content alone and is sure when it says yes.  `read` raises
    `ReadError` only when nothing at all can be read.  An `editable` format is changed in
    place, its other bytes kept.
    """

    name: str
    suffixes: tuple[str, ...]
    sniff: Callable[[Document], bool]
    read: Callable[[Document], Reading]
    editable: bool = False


def names() -> tuple[str, ...]:
    """Name every format that can be read."""
    return plugins.names(sys.modules[__name__])


@cache
def reader(name: str) -> Reader:
    """Return the reader of the format `name`.  Raises `ParaciteError` for an unknown one."""
    if name not in names():
        known = ", ".join(names())
        raise ParaciteError(f"unknown format {name!r}", f"formats that can be read: {known}")
    found: Reader = plugins.load(sys.modules[__name__], name).reader
    return found


def load(path: str) -> Document:
    """Read the bytes of `path` (`-`: stdin).  Raises `ReadError` where there are none."""
    document = Document(path, files.read_bytes(path))
    if not document.data.strip():
        raise ReadError(path, "is empty", "nothing to read")
    return document


def read(path: str, format_name: str = "") -> Reading:
    """Read the references of a file and nothing beside it, in the format named or recognised.

    Who means to do something with a list opens it (`paracite.opening`).  Raises `ReadError`
    where the input cannot be read in that format.
    """
    document = load(path)
    chosen = reader(format_name) if format_name else recognise(document)
    return chosen.read(document)


def recognise(document: Document) -> Reader:
    """Find the reader for a document: by its content, else by its suffix, else as text.

    Raises `ReadError` for binary data that no reader knows.
    """
    by_suffix = []
    for each in map(reader, names()):  # imported one by one, until one knows its own
        if document.suffix in each.suffixes:
            by_suffix.append(each)
            if each.sniff(document):
                return each
    for each in map(reader, names()):
        if each.sniff(document):
            return each
    if "\0" in document.text[:4096]:  # the text, for UTF-16 has zero bytes too
        known = ", ".join(names())
        raise ReadError(
            document.path, "is binary data of no known format", f"formats that can be read: {known}"
        )
    return by_suffix[0] if by_suffix else reader("text")
