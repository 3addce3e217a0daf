"""DOIs of supplements: those that several works of one issue share, which thus tell none of them.

Databases give each abstract of a supplement the DOI of the supplement, and chapters that of
their book.  Taken for the works' own, such a DOI would set every two of them against each other.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from paracite.matching.sketch import Sketch
from paracite.reference import Reference
from paracite.text import fold

LEAST_WORKS = 3  #: from which on a DOI is that of what they stand in; two may be a slip
SAME_TITLE = 85  #: likeness, in percent, of the titles of one work


def shared_dois(
    references: Sequence[Reference], sketches: Sequence[Sketch]
) -> dict[str, tuple[int, ...]]:
    """Return each DOI that three or more works of one issue share, with its records' positions."""
    having: dict[str, list[int]] = defaultdict(list)
    for at, sketch in enumerate(sketches):
        for identifier in sketch.ids:
            if identifier.startswith("10."):
                having[identifier].append(at)
    return {
        doi: tuple(positions)
        for doi, positions in having.items()
        if len(positions) >= LEAST_WORKS and _is_of_an_issue(references, sketches, positions)
    }


def without(sketch: Sketch, dois: Iterable[str]) -> Sketch:
    """Return a sketch without the DOIs that are not its work's own."""
    if not any(identifier in dois for identifier in sketch.ids):
        return sketch
    return sketch._replace(ids=tuple(own for own in sketch.ids if own not in dois))


def _is_of_an_issue(
    references: Sequence[Reference], sketches: Sequence[Sketch], positions: Sequence[int]
) -> bool:
    titles: dict[tuple[str, int], list[str]] = defaultdict(list)
    for at in positions:
        sketch = sketches[at]
        place = sketch.volume or fold(references[at].container_title)
        if place and sketch.compact and _is_new(sketch.compact, titles[place, sketch.year]):
            titles[place, sketch.year].append(sketch.compact)
    return any(len(works) >= LEAST_WORKS for works in titles.values())


def _is_new(title: str, known: Sequence[str]) -> bool:
    """Return whether a title is none of the known ones, of which the first few suffice."""
    return len(known) < LEAST_WORKS and not any(
        fuzz.ratio(title, other, score_cutoff=SAME_TITLE) for other in known
    )
