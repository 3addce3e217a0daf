"""CitationFields: how far the fields of a record are found in the words of a citation."""

import re
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from paracite.fields.pages import bounds
from paracite.fields.words import STOP_WORDS
from paracite.reference import Reference
from paracite.text import DASHES, fold, words

NUMBER = re.compile(r"[a-z]?\d+(?:\.\d+)?[a-z]?")
RANGE = re.compile(r"\b([a-z]{0,2}\d+[a-z]?)\s*-+\s*([a-z]{0,2}\d+[a-z]?)\b")
#: Words that make a text about a work another work than that; a citation and a record
#: must both have them or neither.
KIND = re.compile(
    r"\b(?:errat(?:um|a)|corrigend(?:um|a)|corrections?(?: to)?|comments? on|replies to|reply to"
    r"|response to|rejoinder|retraction|retracted|book reviews?|review of|reviews of"
    r"|faculty of 1000|cheminform abstract)\b"
)
LABEL = re.compile(r"\A\s*[\[(]?\d{1,4}[\]).:]\s*(?=\D)")
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
OTHER_KIND = "one is a text about the other"
START = 60  #: characters at a citation's start in which the first author stands
OTHER_TITLE = 0.99  #: below which a title found may be another one by a word
MOST_NAMES = 8  #: of a record that are looked for
TITLED = 0.7  #: from which a citation has a title like the record's


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
    names: int  #: how many it has
    year: float | None
    volume: float | None
    page: float | None
    container: float | None
    explained: float  #: share of the citation's words that the record has too
    contradiction: str = ""  #: what rules it out, in words

    @property
    def title_tells(self) -> bool:
        """Whether a long title is there nearly word for word."""
        return self.title >= 0.9 and self.title_length >= 25

    @property
    def title_passes(self) -> bool:
        """Whether a title, or a long start of one, is there."""
        return (self.title >= 0.82 and self.title_length >= 12) or self.title_start >= 0.9

    @property
    def untitled(self) -> bool:
        """Whether the citation has no words left that could be another title."""
        return self.explained >= 0.7 or self.title >= 0.7

    @property
    def anonymous(self) -> bool:
        """Whether the record names nobody."""
        return self.author is None

    @property
    def dated(self) -> bool:
        """Whether no year speaks against it."""
        return self.year is None or self.year >= 0.5

    @property
    def located(self) -> int:
        """How many of volume and page are there."""
        return (self.volume == 1) + (self.page == 1)

    @property
    def score(self) -> float:
        """One number to order candidates by."""
        parts = (
            (self.title, 3.0),
            (self.author, 1.5),
            (self.year, 1.0),
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
    start = title[: int(0.6 * len(title))]
    names = [" ".join(words(n.family or n.literal)) for n in record.author or record.editor]
    names = [name for name in names if name]
    shown = [set(name.split()) <= cited.words for name in names[:MOST_NAMES]]
    found = CitationFields(
        title=max(_title(cited, title), _title(cited, " ".join(words(record.original_title)))),
        title_start=fuzz.partial_ratio(start, cited.text) / 100 if len(start) >= 20 else 0.0,
        title_length=len(title),
        author=_first_author(cited, names[0]) if names else None,
        authors=sum(shown) / max(1, len(shown)),
        names=len(names),
        year=_year(cited, record),
        volume=_volume(cited, record),
        page=_page(cited, record),
        container=_container(cited, record),
        explained=_explained(cited, record),
    )
    return replace(found, contradiction=_contradiction(cited, record, found))


def _title(cited: Citation, title: str) -> float:
    """Find a title, whole or with its words in another order."""
    if len(title) < 4:
        return 0.0
    shorter = len(title) <= len(cited.text)
    best = (fuzz.partial_ratio if shorter else fuzz.ratio)(title, cited.text)
    telling = [word for word in title.split() if word not in STOP_WORDS]
    if len(telling) > 2:
        found = sum(len(word) for word in telling if word in cited.words)
        best = max(best, 97.0 * found / sum(map(len, telling)))
    return best / 100


def _first_author(cited: Citation, family: str) -> float:
    if len(family) < 3:
        return float(family in cited.start.split())
    return fuzz.partial_ratio(family, cited.start) / 100


def _year(cited: Citation, record: Reference) -> float | None:
    """Find a year of a record, or one beside it; None where one of the two has none."""
    dates = (record.issued, record.available_date)
    years = {date.year for date in dates if date and date.year is not None}
    stated = {int(number) for number in YEAR.findall(" ".join(cited.numbers))}
    if not years or not stated:
        return None
    apart = min(abs(year - other) for year in years for other in stated)
    return (1.0, 0.5)[apart] if apart < 2 else 0.0


def _volume(cited: Citation, record: Reference) -> float | None:
    found = NUMBER.findall(fold(record.volume))
    return float(found[0] in cited.numbers) if found else None


def _page(cited: Citation, record: Reference) -> float | None:
    """Find the first page (or article number); where a range is cited it must start there."""
    first, last = bounds(fold(record.page or record.number))
    if not NUMBER.findall(first):
        return None
    if any(first == start or last == end for start, end in cited.ranges):
        return 1.0
    if cited.ranges and last != first:
        return 0.0
    taken = 1 + (first == fold(record.volume)) + (first == fold(record.issue))
    return float(cited.numbers.count(first) >= taken)


def _container(cited: Citation, record: Reference) -> float | None:
    texts = (record.container_title, record.container_title_short)
    titles = [title for title in (" ".join(words(text)) for text in texts) if len(title) > 2]
    if not titles:
        return None
    return max(fuzz.partial_ratio(title, cited.text) for title in titles) / 100


def _explained(cited: Citation, record: Reference) -> float:
    """Return the share of the citation's words, by length, that the record has, whole or cut."""
    names = (*record.author, *record.editor)
    texts = (
        *(record.title, record.original_title, record.container_title),
        *(record.container_title_short, record.publisher, record.publisher_place),
    )
    known = set(words(" ".join((*texts, *map(str, names)))))
    starts = {word[:size] for word in known for size in (3, 4, 5)}
    telling = [word for word in cited.words if word.isalpha() and len(word) > 2]
    telling = [word for word in telling if word not in STOP_WORDS]
    found = sum(len(word) for word in telling if word in known or word in starts)
    return found / sum(map(len, telling)) if telling else 1.0


def _contradiction(cited: Citation, record: Reference, found: CitationFields) -> str:
    """Return what rules a record out though much of it is found, or give `""`."""
    if _other_kind(cited, record, found.title):
        return OTHER_KIND
    if cited.ranges and not (record.page or record.number or record.container_title):
        return "a part is cited, and this is the whole"
    elsewhere = found.container is not None and found.container < 0.6
    other_page = found.page == 0 and bool(cited.ranges)
    other_volume = found.volume == 0
    numbered = any(not YEAR.fullmatch(number) for number in cited.numbers)
    faults = (
        (other_page and found.title < OTHER_TITLE, "title and page differ"),
        (
            other_page and (other_volume or found.year == 0.5) and (elsewhere or found.title < 1),
            "volume or year, and page differ",
        ),
        (
            numbered and other_volume and found.page == 0 and found.year != 1 and elsewhere,
            "volume, page, year and container differ",
        ),
        (
            elsewhere and found.explained < 0.6 and not found.volume and not found.page,
            "container differs, and much is left over",
        ),
    )
    return next((named for fault, named in faults if fault), "")


def _other_kind(cited: Citation, record: Reference, title: float) -> bool:
    """Return whether only one of the two is an erratum, a reply, a review and so on."""
    if title < TITLED:
        return False  # the citation shows no title to tell it by
    own = " ".join(words(f"{record.title} {record.container_title}"))
    here, there = KIND.findall(cited.text), KIND.findall(" ".join(words(record.title)))
    return any(fuzz.partial_ratio(kind, own) < 80 for kind in here) or any(
        fuzz.partial_ratio(kind, cited.text) < 80 for kind in there
    )
