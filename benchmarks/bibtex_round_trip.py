"""Print how many fields of a .bib file come back from CSL-JSON, and list those that do not.

    python benchmarks/bibtex_round_trip.py references.bib

A field comes back as it was, or in other words for the same text: a page range with two
hyphens for one, braces left out that nothing needs.
"""

import sys
from collections import Counter
from pathlib import Path

from paracite import readers, writers
from paracite.bibtex import values
from paracite.bibtex.document import BibtexDocument, parse
from paracite.fields import pages
from paracite.fields.latex import to_text

LISTED = 20


def main(path: str) -> None:
    """Read, write CSL-JSON, read that, write BibTeX, compare."""
    data = Path(path).read_bytes()
    options = writers.Options()
    first = readers.reader("bibtex").read(readers.Document(path, data)).references
    items = writers.writer("csljson").write(first, options).data
    second = readers.reader("csljson").read(readers.Document("csl.json", items)).references
    before, after = (
        _fields(parse(each))
        for each in (data, writers.writer("bibtex").write(second, options).data)
    )
    counts = Counter(_verdict(field, value, after) for field, value in before.items())
    print(f"{len(first):>9,}  entries")
    for name, count in sorted(counts.items()):
        print(f"{count:>9,}  fields: {name}")
    lost = [field for field in before if field not in after]
    for key, name in lost[:LISTED]:
        print(f"{key}: {name} is lost")


def _fields(document: BibtexDocument) -> dict[tuple[str, str], str]:
    return {
        (entry.key, field.name.casefold()): values.value(field.value)
        for entry in document.entries
        for field in document.fields(entry)
    }


def _verdict(field: tuple[str, str], value: str, after: dict[tuple[str, str], str]) -> str:
    if field not in after:
        return "LOST"
    if after[field] == value:
        return "as they were"
    return "the same text" if _text(field, after[field]) == _text(field, value) else "CHANGED"


def _text(field: tuple[str, str], value: str) -> str:
    text = to_text(value)
    return pages.normalise(text) if field[1] == "pages" else text


if __name__ == "__main__":
    main(sys.argv[1])
