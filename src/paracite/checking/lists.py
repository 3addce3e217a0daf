"""A list as the rules see it: its references, their entries in the file, and its text."""

from dataclasses import dataclass
from functools import cached_property

from paracite import citekeys, readers
from paracite.bibtex import document as bibtex
from paracite.bibtex.body import Body, Field
from paracite.bibtex.scan import Block
from paracite.checking import suppressing
from paracite.manuscripts import Citations
from paracite.readers.bibtex import references as references_of
from paracite.rules import Case, Entry, Finding, Listing

Place = tuple[int, int, int]  #: line and column, counted from 1, and length in characters


@dataclass(frozen=True)
class CheckedList:
    """A list ready to be checked; `text` is the file's own, where it is text at all."""

    path: str
    listing: Listing
    text: str = ""

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """One case for each reference, in order."""
        references = self.listing.references
        if self.listing.document is None:
            return tuple(Case(each, None, self.listing) for each in references)
        entries = (
            entry
            for entry in self.listing.entries
            if entry.type != "xdata" and (entry.key or entry.fields)
        )
        pairs = zip(references, entries, strict=True)
        return tuple(Case(each, entry, self.listing) for each, entry in pairs)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the file, without their ends."""
        return tuple(bibtex.NEWLINE.split(self.text))

    def source_line(self, number: int) -> str:
        """Return one line of the file, or `""` where it has none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def place(self, case: Case, finding: Finding) -> Place:
        """Find where in the file, or in the manuscript that cites, a finding belongs."""
        if finding.cited:
            return finding.cited.line, finding.cited.column, len(finding.cited.key)
        document = self.listing.document
        if document is None:
            return self._in_text(case.reference.origin.line, finding.at)
        start, length = _span(case, finding)
        line, column = document.position(start)
        return line, column, max(1, min(length, len(self.source_line(line)) - column + 1))

    def _in_text(self, line: int, piece: str) -> Place:
        column = self.source_line(line).find(piece) if piece else -1
        return max(line, 1), max(column, 0) + 1, len(piece) if column >= 0 else 1


def load(path: str, format_name: str = "", cited: Citations | None = None) -> CheckedList:
    """Read a file to be checked.  Raises `ReadError` where it cannot be read."""
    document = readers.load(path)
    chosen = readers.reader(format_name) if format_name else readers.recognise(document)
    if chosen.name == "bibtex":
        return of_bibtex(bibtex.parse(document.data, path), cited)
    reading = chosen.read(document)
    allowed = suppressing.allowances(path, None)
    references = citekeys.with_citekeys(reading.references)
    listing = Listing(references, problems=reading.problems, cited=cited, allowances=allowed)
    return CheckedList(path, listing, "" if b"\0" in document.data else document.text)


def of_bibtex(document: bibtex.Document, cited: Citations | None = None) -> CheckedList:
    """Make the list of a BibTeX document."""
    document = _Split(document.text, document.codec, document.path)
    references = tuple(references_of(document))
    allowed = suppressing.allowances(document.path, document)
    entries = tuple(_entry(document, block) for block in document.entries)
    listing = Listing(references, document, entries, cited=cited, allowances=allowed)
    return CheckedList(document.path, listing, document.text)


class _Split(bibtex.Document):
    """A document that keeps its entries once they are split, for a check asks twice."""

    @cached_property
    def _bodies(self) -> dict[int, Body]:
        return {}

    def body(self, block: Block) -> Body:
        found = self._bodies.get(block.start)
        if found is None:
            found = self._bodies[block.start] = super().body(block)
        return found


def _span(case: Case, finding: Finding) -> tuple[int, int]:
    """Return the offset and length of what a finding of a .bib file is about."""
    if finding.offset >= 0:
        return finding.offset, len(finding.at)
    entry = case.entry
    if entry is None:
        return 0, 0
    field = entry.fields.get(case.source_name(finding.field))
    if field is None:
        return entry.key_start, len(case.reference.citekey)
    inside = field.value.find(finding.at) if finding.at else -1
    if inside >= 0:
        return field.value_start + inside, len(finding.at)
    return field.value_start, len(field.value)


def _entry(document: bibtex.Document, block: Block) -> Entry:
    body = document.body(block)
    fields: dict[str, Field] = {}
    repeated: list[Field] = []
    for field in body.fields:
        name = field.name.casefold()
        if name in fields:
            repeated.append(field)
        else:
            fields[name] = field
    return Entry(
        block.type.casefold(),
        block.key,
        fields,
        block.start,
        block.end,
        body.key_start,
        body.faults,
        tuple(repeated),
    )
