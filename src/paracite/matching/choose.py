"""Choose which of a search's candidates is the work that a printed citation names.

A citation is matched as it is printed, parsed or not: each field of a candidate is looked
for in its words.  A candidate is chosen on one of a few named grounds (title, first
author and year; authors, volume and page …), never by a search engine's score, only if
nothing contradicts it, and only where no different work has as good a claim.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from paracite.matching.citation_fields import (
    Citation,
    CitationFields,
    Contradiction,
    citation_fields,
)
from paracite.matching.grounds import WORTH_SHOWING, ground
from paracite.reference import Reference
from paracite.text import words

GAP = 0.25  #: by which the best candidate's score must lead that of a different one
SAME_TITLE = 60  #: characters of two titles that make two records one work, with the year


@dataclass(frozen=True, slots=True)
class Chosen:
    """The candidate chosen: its place in the list, the ground, and the fields found of it."""

    place: int
    ground: str
    fields: CitationFields


@dataclass(frozen=True, slots=True)
class Undecided:
    """No candidate is chosen, though these (places) have a claim: a person decides."""

    places: tuple[int, ...]


def choose(cited: Citation, candidates: Sequence[Reference]) -> Chosen | Undecided:
    """Decide which candidate, if any, is the work cited.

    A book is not, where the page cited is that of a candidate which is a chapter of it.
    """
    found_fields = [citation_fields(cited, candidate) for candidate in candidates]
    wholes = {
        _short(candidate.container_title)
        for candidate, found in zip(candidates, found_fields, strict=True)
        if found.page
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


def _may_be(found: CitationFields) -> bool:
    """Return whether a person should see a candidate though much of it disagrees."""
    if found.contradiction is Contradiction.OTHER_KIND:
        return False
    return WORTH_SHOWING.holds(replace(found, title=max(found.title, found.title_start)))


def is_one_work(a: Reference, b: Reference) -> bool:
    """Return whether two records have one title and year: copies, or a record deposited twice."""
    return _short(a.title) == _short(b.title) and _year(a) == _year(b)


def _short(title: str) -> str:
    return " ".join(words(title))[:SAME_TITLE]


def _year(reference: Reference) -> int | None:
    return reference.issued.year if reference.issued else None
