"""Verify that the record that a DOI leads to is the work it was written down for.

Somebody put the DOI with the reference, which says much, so less is asked than of a
candidate that a search brings; but a wrong DOI is most often that of a neighbour (same
authors, same journal), so what tells neighbours apart counts: title, part, pages.
"""

from collections.abc import Sequence

from rapidfuzz import fuzz

from paracite.matching.citation_fields import citation, citation_fields
from paracite.matching.evidence import Evidence
from paracite.matching.grounds import ground
from paracite.reference import Reference
from paracite.text import words

SAME_TITLE, LIKE_TITLE, RELATED_TITLE = 0.94, 0.85, 0.65
PARTLY_SAME_TITLE = 1.5  #: weight of a title whose words are all in the other
NEXT_YEAR = 0.6
SAME_CONTAINER, OTHER_CONTAINER = 0.85, 0.5
SAME_PAGES = 0.8  #: the first page at least
SOME_AUTHORS, SAME_AUTHORS = 0.3, 0.9
TELLING = {"part": -2.0, "kind": -2.0, "edition": -2.0}  #: weight from which it is another work


def is_verified(
    wording: str, reference: Reference, record: Reference, evidence: Sequence[Evidence]
) -> bool:
    """Decide by the evidence of comparing them, and by the citation's own words."""
    found = {each.field: each for each in evidence}
    if _is_another_text(found):
        return False
    if ground(citation_fields(citation(wording), record)):
        return True
    if "title" not in found or _is_container(reference, record):
        return _agrees_without_title(found)
    title = found["title"].similarity
    if title < LIKE_TITLE and found["title"].weight < PARTLY_SAME_TITLE:
        return _agrees_in_all_but_title(found)
    authors = found["author"].similarity if "author" in found else None
    if authors is not None and authors < SOME_AUTHORS:
        return _has(found, "page", SAME_PAGES) or (
            title >= SAME_TITLE and _has(found, "container", SAME_CONTAINER) and not _against(found)
        )
    return _against(found) <= (2 if title >= SAME_TITLE else 1 if authors else 0)


def _is_another_text(found: dict[str, Evidence]) -> bool:
    """Return whether a part number, a kind of text or an edition sets two works apart."""
    telling = any(name in found and found[name].weight <= limit for name, limit in TELLING.items())
    if "part" in found and "page" in found and found["page"].similarity == 0:
        return True  # "II." in one of the titles only, and other pages
    return telling and not _has(found, "page", SAME_PAGES)


def _agrees_without_title(found: dict[str, Evidence]) -> bool:
    """Where no title can be compared, nothing else may disagree, and the author must agree."""
    if not found:
        return True  # a bare DOI: there is nothing it could disagree with
    if _against(found):
        return False
    located = _has(found, "volume", 1) and _has(found, "page", SAME_PAGES)
    if "author" not in found:
        return located
    return located or _has(found, "author", SOME_AUTHORS)


def _agrees_in_all_but_title(found: dict[str, Evidence]) -> bool:
    """A translated or changed title: then everything else must be there and agree."""
    needed = {"author": SAME_AUTHORS, "year": NEXT_YEAR, "volume": 1.0, "page": 1.0}
    if found["title"].similarity >= RELATED_TITLE:
        needed = {"author": SOME_AUTHORS, "year": NEXT_YEAR, "page": SAME_PAGES}
    return all(_has(found, name, least) for name, least in needed.items())


def _against(found: dict[str, Evidence]) -> int:
    """Count the fields that speak for another work."""
    return (
        ("year" in found and found["year"].similarity == 0)
        + ("container" in found and found["container"].similarity < OTHER_CONTAINER)
        + ("volume" in found and found["volume"].similarity == 0)
        + ("page" in found and found["page"].similarity == 0)
    )


def _has(found: dict[str, Evidence], name: str, least: float) -> bool:
    return name in found and found[name].similarity >= least


def _is_container(reference: Reference, record: Reference) -> bool:
    """Return whether what was read as the title is the name of the record's journal or book."""
    title, container = (" ".join(words(text)) for text in (reference.title, record.container_title))
    own = " ".join(words(record.title))
    if not title or not container:
        return False
    return fuzz.ratio(title, container) >= 85 > fuzz.ratio(title, own)
