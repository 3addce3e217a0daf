"""Two references compared: a named piece of evidence for each field that says something.

This is the one notion of likeness in paracite: duplicates and the records of
registries are judged by it alike.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from rapidfuzz import fuzz

from paracite.matching import containers, names, title_likeness
from paracite.matching.evidence import Evidence
from paracite.matching.forms import Form, form
from paracite.matching.weights import WEIGHTS
from paracite.reference import Reference

SCHEMES = ("doi", "isbn", "pmid", "pmcid", "arxiv", "jstor")
SAME_CONTAINER, LIKE_CONTAINER = 0.85, 0.5
SAME_ABSTRACT, OTHER_ABSTRACT = 0.85, 0.55
SHORTEST_ABSTRACT = 60
RUNNING = 3  #: digits from which on an issue is a running number, of the journal or a database
# Publications of one work that are related but not one reference.
VERSIONS = {
    frozenset(pair)
    for pair in (
        ("preprint", "journal"),
        ("preprint", "conference"),
        ("preprint", "chapter"),
        ("preprint", "book"),
        ("preprint", "thesis"),
        ("report", "journal"),
        ("report", "conference"),
        ("conference", "journal"),
        ("thesis", "journal"),
        ("thesis", "book"),
        ("thesis", "conference"),
    )
}
MAY_CONTRAST = frozenset(  # levels of titles
    ["spelling", "one-word", "contained", "more-words", "similar", "related"]
)
HEADINGS = ({"review", ""}, {"editorial", ""})
PARTS_OF = {frozenset(("chapter", "book")), frozenset(("review", "book"))}


class Say(NamedTuple):
    """What one field says before it is weighed: `level` names its row in the weights."""

    field: str
    level: str
    similarity: float
    note: str


def are_equal(a: Reference, b: Reference) -> bool:
    """Return whether two references say the same to the last field, their citekeys aside."""
    # titles first: most pairs differ in them, and a copy of a reference costs more
    return a.title == b.title and replace(a, citekey=b.citekey) == b


def compare(a: Reference, b: Reference) -> tuple[Evidence, ...]:
    """Return the evidence on whether two references are one work, the telling fields first.

    A field that one of them lacks says nothing and has no evidence.  Fields: `title`,
    `author`, `together` (the same authors in one issue: hardly anybody has two works there),
    `wording` (a telling word stands against another), `generic` (a title like "Editorial"), `part`, `kind`, `edition`, `year`,
    `container`, `volume`, `issue`, `page`, the identifiers `doi`, `isbn`, `pmid`, `pmcid`,
    `arxiv` and `jstor`, then `version` (preprint and article …), `component` (book and chapter)
    or `publication`, and `abstract`.
    """
    return compare_forms(form(a), form(b))


def compare_forms(a: Form, b: Form) -> tuple[Evidence, ...]:
    """Compare two references whose forms are made already."""
    return tuple(
        Evidence(say.field, round(say.similarity, 3), WEIGHTS[f"{say.field}.{say.level}"], say.note)
        for say in says(a, b)
    )


def says(a: Form, b: Form) -> Iterator[Say]:
    """Yield what each field says, in the order of `compare`."""
    title, author = title_likeness.compare(a.title, b.title), names.compare(a, b)
    for field, told in (("title", title), ("author", author)):
        if told[0]:
            yield Say(field, *told)
    together = author[0] == "same" and _in_one_issue(a, b)
    if together:
        yield Say("together", "issue", 1.0, "the same authors in one issue of a journal")
    if contrast := title[0] in MAY_CONTRAST and title_likeness.contrast(a.title, b.title):
        yield Say("wording", "contrast", 0.0, f"differs {contrast}")
    if a.title.compact == b.title.compact and title_likeness.is_generic(a.title):
        yield Say("generic", "title", 0.0, "a title that many texts have")
    yield from _numbers(a, b, together=together)
    yield from _year(a, b)
    yield from _container(a, b)
    yield from _locators(a, b)
    yield from _identifiers(a, b)
    yield from _publication(a, b)
    yield from _abstract(a, b)


def _in_one_issue(a: Form, b: Form) -> bool:
    """Return whether both stand in one issue of a journal, and not on different pages of it."""
    placed = a.volume == b.volume != "" and a.issue == b.issue != ""
    other_page = a.first_page != b.first_page and a.first_page and b.first_page
    return placed and not other_page and a.container.words == b.container.words != ()


def _numbers(a: Form, b: Form, *, together: bool) -> Iterator[Say]:
    """Part numbers and kinds of text: what tells apart works whose titles are alike.

    Nobody reviews a work of their own in the same issue: there "Review" is a heading, and so
    is "Editor's Comments".
    """
    first, second = a.title.numbers, b.title.numbers
    if first != second and a.title.compact and b.title.compact:
        shown = f"{' '.join(first) or '–'}↔{' '.join(second) or '–'}"
        counted, other = Counter(first), Counter(second)
        subset = counted <= other or other <= counted
        yield Say("part", "one-sided" if subset else "differs", 0.5 * subset, f"differs {shown}")
    if (
        a.title.kind != b.title.kind
        and not (together and {a.title.kind, b.title.kind} in HEADINGS)
        and a.title.compact not in ("", b.title.compact)
        and b.title.compact
    ):
        shown = f"{a.title.kind or 'work'}↔{b.title.kind or 'work'}"
        yield Say("kind", "differs", 0.0, f"differs {shown}")
    if a.edition != b.edition and a.edition and b.edition:
        yield Say("edition", "differs", 0.0, f"differs {a.edition}↔{b.edition}")


def _year(a: Form, b: Form) -> Iterator[Say]:
    if not a.year or not b.year:
        return
    apart = abs(a.year - b.year)
    level = ("equal", "one-off", "two-off")[apart] if apart < 3 else "differs"
    similarity = max(0.0, 1 - apart / 3)
    yield Say("year", level, similarity, "equal" if not apart else f"differs {a.year}↔{b.year}")


def _container(a: Form, b: Form) -> Iterator[Say]:
    if not a.container.words or not b.container.words:
        return
    like = containers.likeness(a.container, b.container)
    level = "same" if like >= SAME_CONTAINER else "like" if like >= LIKE_CONTAINER else "differs"
    shown = "equal" if level == "same" else f"differs {a.container.printed}↔{b.container.printed}"
    yield Say("container", level, like, shown)


def _locators(a: Form, b: Form) -> Iterator[Say]:
    if a.volume and a.issue and (a.volume, a.issue) == (b.issue, b.volume) != (b.volume, b.issue):
        yield Say("volume", "equal", 0.9, "equal, swapped with the issue")
    else:
        yield from _equal_or_not("volume", a.volume, b.volume)
        running = max(len(a.issue), len(b.issue)) >= RUNNING and a.issue != b.issue
        yield from _equal_or_not("issue", a.issue, b.issue, "running" if running else "differs")
    if not a.first_page or not b.first_page:
        return
    if a.first_page != b.first_page:
        level = "inside" if _is_inside(a, b) or _is_inside(b, a) else "differs"
        yield Say(
            "page", level, 0.4 * (level == "inside"), f"differs {a.first_page}↔{b.first_page}"
        )
    elif a.last_page == b.last_page != "":
        yield Say("page", "equal", 1.0, "equal")
    else:
        yield Say("page", "first", 0.8, "equal first page")


def _is_inside(a: Form, b: Form) -> bool:
    """Return whether `a` starts within the pages of `b`."""
    numbers = (a.first_page, b.first_page, b.last_page)
    if not all(each.isdigit() for each in numbers):
        return False
    at, first, last = map(int, numbers)
    return first < at <= last


def _identifiers(a: Form, b: Form) -> Iterator[Say]:
    for scheme in SCHEMES:
        first, second = a.ids.get(scheme, ""), b.ids.get(scheme, "")
        if scheme == "doi" and first != second and first and second:
            registrant = first.partition("/")[0] == second.partition("/")[0]
            level = "differs" if registrant else "other-registrant"
            yield Say("doi", level, 0.0, f"differs {first}↔{second}")
        else:
            yield from _equal_or_not(scheme, first, second)


def _equal_or_not(field: str, a: str, b: str, differs: str = "differs") -> Iterator[Say]:
    if a and b and a == b:
        yield Say(field, "equal", 1.0, "equal")
    elif a and b:
        yield Say(field, differs, 0.5 * (differs == "running"), f"differs {a}↔{b}")


def _publication(a: Form, b: Form) -> Iterator[Say]:
    """How the two were published, where that makes them two references of one work or two works."""
    pair = frozenset((a.publication, b.publication))
    if len(pair) < 2 or "" in pair:
        return
    field = "version" if pair in VERSIONS else "component" if pair in PARTS_OF else "publication"
    yield Say(field, "differs", 0.0, f"differs {a.publication}↔{b.publication}")


def _abstract(a: Form, b: Form) -> Iterator[Say]:
    if min(len(a.abstract), len(b.abstract)) < SHORTEST_ABSTRACT:
        return
    length = min(len(a.abstract), len(b.abstract))
    like = fuzz.ratio(a.abstract[:length], b.abstract[:length]) / 100
    if like >= SAME_ABSTRACT:
        yield Say("abstract", "same", like, f"{like:.2f}")
    elif like < OTHER_ABSTRACT:
        yield Say("abstract", "differs", like, f"{like:.2f}")
