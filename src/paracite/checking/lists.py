"""A list as the rules see it: its references, their entries in the file, and its text."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat

from paracite import opening
from paracite.bibtex import document as bibtex
from paracite.bibtex.body import Field
from paracite.bibtex.scan import Block
from paracite.checking import suppressing
from paracite.manuscripts import Citations
from paracite.opening import OpenList
from paracite.rules import Case, CheckedEntry, Finding, Listing

Place = tuple[int, int, int]  #: line and column, counted from 1, and length in characters


@dataclass(frozen=True)
class CheckedList:
    """A list ready to be checked: as it was opened, and as the rules see it."""

    opened: OpenList
    listing: Listing

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """One case for each reference, in order."""
        listing = self.listing
        by_start = {entry.start: entry for entry in listing.entries}
        entries: Iterable[CheckedEntry | None] = (
            (by_start[block.start] for block in self.opened.blocks)
            if listing.document
            else repeat(None, len(listing.references))
        )
        pairs = zip(listing.references, entries, strict=True)
        return tuple(
            Case(reference, entry, listing, position)
            for position, (reference, entry) in enumerate(pairs)
        )

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the file, without their ends."""
        return tuple(bibtex.NEWLINE.split(self.opened.text))

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
    """Open a file to be checked.  Raises `ReadError` where it cannot be read."""
    return of(opening.open_list(path, format_name, keep_bodies=True), cited)


def of(opened: OpenList, cited: Citations | None = None) -> CheckedList:
    """Make of an opened list what the rules look at."""
    document = opened.document
    listing = Listing(
        opened.written if document else opened.references,  # a wrong key of a .bib is a finding
        document,
        tuple(_entry(document, block) for block in document.entries) if document else (),
        problems=() if document else opened.problems,  # the rules find those of a .bib
        cited=cited,
        allowances=(*suppressing.in_comments(document), *opened.sidecar.allowances),
    )
    return CheckedList(opened, listing)


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


def _entry(document: bibtex.BibtexDocument, block: Block) -> CheckedEntry:
    body = document.body(block)
    fields: dict[str, Field] = {}
    repeated: list[Field] = []
    for field in body.fields:
        name = field.name.casefold()
        if name in fields:
            repeated.append(field)
        else:
            fields[name] = field
    return CheckedEntry(
        block.type.casefold(),
        block.key,
        fields,
        block.start,
        block.end,
        body.key_start,
        body.faults,
        tuple(repeated),
    )
