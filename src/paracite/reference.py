"""The one data type: a reference, in the vocabulary of CSL 1.0.2.

Fields carry the names of CSL variables with `_` for `-`, in lower case.  Values
are frozen and hashable; change one with `dataclasses.replace`.  What CSL has no
variable for lives in `extra`, so nothing that was read is lost.

Source: CSL 1.0.2 specification, appendices III (types) and IV (variables).
"""

from dataclasses import MISSING, dataclass, field, fields
from importlib import import_module
from typing import Any


def _shown(value: Any) -> str:
    """Return a dataclass as it is written, without the fields that are empty."""
    given = (
        f"{each.name}={getattr(value, each.name)!r}"
        for each in fields(value)
        if each.compare
        and getattr(value, each.name) != each.default
        and each.default is not MISSING
    )
    return f"{type(value).__name__}({', '.join(given)})"


@dataclass(frozen=True, slots=True, repr=False)
class Name:
    """A person (`family`, `given` …) or, in `literal`, an institution or single name."""

    family: str = ""
    given: str = ""
    dropping_particle: str = ""
    non_dropping_particle: str = ""
    suffix: str = ""
    literal: str = ""

    def __repr__(self) -> str:
        """The fields it has."""
        return _shown(self)

    def __str__(self) -> str:
        """The name in reading order."""
        parts = (
            self.given,
            self.dropping_particle,
            self.non_dropping_particle,
            self.family,
            self.suffix,
        )
        return self.literal or " ".join(filter(None, parts))


#: Last of a list whose other names the source leaves out ("et al.", "and others").
OTHERS = Name(literal="others")


@dataclass(frozen=True, slots=True, repr=False)
class Date:
    """A date as precise as its source; what is no date stays in `literal`.

    Years are those of CSL, which has no year zero: 44 BCE is -44.  `season` is 1 to 4 from
    spring; `end` makes a range, and an open range ends in `Date()`.
    """

    year: int | None = None
    month: int = 0
    day: int = 0
    season: int = 0
    end: "Date | None" = None
    circa: bool = False
    literal: str = ""

    def __repr__(self) -> str:
        """The fields it has."""
        return _shown(self)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a reference was read (`line` counts from 1) and its text as printed there."""

    path: str = ""
    line: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Reference:
    """A cited work.  Empty fields are `""`, `()` or None, never missing."""

    citekey: str = ""
    type: str = "document"

    # names
    author: tuple[Name, ...] = ()
    chair: tuple[Name, ...] = ()
    collection_editor: tuple[Name, ...] = ()
    compiler: tuple[Name, ...] = ()
    composer: tuple[Name, ...] = ()
    container_author: tuple[Name, ...] = ()
    contributor: tuple[Name, ...] = ()
    curator: tuple[Name, ...] = ()
    director: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    editor_translator: tuple[Name, ...] = ()
    editorial_director: tuple[Name, ...] = ()
    executive_producer: tuple[Name, ...] = ()
    guest: tuple[Name, ...] = ()
    host: tuple[Name, ...] = ()
    illustrator: tuple[Name, ...] = ()
    interviewer: tuple[Name, ...] = ()
    narrator: tuple[Name, ...] = ()
    organizer: tuple[Name, ...] = ()
    original_author: tuple[Name, ...] = ()
    performer: tuple[Name, ...] = ()
    producer: tuple[Name, ...] = ()
    recipient: tuple[Name, ...] = ()
    reviewed_author: tuple[Name, ...] = ()
    script_writer: tuple[Name, ...] = ()
    series_creator: tuple[Name, ...] = ()
    translator: tuple[Name, ...] = ()

    # dates
    accessed: Date | None = None
    available_date: Date | None = None
    event_date: Date | None = None
    issued: Date | None = None
    original_date: Date | None = None
    submitted: Date | None = None

    # titles
    title: str = ""
    title_short: str = ""
    part_title: str = ""
    volume_title: str = ""
    container_title: str = ""
    container_title_short: str = ""
    collection_title: str = ""
    original_title: str = ""
    reviewed_title: str = ""
    event_title: str = ""

    # numbers
    chapter_number: str = ""
    collection_number: str = ""
    edition: str = ""
    issue: str = ""
    number: str = ""
    number_of_pages: str = ""
    number_of_volumes: str = ""
    page: str = ""
    page_first: str = ""
    part_number: str = ""
    printing_number: str = ""
    section: str = ""
    supplement_number: str = ""
    version: str = ""
    volume: str = ""

    # publication
    publisher: str = ""
    publisher_place: str = ""
    original_publisher: str = ""
    original_publisher_place: str = ""
    event_place: str = ""
    archive: str = ""
    archive_collection: str = ""
    archive_location: str = ""
    archive_place: str = ""
    authority: str = ""
    call_number: str = ""
    dimensions: str = ""
    division: str = ""
    genre: str = ""
    jurisdiction: str = ""
    language: str = ""
    license: str = ""
    medium: str = ""
    references: str = ""
    reviewed_genre: str = ""
    scale: str = ""
    source: str = ""
    status: str = ""

    # identifiers
    doi: str = ""
    isbn: str = ""
    issn: str = ""
    pmcid: str = ""
    pmid: str = ""
    url: str = ""

    # notes
    abstract: str = ""
    annote: str = ""
    keyword: str = ""
    note: str = ""

    extra: tuple[tuple[str, str], ...] = ()  #: (name, value), kept verbatim
    origin: Origin = field(default=Origin(), compare=False)

    def __repr__(self) -> str:
        """The fields it has."""
        return _shown(self)

    def _repr_html_(self) -> str:
        """The reference in APA style, for notebooks."""
        api = import_module("paracite.api")  # the data type itself knows no styles
        return str(api.styled_html([self]))

    def get(self, name: str) -> str:
        """Return the first value that `extra` holds under `name`, or `""`."""
        return next((value for key, value in self.extra if key == name), "")


def _of_type(kind: object) -> tuple[str, ...]:
    return tuple(f.name for f in fields(Reference) if f.type == kind)


NAME_FIELDS = _of_type(tuple[Name, ...])
DATE_FIELDS = _of_type(Date | None)
TEXT_FIELDS = tuple(n for n in _of_type(str) if n not in ("citekey", "type"))

TYPES = frozenset(
    [
        "article",
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "bill",
        "book",
        "broadcast",
        "chapter",
        "classic",
        "collection",
        "dataset",
        "document",
        "entry",
        "entry-dictionary",
        "entry-encyclopedia",
        "event",
        "figure",
        "graphic",
        "hearing",
        "interview",
        "legal_case",
        "legislation",
        "manuscript",
        "map",
        "motion_picture",
        "musical_score",
        "pamphlet",
        "paper-conference",
        "patent",
        "performance",
        "periodical",
        "personal_communication",
        "post",
        "post-weblog",
        "regulation",
        "report",
        "review",
        "review-book",
        "software",
        "song",
        "speech",
        "standard",
        "thesis",
        "treaty",
        "webpage",
    ]
)
