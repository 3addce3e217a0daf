"""The page of the formats: what each holds, found by writing and reading every field."""

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Any

from paracite import readers, writers
from paracite.reference import (
    DATE_FIELDS,
    NAME_FIELDS,
    TEXT_FIELDS,
    TYPES,
    Date,
    Name,
    Reference,
)

HEAD = """# Formats

Made by `tools/make_docs.py`: the table is what happens when each field is written and read again.

Whatever is exported is read again and compared with what was to be written, so the warnings of
`export` and `read` name each field of each list that a format could not keep, no more and no less.
"""
LEGEND = """`●` is held in every type of work, `○` in some, `+` comes back under `extra`; a blank is left out,
or made of the nearest type, and named.
What no CSL variable is for (`extra`) is held by BibTeX, biblatex, CSL-JSON, CSL-YAML and CSV; by RIS,
EndNote and PubMed where it is one of their tags.
"""
USUAL = {
    "doi": "10.1000/182",
    "isbn": "9780714649719",
    "issn": "0028-0836",
    "page": "12-19",
    "pmid": "13054692",
    "pmcid": "PMC1234567",
    "url": "https://example.org/a",
    "language": "en",
}
NUMBERS = frozenset(["number_of_pages", "number_of_volumes", "volume", "issue", "edition"])
TRIED = ("article-journal", "book", "chapter", "paper-conference", "report", "thesis", "map")
MORE = ("software", "legal_case", "motion_picture", "musical_score", "personal_communication")


def value(field: str) -> object:
    """Return something usual for a field."""
    if field in NAME_FIELDS:
        return (Name("Doe", "Jane"), Name(literal="World Bank"))
    if field in DATE_FIELDS:
        return Date(2001, 5, 17)
    return USUAL.get(field, "12" if field in NUMBERS else f"Some {field.replace('_', ' ')}")


def formats() -> list[writers.Writer]:
    """Return the writers whose files can be read again."""
    return [each for each in map(writers.writer, writers.names()) if each.reader]


@cache
def again(name: str, reference: Reference) -> Reference:
    """Write a reference and read it again."""
    writer = writers.writer(name)
    data = writer.write([reference], writers.Options()).data
    [found] = readers.reader(writer.reader).read(readers.Document("", data)).references
    return found


def held(name: str, field: str) -> str:
    """Return the sign for what a format makes of a field."""
    results = []
    for kind in (*TRIED, *MORE):
        changes: dict[str, Any] = {"title": "T", field: value(field)}
        wanted = Reference(citekey="doe2001", type=kind, **changes)
        found = again(name, wanted)
        in_extra = any(text == value(field) for _, text in found.extra)
        results.append("●" if getattr(found, field) == value(field) else "+" if in_extra else " ")
    if set(results) == {"●"}:
        return "●"
    return "○" if "●" in results else "+" if "+" in results else " "


def held_type(name: str, kind: str) -> str:
    """Return the sign for what a format makes of a type of work."""
    found = again(name, Reference(citekey="doe2001", type=kind, title="T", container_title="C"))
    return "●" if found.type == kind else " "


def formats_page() -> str:
    """Make the page."""
    return "\n".join((HEAD, *_lists(), "## What each format holds\n", LEGEND, *_table(), ""))


def _lists() -> Iterator[str]:
    yield "| format | read | written | suffixes |"
    yield "|---|---|---|---|"
    for name in sorted({*readers.names(), *writers.names()}):
        read, written = name in readers.names(), name in writers.names()
        suffixes = dict.fromkeys(
            (*(readers.reader(name).suffixes if read else ()),)
            + ((writers.writer(name).suffix,) if written else ())
        )
        marks = ("yes" if each else "" for each in (read or name == "biblatex", written))
        yield f"| `{name}` | {' | '.join(marks)} | {' '.join(f'`{each}`' for each in suffixes)} |"
    yield ""


def _table() -> Iterator[str]:
    names = [each.name for each in formats()]
    yield f"| | {' | '.join(names)} |"
    yield f"|---|{'---|' * len(names)}"
    order = [field.name for field in fields(Reference)]
    for field in sorted((*NAME_FIELDS, *DATE_FIELDS, *TEXT_FIELDS), key=order.index):
        yield f"| {field} | {' | '.join(held(name, field) for name in names)} |"
    for kind in sorted(TYPES):
        yield f"| type {kind} | {' | '.join(held_type(name, kind) for name in names)} |"
