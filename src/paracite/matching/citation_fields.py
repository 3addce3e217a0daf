"""Citation fields: how far the fields of a record are found in the words of a citation."""

import re
from dataclasses import dataclass, replace
from enum import Enum

from rapidfuzz import fuzz

from paracite.fields.kinds import IN_TEXT
from paracite.fields.pages import bounds
from paracite.fields.words import STOP_WORDS
from paracite.reference import Reference
from paracite.text import DASHES, fold, words

NUMBER = re.compile(r"[a-z]?\d+(?:\.\d+)?[a-z]?")
RANGE = re.compile(r"\b([a-z]{0,2}\d+[a-z]?)\s*-+\s*([a-z]{0,2}\d+[a-z]?)\b")
LABEL = re.compile(r"\A\s*[\[(]?\d{1,4}[\]).:]\s*(?=\D)")
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
START = 60  #: characters at a citation's start in which the first author stands
MOST_NAMES = 8  #: of a record that are looked for
SHORTEST_TITLE = 4  #: characters; a shorter one is found in any text
CUT_TITLE, SHORTEST_START = 0.6, 20  #: share and characters of a title that is cut short
# Titles whose words are there in another order are found less surely than one in its order.
OTHER_ORDER = 0.97
SHORTEST_FAMILY = 3  #: letters; a shorter family name must be a word of its own
CUT_WORDS = (3, 4, 5)  #: letters of the words that abbreviations are the start of
# What contradicts a record; set, like the grounds, on half of the reference strings of
# Crossref's evaluation.
TITLED = 0.7  #: likeness from which a citation has a title like the record's
SAME_KIND = 80  #: likeness, in percent, from which two name one kind of text
ALL_OF_THE_TITLE = 0.99  #: below it the title found may be another one by a word
SAME_CONTAINER = 0.6  #: likeness of a container that is there, if abbreviated
MOSTLY_EXPLAINED = 0.6


class Year(Enum):
    """How the year of a record agrees with those of a citation."""

    SAME = 1.0
    NEXT = 0.5  #: one year off, as a print that follows its online version
    OTHER = 0.0
    UNKNOWN = None  #: one of the two has none


class Contradiction(Enum):
    """What rules a record out though much of it is found in a citation."""

    OTHER_KIND = "one is a text about the other"
    WHOLE = "a part is cited, and this is the whole"
    TITLE_AND_PAGE = "title and page differ"
    NUMBERS = "volume or year, and page differ"
    NUMBERS_AND_CONTAINER = "volume, page, year and container differ"
    CONTAINER = "container differs, and much is left over"


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation's words, prepared once for all its candidates."""

    folded: str
    text: str  #: its words, one space between
    words: frozenset[str]
    numbers: tuple[str, ...]
    ranges: tuple[tuple[str, str], ...]

    @property
    def start(self) -> str:
        """Its first words, where the first author stands."""
        return self.text[:START]


@dataclass(frozen=True, slots=True)
class CitationFields:
    """How far each field of a record is found in a citation, 0 to 1; None: it has none."""

    title: float
    title_start: float  #: of the first 60 % of a title, for one that is cut short
    title_length: int  #: characters
    author: float | None  #: the first one, at the start
    authors: float  #: share of all
    year: Year
    volume: bool | None
    page: bool | None
    container: float | None
    explained: float  #: share of the citation's words that the record has too
    contradiction: Contradiction | None = None

    @property
    def located(self) -> int:
        """How many of volume and page are there."""
        return bool(self.volume) + bool(self.page)

    @property
    def score(self) -> float:
        """One number to order candidates by; a field that says nothing counts half."""
        parts = (
            (self.title, 3.0),
            (self.author, 1.5),
            (self.year.value, 1.0),
            (self.volume, 1.0),
            (self.page, 1.5),
            (self.container, 0.5),
            (self.explained, 2.0),
        )
        return sum(weight * (0.5 if value is None else value) for value, weight in parts)


def citation(text: str) -> Citation:
    """Prepare the words of a citation, without the number it has in its list."""
    text = LABEL.sub("", text)
    folded = DASHES.sub("-", fold(text))
    listed = words(text)
    return Citation(
        folded,
        " ".join(listed),
        frozenset(listed),
        tuple(NUMBER.findall(folded)),
        tuple(RANGE.findall(folded)),
    )


def citation_fields(cited: Citation, record: Reference) -> CitationFields:
    """Look for every field of a record in a citation."""
    title = " ".join(words(record.title))
    names = [" ".join(words(n.family or n.literal)) for n in record.author or record.editor]
    names = [name for name in names if name]
    shown = [set(name.split()) <= cited.words for name in names[:MOST_NAMES]]
    found = CitationFields(
        title=max(_title(cited, title), _title(cited, " ".join(words(record.original_title)))),
        title_start=_title_start(cited, title),
        title_length=len(title),
        author=_first_author(cited, names[0]) if names else None,
        authors=sum(shown) / max(1, len(shown)),
        year=_year(cited, record),
        volume=_volume(cited, record),
        page=_page(cited, record),
        container=_container(cited, record),
        explained=_explained(cited, record),
    )
    return replace(found, contradiction=_contradiction(cited, record, found))


