"""Grounds on which a record is the work that a printed citation names.

Each ground is a row: what must be found, and how far.  The figures were set on half of the
reference strings of Crossref's evaluation of reference matching;
`benchmarks/match_quality.py` measures both halves.
"""

from dataclasses import dataclass

from paracite.matching.citation_fields import CitationFields, Year

ANY = frozenset(Year)
SAME = frozenset([Year.SAME])
NEAR = frozenset([Year.SAME, Year.NEXT])  #: stated, and at most one year off
UNDISPUTED = frozenset([Year.SAME, Year.NEXT, Year.UNKNOWN])

LONG_START = 0.9  #: how far the start of a title cut short must be found
# Share of a citation's words that are explained, or of the title that is found, from which on
# it has no words left that could be another title.
NO_OTHER_TITLE = 0.7


@dataclass(frozen=True, slots=True)
class Ground:
    """The least that must be found of a record, by field, 0 to 1; 0 asks for nothing."""

    name: str
    title: float = 0.0
    title_length: int = 0  #: characters: a short title may stand in any text
    cut_title: bool = False  #: a long start of the title will do
    author: float = 0.0  #: the first one
    authors: float = 0.0  #: share of them all
    year: frozenset[Year] = ANY
    located: int = 0  #: how many of volume and page
    container: float = 0.0
    explained: float = 0.0
    no_other_title: bool = False
    lacks: tuple[str, ...] = ()  #: fields that the record must not have

    def holds(self, found: CitationFields) -> bool:
        """Return whether as much of a record is found in a citation."""
        return (
            self._has_title(found)
            and or_zero(found.author) >= self.author
            and found.authors >= self.authors
            and found.year in self.year
            and found.located >= self.located
            and or_zero(found.container) >= self.container
            and found.explained >= self.explained
            and all(getattr(found, field) is None for field in self.lacks)
        )

    def _has_title(self, found: CitationFields) -> bool:
        if self.no_other_title and max(found.explained, found.title) < NO_OTHER_TITLE:
            return False
        if self.cut_title and found.title_start >= LONG_START:
            return True
        return found.title >= self.title and found.title_length >= self.title_length


NOBODY = ("author",)
GROUNDS = (
    Ground("title, author, year", title=0.9, title_length=25, author=0.75, year=UNDISPUTED),
    Ground("title, author, year", title=0.9, title_length=25, author=0.75, located=1),
    Ground(
        "title, author, numbers",
        title=0.82,
        title_length=12,
        cut_title=True,
        author=0.8,
        year=NEAR,
        located=1,
    ),
    Ground(
        "title, author, numbers",
        title=0.82,
        title_length=12,
        cut_title=True,
        author=0.8,
        located=2,
    ),
    Ground(
        "title, author, year, container",
        title=0.9,
        title_length=8,
        author=0.8,
        year=SAME,
        container=0.9,
    ),
    Ground(
        "title, author, year, and nothing else",
        title=0.95,
        title_length=10,
        author=0.8,
        year=SAME,
        explained=0.8,
    ),
    Ground(
        "title, container, year",
        title=0.95,
        title_length=6,
        lacks=NOBODY,
        year=SAME,
        container=0.85,
        explained=0.7,
    ),
    Ground(
        "title, container, year",
        title=0.95,
        title_length=25,
        lacks=NOBODY,
        year=UNDISPUTED,
        container=0.85,
        explained=0.9,
    ),
    Ground(
        "title, container, volume, page",
        title=0.9,
        title_length=12,
        lacks=NOBODY,
        year=UNDISPUTED,
        located=2,
        container=0.85,
    ),
    Ground("title, year", title=0.95, title_length=25, lacks=NOBODY, year=SAME, explained=0.9),
    Ground(
        "author, year, volume, page",
        no_other_title=True,
        author=0.8,
        authors=0.6,
        year=SAME,
        located=2,
    ),
    Ground(
        "author, year, volume, page",
        no_other_title=True,
        author=0.8,
        authors=0.6,
        year=UNDISPUTED,
        located=2,
        container=0.85,
    ),
    Ground(
        "author, year, page, container",
        no_other_title=True,
        lacks=("volume",),
        author=0.9,
        year=SAME,
        located=1,
        container=0.9,
    ),
    Ground(
        "author, year, volume, container",
        lacks=("page",),
        author=0.9,
        authors=1.0,
        year=SAME,
        located=1,
        container=0.95,
        explained=0.9,
    ),
    Ground(
        "year, volume, page, container",
        lacks=NOBODY,
        year=SAME,
        located=2,
        container=0.95,
        explained=0.95,
    ),
)
#: Not enough to choose a record, but enough to show it to a person though numbers disagree.
WORTH_SHOWING = Ground(
    "title, author, container", title=0.95, title_length=25, author=0.8, container=0.85
)


def or_zero(value: float | None) -> float:
    """Return how far a field is found, 0 where the record has none."""
    return 0.0 if value is None else value


def ground(found: CitationFields) -> str:
    """Return the name of the ground on which a record is the work cited, or `""`."""
    if found.contradiction:
        return ""
    return next((row.name for row in GROUNDS if row.holds(found)), "")
