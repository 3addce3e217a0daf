"""Labels made of names and year, for styles that cite by `citation-label`: `Bron00`.

Source: CSL 1.0.2 specification, appendix IV, `citation-label`; the form is that of BibTeX's
alpha styles with four letters.
"""

from paracite.csl.entry import Entry

NAMES = ("author", "editor", "translator", "container-author", "composer", "director")
LETTERS = {1: (4,), 2: (2, 2), 3: (2, 1, 1)}  #: taken of each name, by how many there are


def citation_label(entry: Entry) -> str:
    """Make the label of an entry, without the suffix that tells it from others."""
    people = next(filter(None, (entry.names(name) for name in NAMES)), ())
    families = [person.family or person.literal for person in people]
    if not families:
        families = [entry.raw("title")]
    counts = LETTERS.get(len(families), (1, 1, 1, 1))
    letters = "".join(family[:count] for family, count in zip(families, counts, strict=False))
    date = entry.date("issued")
    year = f"{date.start[0] % 100:02d}" if date and date.start[0] else ""
    return letters.replace(" ", "") + year
