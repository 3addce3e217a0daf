"""The whole list as the rules see it, with what is known across it."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from paracite.bibtex.document import BibtexDocument
from paracite.bibtex.values import MACROS, pieces
from paracite.errors import Problem
from paracite.fields import identifiers
from paracite.manuscripts import Citations
from paracite.reference import Reference
from paracite.rules._entry import CheckedEntry

MACRO = re.compile(r"[^\W\d][^\s\"{}(),=%#']*")
MARKS = ("{", '"')
LEADING = ("crossref", "xref", "xdata", "entryset", "related")  #: fields that hold keys
MACROS_ELSEWHERE = 3  #: unknown macros from which on they are taken to stand in another file


@dataclass(frozen=True, slots=True)
class Allowance:
    """What the list's owner allows: codes, families or names of rules, for one key or for all."""

    codes: tuple[str, ...]
    key: str = ""
    reason: str = ""
    offset: int = -1  #: where in the .bib it stands; -1 in a file of its own

    def covers(self, key: str, *names: str) -> bool:
        """Return whether a finding on `key`, whose rule has these names, is allowed."""
        return self.key in ("", key) and any(name in self.codes for name in names)


@dataclass(frozen=True, slots=True)
class Twin:
    """Another reference that is, or may be, the same work, and why."""

    key: str
    why: str


@dataclass(frozen=True, slots=True)
class LookUp:
    """What registries say of a reference's DOI; `doi` is the one their record stands under."""

    verdict: str
    status: str
    note: str = ""
    doi: str = ""


@dataclass(frozen=True)
class Listing:
    """The whole list, with what is looked up across it; `cited` is what manuscripts cite.

    `duplicates`, `doubts` and `looked_up` are filled in for the rules that ask for them.
    """

    references: tuple[Reference, ...] = ()
    document: BibtexDocument | None = None
    entries: tuple[CheckedEntry, ...] = ()  #: those of a .bib file, in order
    problems: tuple[Problem, ...] = ()  #: what the reader could not read
    cited: Citations | None = None
    allowances: tuple[Allowance, ...] = ()
    unused: tuple[Allowance, ...] = ()  #: those that nothing was found for
    duplicates: Mapping[int, Twin] = field(default_factory=dict)  #: by position in the list
    doubts: Mapping[int, tuple[Twin, ...]] = field(default_factory=dict)
    looked_up: Mapping[int, LookUp] = field(default_factory=dict)
    today: date = field(default_factory=date.today)

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """Further keys of entries, biblatex's `ids`, with the key each stands for."""
        return {alias: entry.key for entry in self.entries for alias in _keys(entry.text("ids"))}

    @cached_property
    def used(self) -> frozenset[str]:
        """Keys that are cited, by an alias too, with what these inherit from, hold and relate to."""
        by_key = {entry.key: entry for entry in self.entries}
        found: set[str] = set()
        waiting = list(self.cited.distinct) if self.cited else []
        while waiting:
            cited = waiting.pop()
            key = self.aliases.get(cited, cited)
            if key in by_key and key not in found:
                waiting += [each for name in LEADING for each in _keys(by_key[key].text(name))]
            found.add(key)
        return frozenset(found)

    @cached_property
    def by_key(self) -> Mapping[str, list[Reference]]:
        """References by their citekey in lower case."""
        return self._grouped(lambda reference: reference.citekey.casefold())

    @cached_property
    def by_doi(self) -> Mapping[str, list[Reference]]:
        """References by their bare DOI."""
        return self._grouped(lambda reference: identifiers.doi(reference.doi))

    @cached_property
    def undefined_macros(self) -> frozenset[str]:
        """Macros used and not defined; none where the file seems to take them from another."""
        document = self.document
        if document is None:
            return frozenset()
        values = {f.value.casefold() for entry in self.entries for f in entry.fields.values()}
        used = {
            piece
            for value in values
            if value[:1] not in MARKS or "#" in value
            for piece in pieces(value)
        }
        defined = {
            field.name.casefold()
            for block in document.blocks
            if block.kind == "string"
            for field in document.fields(block)
        }
        unknown = {piece for piece in used if MACRO.fullmatch(piece)} - defined - MACROS.keys()
        return frozenset(unknown if defined or len(unknown) < MACROS_ELSEWHERE else ())

    @cached_property
    def by_identifier(self) -> Mapping[tuple[str, str], list[Reference]]:
        """References by the name and value of their identifiers other than DOIs."""
        groups: dict[tuple[str, str], list[Reference]] = defaultdict(list)
        for each in self.references:
            for identifier in self.identifiers_of(each):
                groups[identifier].append(each)
        return groups

    def identifiers_of(self, reference: Reference) -> list[tuple[str, str]]:
        """Return the PMID, arXiv number and (of a whole book) ISBN of a reference."""
        found = [("pmid", reference.pmid)]
        if reference.type == "book" and reference.isbn:
            found.append(("isbn", identifiers.isbn(reference.isbn)))
        if eprint := reference.get("eprint"):
            found.append(("eprint", identifiers.arxiv(f"arxiv:{eprint.removeprefix('arXiv:')}")))
        return [each for each in found if each[1]]

    def _grouped(self, key: Callable[[Reference], str]) -> Mapping[str, list[Reference]]:
        groups: dict[str, list[Reference]] = defaultdict(list)
        for each in self.references:
            if value := key(each):
                groups[value].append(each)
        return groups


def _keys(text: str) -> list[str]:
    return [key for key in map(str.strip, text.split(",")) if key]
