"""A list of DOIs, one a line or set apart by spaces, commas or semicolons.

Each gives a reference that holds only its DOI, to be filled by `paracite resolve`.
"""

import re

from paracite.errors import ReadError
from paracite.fields import identifiers
from paracite.readers import Document, Problem, Reader, Reading
from paracite.reference import Origin, Reference
from paracite.text import lines

WORD = re.compile(r"(?:doi\s*:\s*)?[^\s,;]\S*", re.IGNORECASE)
LOOKED_AT = 50  #: lines that must all be DOIs for a file to be taken for such a list


def sniff(document: Document) -> bool:
    """Return a list of DOIs by its lines, which hold nothing else."""
    filled = [line for line in lines(document.text[:20_000]) if line.strip()][:LOOKED_AT]
    return bool(filled) and all(identifiers.doi(word) for line in filled for word in _words(line))


def read(document: Document) -> Reading:
    """Read every DOI, in order; a word that is none is a problem.

    Raises `ReadError` where there is no DOI at all.
    """
    references, problems = [], []
    for number, line in enumerate(lines(document.text), 1):
        for word in _words(line):
            if doi := identifiers.doi(word):
                references.append(Reference(doi=doi, origin=Origin(document.path, number, word)))
            else:
                problems.append(Problem(document.path, number, 1, f"is no DOI: {word[:60]}"))
    if not references:
        raise ReadError(document.path, "holds no DOI", "give one a line, such as 10.1000/182")
    return Reading(tuple(references), tuple(problems))


def _words(line: str) -> list[str]:
    return [match[0].rstrip(",;") for match in WORD.finditer(line)]


reader = Reader("dois", (), sniff, read)
