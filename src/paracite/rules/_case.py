"""What a rule looks at: a reference, the entry it was read from, and the list it is in."""

from dataclasses import dataclass, field
from functools import cached_property

from paracite.fields import identifiers
from paracite.reference import Name, Reference
from paracite.rules._entry import CheckedEntry
from paracite.rules._listing import Listing, LookUp, Twin

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


@dataclass(frozen=True)
class Case:
    """A reference, in .bib files its entry, and the list it stands in."""

    reference: Reference
    entry: CheckedEntry | None = None
    listing: Listing = field(default_factory=Listing)
    position: int = 0  #: of the reference in the list

    @property
    def twin(self) -> Twin | None:
        """Another reference that is the same work, and is the one to keep."""
        return self.listing.duplicates.get(self.position)

    @property
    def doubts(self) -> tuple[Twin, ...]:
        """Earlier references that may be the same work."""
        return self.listing.doubts.get(self.position, ())

    @property
    def looked_up(self) -> LookUp | None:
        """What registries say of the DOI, where they were asked."""
        return self.listing.looked_up.get(self.position)

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
