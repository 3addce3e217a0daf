"""A list as it was opened: one value that every verb takes, and every edit starts from.

Whatever is asked of a list (duplicates, findings, verdicts, another format) is asked of this
one reading of one set of bytes.  A reference is known by its position, an entry by its place
in those very bytes, and nothing is written unless the file still has them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from paracite import files, library, readers, sidecar
from paracite.bibtex import document as bibtex
from paracite.bibtex.scan import Block
from paracite.citekeys import unused, with_citekeys
from paracite.errors import Problem, ReadError, WriteError
from paracite.library import FileChange
from paracite.readers import Reader
from paracite.readers import bibtex as bibtex_reader
from paracite.reference import Reference
from paracite.sidecar import Sidecar


@dataclass(frozen=True)
class OpenList:
    """A reference list and all that belongs to it.

    `references` have each a citekey of its own; `written` are the same, in the same order,
    with the keys that the file has.  An editable format has its lossless `document`, and
    in `blocks` the entry of each reference.
    """

    path: str  #: `-` for stdin, `""` for text that is in no file
    data: bytes
    reader: Reader
    references: tuple[Reference, ...]
    written: tuple[Reference, ...]
    problems: tuple[Problem, ...]
    sidecar: Sidecar
    document: bibtex.BibtexDocument | None = None
    blocks: tuple[Block, ...] = ()

    @cached_property
    def text(self) -> str:
        """The file's own text, `""` where it is no text."""
        if self.document is not None:
            return self.document.text
        return "" if b"\0" in self.data else readers.Document(self.path, self.data).text

    def editable_document(self) -> bibtex.BibtexDocument:
        """Return the document that edits are spliced into.

        Raises `WriteError` for a format that is not edited in place, and for stdin.
        """
        if self.path in ("", files.STANDARD):
            raise WriteError(self.path or "text", "cannot be edited", "name a .bib file")
        if self.document is None:
            raise library.not_editable(self.path, self.reader.name)
        return self.document

    def line(self, position: int) -> int:
        """Return the line, counted from 1, at which a reference begins; 0 where none is known."""
        return self.references[position].origin.line

    def find_again(self, other: "OpenList", position: int) -> int | None:
        """Return the position here of a reference of `other`, an earlier reading of this file.

        It is the same one where key and text are; which of several equal ones counts not.
        """
        wanted = other.own_text(position)
        key = other.written[position].citekey
        for at, reference in enumerate(self.written):
            if reference.citekey == key and self.own_text(at) == wanted:
                return at
        return None

    def own_text(self, position: int) -> str:
        """Return the text of one reference in the file: its entry, or what was printed."""
        if self.document is not None:
            return self.document.raw(self.blocks[position])
        reference = self.written[position]
        return reference.origin.text or repr(reference)

    def with_document(self, document: bibtex.BibtexDocument) -> "OpenList":
        """Return the list that an edit of this one makes; nothing is written yet."""
        return _of_bibtex(document, self.data, self.reader, self.sidecar)

    def save(self, document: bibtex.BibtexDocument, texts: Sequence[FileChange] = ()) -> bool:
        """Write an edited document, and with it the texts that cite it, all or nothing.

        Raises `WriteError` where the file is no longer what it was when it was opened.
        """
        self.editable_document()
        return library.save_together([FileChange(self.path, self.data, document.data), *texts])


def open_list(path: str, format_name: str = "", *, keep_bodies: bool = False) -> OpenList:
    """Open the list in a file (`-`: stdin), in the format named or else recognised.

    With `keep_bodies` the entries of a .bib file stay split, for those who look at each field
    again.  Raises `ReadError` where nothing can be read, `ParaciteError` for a file beside
    it that is not as it should be.
    """
    return open_bytes(files.read_bytes(path), path, format_name, keep_bodies=keep_bodies)


def open_bytes(
    data: bytes, path: str = "", format_name: str = "", *, keep_bodies: bool = False
) -> OpenList:
    """Open a list that is at hand already; `path` is named in messages.  Raises as `open_list`."""
    if not data.strip():
        raise ReadError(path or "the text", "is empty", "nothing to read")
    source = readers.Document(path, data)
    reader = readers.reader(format_name) if format_name else readers.recognise(source)
    beside = sidecar.load(path)
    if reader.editable:
        document = bibtex.parse(data, path, keep_bodies=keep_bodies)
        return _of_bibtex(document, data, reader, beside)
    reading = reader.read(source)
    keyed = with_own_keys(reading.references)
    return OpenList(path, data, reader, keyed, reading.references, reading.problems, beside)


def open_loose(data: bytes, path: str = "") -> OpenList:
    """Open a file of any format, a page with a list in it, or else bare references.

    Raises as `open_list`.
    """
    try:
        return open_bytes(data, path)
    except ReadError:
        if not data.strip() or readers.recognise(readers.Document(path, data)).name != "text":
            raise
        return open_bytes(data, path, "list")  # no page: all of it is references


def open_all(paths: Iterable[str], format_name: str = "") -> tuple[OpenList, ...]:
    """Open several lists.  Raises as `open_list`."""
    return tuple(open_list(path, format_name) for path in paths)


def joined(lists: Sequence[OpenList]) -> tuple[Reference, ...]:
    """Return the references of several lists, in order, each with a citekey of its own."""
    if len(lists) == 1:
        return lists[0].references
    return with_own_keys(each for one in lists for each in one.references)


def with_own_keys(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """Return references each with a citekey of its own; the first to have a key keeps it."""
    named = with_citekeys(references)
    if len({each.citekey for each in named}) == len(named):
        return named
    used: set[str] = set()
    taken = {each.citekey.casefold() for each in named}
    distinct: list[Reference] = []
    for reference in named:
        key = reference.citekey
        if key in used:
            key = unused(key, taken)
            taken.add(key.casefold())
        used.add(key)
        distinct.append(reference if key == reference.citekey else replace(reference, citekey=key))
    return tuple(distinct)


def _of_bibtex(
    document: bibtex.BibtexDocument, data: bytes, reader: Reader, beside: Sidecar
) -> OpenList:
    """Make the list of a document; `data` are the bytes of the file, edited or not."""
    reading, blocks = bibtex_reader.of_document(document)
    written = reading.references
    return OpenList(
        document.path,
        data,
        reader,
        with_own_keys(written),
        written,
        reading.problems,
        beside,
        document,
        blocks,
    )