def _title(cited: Citation, title: str) -> float:
    """Find a title in its order of words, or in another one."""
    if len(title) < SHORTEST_TITLE:
        return 0.0
    shorter = len(title) <= len(cited.text)
    best = (fuzz.partial_ratio if shorter else fuzz.ratio)(title, cited.text) / 100
    telling = [word for word in title.split() if word not in STOP_WORDS]
    if len(telling) > 2:
        found = sum(len(word) for word in telling if word in cited.words)
        best = max(best, OTHER_ORDER * found / sum(map(len, telling)))
    return best


def _title_start(cited: Citation, title: str) -> float:
    start = title[: int(CUT_TITLE * len(title))]
    return fuzz.partial_ratio(start, cited.text) / 100 if len(start) >= SHORTEST_START else 0.0


def _first_author(cited: Citation, family: str) -> float:
    if len(family) < SHORTEST_FAMILY:
        return float(family in cited.start.split())
    return fuzz.partial_ratio(family, cited.start) / 100


def _year(cited: Citation, record: Reference) -> Year:
    """Find a year of a record, or one beside it."""
    dates = (record.issued, record.available_date)
    years = {date.year for date in dates if date and date.year is not None}
    stated = {int(number) for number in YEAR.findall(" ".join(cited.numbers))}
    if not years or not stated:
        return Year.UNKNOWN
    apart = min(abs(year - other) for year in years for other in stated)
    return (Year.SAME, Year.NEXT)[apart] if apart < 2 else Year.OTHER


def _volume(cited: Citation, record: Reference) -> bool | None:
    found = NUMBER.findall(fold(record.volume))
    return found[0] in cited.numbers if found else None


def _page(cited: Citation, record: Reference) -> bool | None:
    """Find the first page (or article number); where a range is cited it must start there."""
    first, last = bounds(fold(record.page or record.number))
    if not NUMBER.findall(first):
        return None
    if any(first == start or last == end for start, end in cited.ranges):
        return True
    if cited.ranges and last != first:
        return False
    taken = 1 + (first == fold(record.volume)) + (first == fold(record.issue))
    return cited.numbers.count(first) >= taken


def _container(cited: Citation, record: Reference) -> float | None:
    texts = (record.container_title, record.container_title_short)
    titles = [title for title in (" ".join(words(text)) for text in texts) if len(title) > 2]
    if not titles:
        return None
    return max(fuzz.partial_ratio(title, cited.text) for title in titles) / 100


def _explained(cited: Citation, record: Reference) -> float:
    """Return the share of the citation's words, by length, that the record has, in full or cut."""
    names = (*record.author, *record.editor)
    texts = (
        *(record.title, record.original_title, record.container_title),
        *(record.container_title_short, record.publisher, record.publisher_place),
    )
    known = set(words(" ".join((*texts, *map(str, names)))))
    starts = {word[:size] for word in known for size in CUT_WORDS}
    telling = [word for word in cited.words if word.isalpha() and len(word) > 2]
    telling = [word for word in telling if word not in STOP_WORDS]
    found = sum(len(word) for word in telling if word in known or word in starts)
    return found / sum(map(len, telling)) if telling else 1.0


def _contradiction(
    cited: Citation, record: Reference, found: CitationFields
) -> Contradiction | None:
    """Return what rules a record out though much of it is found."""
    if _is_other_kind(cited, record, found.title):
        return Contradiction.OTHER_KIND
    if cited.ranges and not (record.page or record.number or record.container_title):
        return Contradiction.WHOLE
    elsewhere = found.container is not None and found.container < SAME_CONTAINER
    if cited.ranges and found.page is False and found.title < ALL_OF_THE_TITLE:
        return Contradiction.TITLE_AND_PAGE
    if cited.ranges and found.page is False and _is_other_time(found, elsewhere=elsewhere):
        return Contradiction.NUMBERS
    return _other_container(cited, found) if elsewhere else None


def _is_other_time(found: CitationFields, *, elsewhere: bool) -> bool:
    """Return whether volume or year differ, and container or title are no proof against it."""
    differs = found.volume is False or found.year is Year.NEXT
    return differs and (elsewhere or found.title < 1)


def _other_container(cited: Citation, found: CitationFields) -> Contradiction | None:
    """Return what, where the container is not found, rules a record out."""
    if _is_numbered_otherwise(cited, found):
        return Contradiction.NUMBERS_AND_CONTAINER
    if found.explained < MOSTLY_EXPLAINED and not found.located:
        return Contradiction.CONTAINER
    return None


def _is_numbered_otherwise(cited: Citation, found: CitationFields) -> bool:
    """Return whether a citation has numbers, and volume, page and year are not among them."""
    if all(YEAR.fullmatch(number) for number in cited.numbers):
        return False
    return found.volume is False and found.page is False and found.year is not Year.SAME


def _is_other_kind(cited: Citation, record: Reference, title: float) -> bool:
    """Return whether only one of the two is an erratum, a reply, a review and so on."""
    if title < TITLED:
        return False  # the citation shows no title to tell it by
    own = " ".join(words(f"{record.title} {record.container_title}"))
    here, there = IN_TEXT.findall(cited.text), IN_TEXT.findall(" ".join(words(record.title)))
    return any(fuzz.partial_ratio(kind, own) < SAME_KIND for kind in here) or any(
        fuzz.partial_ratio(kind, cited.text) < SAME_KIND for kind in there
    )
