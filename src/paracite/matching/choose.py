"""Choose which of a search's candidates is the work that a printed citation names.

A citation is matched as it is printed, parsed or not: each field of a candidate is looked
for in its words.  A candidate is accepted on one of a few named grounds (title, first
author and year; authors, volume and page …), never by a search engine's score, only if
nothing contradicts it, and only where no different work has as good a claim.

The grounds and figures were set on half of the reference strings of Crossref's
evaluation of reference matching; `benchmarks/match_quality.py` measures both halves.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from paracite.matching.citation_fields import OTHER_KIND, Citation, CitationFields, citation_fields
from paracite.reference import Reference
from paracite.text import words

GAP = 0.25  #: by which the best candidate must lead a different one
SAME_TITLE = 60  #: characters of two titles that make two records one work, with the year


#: Each ground and when it holds.
GROUNDS: tuple[tuple[str, Callable[[CitationFields], bool]], ...] = (
    (
        "title, author, year",
        lambda f: f.title_tells and at(f.author) >= 0.75 and (f.dated or f.located > 0),
    ),
    (
        "title, author, numbers",
        lambda f: f.title_passes and at(f.author) >= 0.8 and f.located + (at(f.year) >= 0.5) > 1,
    ),
    (
        "title, author, year, container",
        lambda f: (
            f.title >= 0.9
            and f.title_length >= 8
            and at(f.author) >= 0.8
            and at(f.year) == 1
            and at(f.container) >= 0.9
        ),
    ),
    (
        "title, author, year, and nothing else",
        lambda f: (
            f.title >= 0.95
            and f.title_length >= 10
            and at(f.author) >= 0.8
            and at(f.year) == 1
            and f.explained >= 0.8
        ),
    ),
    (
        "title, container, year",
        lambda f: (
            f.anonymous
            and f.title >= 0.95
            and f.title_length >= 6
            and at(f.container) >= 0.85
            and (
                (at(f.year) == 1 and f.explained >= 0.7)
                or (f.dated and f.explained >= 0.9 and f.title_length >= 25)
            )
        ),
    ),
    (
        "title, container, volume, page",
        lambda f: (
            f.anonymous
            and f.title >= 0.9
            and f.title_length >= 12
            and f.located == 2
            and f.dated
            and at(f.container) >= 0.85
        ),
    ),
    (
        "title, year",
        lambda f: (
            f.anonymous
            and f.title_tells
            and f.title >= 0.95
            and at(f.year) == 1
            and f.explained >= 0.9
        ),
    ),
    (
        "author, year, volume, page",
        lambda f: (
            f.untitled
            and at(f.author) >= 0.8
            and f.authors >= 0.6
            and f.located == 2
            and (at(f.year) == 1 or (f.dated and at(f.container) >= 0.85))
        ),
    ),
    (
        "author, year, page, container",
        lambda f: (
            f.untitled
            and f.volume is None
            and at(f.author) >= 0.9
            and at(f.year) == 1
            and at(f.page) == 1
            and at(f.container) >= 0.9
        ),
    ),
    (
        "author, year, volume, container",
        lambda f: (
            f.page is None
            and at(f.author) >= 0.9
            and f.authors == 1
            and at(f.year) == 1
            and at(f.volume) == 1
            and at(f.container) >= 0.95
            and f.explained >= 0.9
        ),
    ),
    (
        "year, volume, page, container",
        lambda f: (
            f.anonymous
            and f.located == 2
            and at(f.year) == 1
            and at(f.container) >= 0.95
            and f.explained >= 0.95
        ),
    ),
)


def at(value: float | None) -> float:
    """Return how far a field is found, 0 where the record has none."""
    return 0.0 if value is None else value


@dataclass(frozen=True, slots=True)
class Chosen:
    """The candidate accepted: its place in the list, the ground, and the fields found of it."""

    place: int
    ground: str
    fields: CitationFields


@dataclass(frozen=True, slots=True)
class Undecided:
    """No candidate is accepted, though these (places) have a claim: a person decides."""

    places: tuple[int, ...]


def choose(cited: Citation, candidates: Sequence[Reference]) -> Chosen | Undecided:
    """Decide which candidate, if any, is the work cited.

    A book is not, where the page cited is that of a candidate which is a chapter of it.
    """
    found_fields = [citation_fields(cited, candidate) for candidate in candidates]
    wholes = {
        _short(candidate.container_title)
        for candidate, found in zip(candidates, found_fields, strict=True)
        if found.page == 1
    }
    claims = [
        Chosen(place, named, found)
        for place, found in enumerate(found_fields)
        if (named := ground(found))
        and not (found.page is None and _short(candidates[place].title) in wholes)
    ]
    if not claims:
        return Undecided(tuple(n for n, found in enumerate(found_fields) if _may_be(found)))
    best, *others = sorted(claims, key=lambda claim: -claim.fields.score)
    rivals = [
        other.place
        for other in others
        if best.fields.score - other.fields.score < GAP
        and not is_one_work(candidates[best.place], candidates[other.place])
    ]
    return Undecided((best.place, *rivals)) if rivals else best


def ground(found: CitationFields) -> str:
    """Name the ground on which a candidate is accepted, or give `""`."""
    if found.contradiction:
        return ""
    return next((name for name, holds in GROUNDS if holds(found)), "")


def _may_be(found: CitationFields) -> bool:
    """Return whether a person should see a candidate though much of it disagrees."""
    return (
        max(found.title, found.title_start) >= 0.95
        and found.title_length >= 25
        and at(found.author) >= 0.8
        and at(found.container) >= 0.85
        and found.contradiction != OTHER_KIND
    )


def is_one_work(a: Reference, b: Reference) -> bool:
    """Return whether two records have one title and year: copies, or a record deposited twice."""
    return _short(a.title) == _short(b.title) and _year(a) == _year(b)


def _short(title: str) -> str:
    return " ".join(words(title))[:SAME_TITLE]


def _year(reference: Reference) -> int | None:
    return reference.issued.year if reference.issued else None
