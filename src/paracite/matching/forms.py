"""The form in which references are compared: each field folded to what tells works apart.

Only the fields that evidence is drawn from are here, and each is made as forgiving as
lists need: names out of order, `volume = {14(4)}`, `pages = {pp. 322-331.}`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from paracite.fields import identifiers, titles
from paracite.fields.lexicons import lexicon
from paracite.fields.months import IN_ENGLISH
from paracite.fields.numerals import PART_NUMERALS, SPELLED
from paracite.fields.titles import Title
from paracite.fields.words import telling
from paracite.matching.containers import Container, container
from paracite.reference import OTHERS, Name, Reference
from paracite.text import fold

YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")
LOCATOR = re.compile(r"\d+|[a-z]+")
LOCATOR_WORDS = lexicon("locator_words")
MONTHS = re.compile(rf"\b{IN_ENGLISH}\b")
PAGE_LABEL = re.compile(r"\b(?:pages?|pp?|pgs?|art(?:icle)?|no|id)\b\.?")
PLAIN_PAGES = re.compile(r"(\d+)-+(\d+)")
PAGE = re.compile(r"([a-z]{0,3})\s?(\d+)")
NAME_WORD = re.compile(r"[^\W\d_]+")
NO_NAMES = frozenset(["and", "et", "al", "others", "jr", "sr", "eds", "ed", "the", "of", "for"])
NOBODY = frozenset(["anonymous", "anon", "unknown", "nan", "no author", "n a", "author unknown"])
PREPRINT_SERVERS = re.compile(
    r"\b(?:arxiv|biorxiv|medrxiv|chemrxiv|psyarxiv|socarxiv|ssrn|repec|preprints?|corr"
    r"|research square|working papers?|discussion papers?|osf)\b"
)
MEETING = re.compile(
    r"\b(?:proc|proceedings|conf|conference|workshop|symposium|congress|meeting|colloquium)\b"
)
REPORT = re.compile(r"\b(?:tech(?:nical)? reports?|tech rep|tr)\b")
PERIODICAL = lexicon("periodicals")


@dataclass(frozen=True, slots=True)
class Author:
    """A name: its family words, its initials, and every longer word in it."""

    family: tuple[str, ...]
    initials: str
    words: frozenset[str]
    group: bool
    shown: str  #: family name and initials, as the reference has them


@dataclass(frozen=True, slots=True)
class Form:
    """A reference ready to be compared; an empty value says nothing."""

    title: Title
    authors: tuple[Author, ...]
    editors: tuple[Author, ...]
    more_authors: bool  #: the source leaves names out
    year: int
    container: Container
    volume: str
    issue: str
    first_page: str
    last_page: str
    ids: dict[str, str]
    edition: str
    publication: str  #: `journal`, `conference`, `preprint`, `chapter`, `book` …
    publisher: tuple[str, ...]
    abstract: str
    language: str
    original_title: str


def form(reference: Reference) -> Form:
    """Make the form of a reference."""
    others = OTHERS in reference.author
    volume, issue = locators(reference)
    first, last = pages(reference)
    place = container(reference.container_title or reference.event_title)
    return Form(
        titles.title(title(reference)),
        tuple(authors(reference.author)),
        tuple(authors(reference.editor)),
        others,
        year(reference),
        place,
        volume,
        issue,
        first,
        last,
        ids(reference),
        edition(reference.edition),
        publication(reference, place),
        telling(titles.words(fold(reference.publisher))),
        "".join(titles.words(fold(reference.abstract[:400])))[:240],
        fold(reference.language)[:2],
        "".join(titles.words(fold(reference.original_title))),
    )


def title(reference: Reference) -> str:
    """Return the title without the author's name of a running head, `Weber/Editor's Comments`."""
    head, slash, rest = reference.title.partition("/")
    if slash and rest and any(fold(head) == fold(name.family) for name in reference.author):
        return rest
    return reference.title


def authors(names: tuple[Name, ...]) -> Iterator[Author]:
    """Return the forms of names; those that name nobody are left out."""
    for name in names:
        made = author(name)
        if made:
            yield made


@lru_cache(maxsize=65536)
def author(name: Name) -> Author | None:
    """Return the form of a name; None where it names nobody."""
    if name == OTHERS:
        return None
    every = NAME_WORD.findall(fold(str(name)))
    known = [word for word in every if word not in NO_NAMES]
    if not known or " ".join(every) in NOBODY:
        return None
    family = NAME_WORD.findall(fold(name.family)) or known
    given = NAME_WORD.findall(fold(name.given))
    return Author(
        tuple(family),
        "".join(word[0] for word in given),
        frozenset(word for word in known if len(word) > 2),
        bool(name.literal) and len(known) > 1,
        f"{name.family or name.literal} {''.join(word[0] for word in given).upper()}".strip(),
    )


def year(reference: Reference) -> int:
    """Return the year, looked for in the text of the date where it is no number, else 0."""
    date = reference.issued
    if date is None:
        return 0
    if date.year is not None:
        return date.year
    found = YEAR.search(date.literal)
    return int(found[1]) if found else 0


def locators(reference: Reference) -> tuple[str, str]:
    """Return volume and issue; an issue written in the volume's field is taken out of it."""
    volume = _locator(reference.volume)
    issue = _locator(reference.issue or reference.number)
    if len(volume) > 1 and not issue and "(" in reference.volume:
        return volume[0], volume[1]
    return volume[0] if volume else "", issue[0] if issue else ""


def _locator(text: str) -> list[str]:
    if text.isdecimal():
        return [_number(text)]
    plain = MONTHS.sub(" ", fold(text))
    found = [each for each in LOCATOR.findall(plain) if each not in LOCATOR_WORDS]
    return [_number(each) for each in found]


def _number(text: str) -> str:
    if text.isdigit():
        return text.lstrip("0") or "0"
    return str(PART_NUMERALS.get(text, text))


def pages(reference: Reference) -> tuple[str, str]:
    """Return the first and last page (`737-8`: 737 and 738), or the article number twice.

    Dates that a spreadsheet made of page ranges (`01-Oct`) say nothing.
    """
    text = fold(reference.page or reference.page_first)
    if plain := PLAIN_PAGES.fullmatch(text):
        return _bounds("", *plain.groups())
    if MONTHS.search(text):
        return "", ""
    found = PAGE.findall(PAGE_LABEL.sub(" ", text))
    if not found:
        number = re.search(r"\d+", reference.get("article-number") or reference.get("eid"))
        return (number[0].lstrip("0"), "") if number else ("", "")
    (prefix, first), (_, last) = found[0], found[1] if len(found) > 1 else ("", "")
    return _bounds(prefix, first, last)


def _bounds(prefix: str, first: str, last: str) -> tuple[str, str]:
    """Return both pages without zeros in front; the last one in full where it is cut short."""
    first, last = first.lstrip("0"), last.lstrip("0")
    if last and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return prefix + first, prefix + last if last else ""


def ids(reference: Reference) -> dict[str, str]:
    """Return the identifiers of the work itself, by the names of their schemes."""
    place = f"{reference.url} {reference.note} {reference.number} {reference.container_title}"
    eprint = reference.get("eprint")
    found = {
        "doi": identifiers.doi(reference.doi) or identifiers.doi(reference.url),
        "isbn": identifiers.isbn(reference.isbn.replace(",", " ").split(" ")[0]),
        "pmid": reference.pmid or identifiers.pmid(place),
        "pmcid": reference.pmcid or identifiers.pmcid(place),
        "arxiv": identifiers.arxiv(f"arxiv:{eprint}" if eprint else place),
        "jstor": identifiers.jstor(reference.url),
    }
    return {scheme: value for scheme, value in found.items() if value}


def edition(text: str) -> str:
    """Return the number of an edition, `2` for `2nd ed.` and `second`."""
    for word in titles.words(fold(text)):
        digits = re.match(r"\d+", word)
        if digits:
            return digits[0]
        if word in SPELLED or word in PART_NUMERALS:
            return str(SPELLED.get(word) or PART_NUMERALS[word])
    return ""


PUBLICATIONS = {
    "article-journal": "journal",
    "article-magazine": "journal",
    "article-newspaper": "newspaper",
    "review": "journal",
    "review-book": "review",
    "article": "preprint",
    "paper-conference": "conference",
    "chapter": "chapter",
    "entry-encyclopedia": "chapter",
    "entry-dictionary": "chapter",
    "book": "book",
    "collection": "book",
    "report": "report",
    "thesis": "thesis",
    "dataset": "dataset",
    "software": "software",
    "patent": "patent",
}


def publication(reference: Reference, place: Container) -> str:
    """Return how a work was published, by its type and what its container is."""
    kind = PUBLICATIONS.get(reference.type, "")
    text = place.text or " ".join(titles.words(fold(reference.publisher)))
    if PREPRINT_SERVERS.search(text):
        return "preprint"
    if kind in ("journal", "") and MEETING.search(place.text) and not reference.issue:
        return "conference"
    if REPORT.search(place.text):
        return "report"
    if kind == "journal" and not (reference.volume or reference.issue or reference.doi):
        return "journal" if not PERIODICAL.isdisjoint(place.text.split()) else ""
    return kind
