"""What a rule may look at: a reference, the entry it was read from, and the list it is in."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from paracite.bibtex.body import Fault, Field
from paracite.bibtex.document import Document
from paracite.bibtex.values import MACROS, pieces
from paracite.errors import Problem
from paracite.fields import identifiers
from paracite.manuscripts import Citations
from paracite.reference import Name, Reference

# The fields of an entry that hold a CSL variable, the one that counts first.
SOURCE_NAMES = {
    "accessed": ("urldate",),
    "chapter_number": ("chapter",),
    "collection_title": ("series",),
    "container_title": ("journal", "journaltitle", "booktitle"),
    "event_title": ("eventtitle",),
    "genre": ("type",),
    "issue": ("number", "issue"),
    "issued": ("date", "year"),
    "keyword": ("keywords", "keyword"),
    "number_of_pages": ("pagetotal",),
    "number_of_volumes": ("volumes",),
    "page": ("pages", "page"),
    "publisher": ("publisher", "school", "institution", "organization", "howpublished"),
    "publisher_place": ("address", "location"),
    "title_short": ("shorttitle",),
}
# Fields of free text; abstracts are left out, for nobody prints them.
PROSE = (
    *("title", "container_title", "collection_title", "publisher", "publisher_place"),
    *("note", "event_title", "genre", "title_short"),
)
VERBATIM = frozenset(
    [
        *("abstract", "annote", "annotation", "doi", "eprint", "file", "local-url", "pdf", "url"),
        *("keywords", "keyword", "printed", "timestamp", "owner", "groups", "ids", "options"),
        *("bdsk-file-1", "bdsk-url-1", "bdsk-url-2", "biburl", "bibsource", "adsurl", "comment"),
        *("isbn", "issn", "pmid", "pmcid", "date-added", "date-modified", "crossref", "xdata"),
        *("mendeley-tags", "mendeley-groups", "urldate", "review", "xref", "related", "sortkey"),
        *("verba", "verbb", "verbc", "langid", "entryset", "archiveprefix", "primaryclass"),
    ]
)
PARENTS = frozenset(["crossref", "xdata"])
MACRO = re.compile(r"[^\W\d][^\s\"{}(),=%#']*")
MARKS = ("{", '"')
MACROS_ELSEWHERE = 3  #: unknown macros from which on they are taken to stand in another file


@dataclass(frozen=True)
class Entry:
    """A BibTeX entry: its type in lower case, its fields by name in lower case, its faults.

    `texts` are the values without delimiters; macros and joined pieces have none.
    """

    type: str
    key: str
    fields: Mapping[str, Field]
    start: int = 0
    end: int = 0
    key_start: int = 0
    faults: tuple[Fault, ...] = ()
    repeated: tuple[Field, ...] = ()  #: fields whose name stood in the entry before

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """Return the text of every field that has one."""
        found = ((name, inner(field.value)) for name, field in self.fields.items())
        return {name: text for name, text in found if text}

    def text(self, name: str) -> str:
        """Return what stands between the delimiters of a field, `""` where there is nothing."""
        return self.texts.get(name, "")


def inner(value: str) -> str:
    """Return a value without its delimiters; `""` where it is no single delimited piece."""
    if "#" in value and _is_joined(value):
        return ""
    ends = value[:1] + value[-1:]
    if ends in ("{}", '""'):
        return value[1:-1]
    return value if value.isdecimal() else ""


def _is_joined(value: str) -> bool:
    """Return whether a `#` stands outside of all delimiters."""
    depth = 0
    quoted = False
    for character in value:
        if character == '"' and not depth:
            quoted = not quoted
        depth += {"{": 1, "}": -1}.get(character, 0)
        if character == "#" and not depth and not quoted:
            return True
    return False


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
    """The whole list, with what is looked up across it; `cited` is what manuscripts cite."""

    references: tuple[Reference, ...] = ()
    document: Document | None = None
    entries: tuple[Entry, ...] = ()  #: those of a .bib file, in order
    problems: tuple[Problem, ...] = ()  #: what the reader could not read
    cited: Citations | None = None
    allowances: tuple[Allowance, ...] = ()
    unused: tuple[Allowance, ...] = ()  #: those that nothing was found for
    duplicates: Mapping[int, Twin] = field(default_factory=dict)  #: by the `id` of a reference
    doubts: Mapping[int, tuple[Twin, ...]] = field(default_factory=dict)
    looked_up: Mapping[int, LookUp] = field(default_factory=dict)
    today: date = field(default_factory=date.today)

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


@dataclass(frozen=True)
class Case:
    """A reference, in .bib files its entry, and the list it stands in."""

    reference: Reference
    entry: Entry | None = None
    listing: Listing = field(default_factory=Listing)

    def source_name(self, name: str) -> str:
        """Return the name that the field has in the source, or would have there."""
        if self.entry is None or name in self.entry.fields:
            return name
        known = SOURCE_NAMES.get(name, ())
        return next((each for each in known if each in self.entry.fields), [*known, name][0])

    def text(self, name: str) -> str:
        """Return the field as written in the source, without delimiters; names only from .bib."""
        if self.entry is not None:
            texts = self.entry.texts
            if name in texts or name not in SOURCE_NAMES:
                return texts.get(name, "")
            return texts.get(self.source_name(name), "")
        value = getattr(self.reference, name, "")
        return value if isinstance(value, str) else ""

    def names(self, field: str) -> tuple[Name, ...]:
        """Return the names of a field."""
        found: tuple[Name, ...] = getattr(self.reference, field)
        return found

    @cached_property
    def doi(self) -> str:
        """The bare DOI in lower case, `""` where the field holds none."""
        return identifiers.doi(self.reference.doi) if self.reference.doi else ""

    @cached_property
    def prose(self) -> tuple[tuple[str, str], ...]:
        """Name and text, as written in the source, of every field that people wrote."""
        if self.entry is not None:
            return tuple(each for each in self.entry.texts.items() if each[0] not in VERBATIM)
        values = ((name, getattr(self.reference, name)) for name in PROSE)
        return tuple((name, text) for name, text in values if text)

    @cached_property
    def missing_parents(self) -> tuple[tuple[str, str], ...]:
        """Field and key of each entry that this one inherits from and the file lacks."""
        document = self.listing.document
        if self.entry is None or document is None or PARENTS.isdisjoint(self.entry.fields):
            return ()
        return tuple(
            (field, key)
            for field in PARENTS
            for key in filter(None, (part.strip() for part in self.entry.text(field).split(",")))
            if document.find(key) is None
        )

    @property
    def printed(self) -> str:
        """The text as it was printed, where the reference was read from running text."""
        return self.reference.origin.text
