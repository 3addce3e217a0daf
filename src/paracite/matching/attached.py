"""Titles with something attached that is no part of them: their container, publisher or web site.

Web pages and those who save them write `Title - Journal of X | ScienceDirect` where a title is
asked for.
"""

import re
from collections.abc import Iterable, Sequence

from paracite.fields import titles
from paracite.matching.containers import container, likeness
from paracite.reference import Reference

SEPARATOR = re.compile(r"\s*[.|:;,()\[\]/·•»«–—]\s*|\s+-\s+|\s+in:?\s+", re.IGNORECASE)
NAMES = ("container_title", "container_title_short", "collection_title", "event_title", "publisher")
MOST_MORE = 3  #: words beside a name, as of a publisher or a month
SAME = 0.92  #: likeness from which two names are one, perhaps abbreviated
# Sites that put their name behind each title; their words written as one.
SITES = frozenset(
    [
        *("sciencedirect", "springerlink", "springer", "wileyonlinelibrary", "jstor", "pubmed"),
        *("taylorfrancisonline", "taylorandfrancisonline", "oxfordacademic", "cambridgecore"),
        *("ieeexplore", "acmdigitallibrary", "researchgate", "googlebooks", "googlescholar"),
        *("sagejournals", "semanticscholar", "academiaedu", "arxivorg", "ssrn", "projectmuse"),
        *("ncbi", "pmc", "europepmc", "scopus", "proquest", "ebscohost", "worldcat", "amazon"),
    ]
)


def names(references: Iterable[Reference]) -> list[str]:
    """Return the names that may be attached to the titles of references of one work."""
    found = (getattr(reference, field) for reference in references for field in NAMES)
    return [name for name in dict.fromkeys(found) if name]


def is_attached(longer: str, shorter: str, known: Sequence[str]) -> bool:
    """Return whether one title is the other and, set apart by a mark, one of the known names.

    >>> is_attached("Tides and trade. J. Polar Ornithol. 17", "Tides and trade", ["J Polar Ornithol"])
    True
    """
    wanted = _words(shorter)
    for mark in SEPARATOR.finditer(longer):
        first, rest = longer[: mark.start()], longer[mark.end() :]
        if _words(first) == wanted and _is_name(rest, known):
            return True
        if _words(rest) == wanted and _is_name(first, known):
            return True
    return False


def _is_name(text: str, known: Sequence[str]) -> bool:
    words = [word for word in _words(text) if not word.isdigit()]
    if not words:
        return False
    if "".join(words) in SITES:
        return True
    attached = container(" ".join(words))
    return any(
        likeness(attached, named) >= SAME and len(attached.words) - len(named.words) <= MOST_MORE
        for named in map(container, known)
    )


def _words(text: str) -> tuple[str, ...]:
    return titles.words(titles.plain_text(text))
