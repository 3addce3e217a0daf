"""CSV with a header: columns by CSL's, BibTeX's or plain English names, any usual delimiter."""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from typing import Any

from paracite.errors import ReadError
from paracite.fields import dates, identifiers, names, pages
from paracite.readers import Document, Problem, Reader, Reading
from paracite.reference import DATE_FIELDS, NAME_FIELDS, TEXT_FIELDS, TYPES, Origin, Reference
from paracite.text import fold, squeeze

COLUMNS = {
    **{name: name for name in (*NAME_FIELDS, *DATE_FIELDS, *TEXT_FIELDS)},
    **dict.fromkeys(
        ("authors", "author_names", "creator", "creators", "penulis", "autor"), "author"
    ),
    **dict.fromkeys(("editors",), "editor"),
    **dict.fromkeys(("year", "date", "publication_year", "publication_date", "tahun"), "issued"),
    **dict.fromkeys(("article_title", "document_title", "judul", "titel", "titre"), "title"),
    **dict.fromkeys(
        ("journal", "source_title", "publication_title", "journal_title", "booktitle", "container"),
        "container_title",
    ),
    **dict.fromkeys(("number", "issue_number", "no"), "issue"),
    **dict.fromkeys(("vol",), "volume"),
    **dict.fromkeys(("pages", "page_range"), "page"),
    **dict.fromkeys(("place", "address", "location"), "publisher_place"),
    **dict.fromkeys(("link", "web"), "url"),
    **dict.fromkeys(("keywords", "author_keywords"), "keyword"),
    **dict.fromkeys(("citekey", "key", "id", "cite_key", "bibtexkey"), "citekey"),
    **dict.fromkeys(("type", "item_type", "document_type", "entry_type"), "type"),
}
DELIMITERS = ",;\t|"
ENOUGH = 2  #: known columns that make a table one of references
LARGEST = 10_000_000  #: characters of the longest cell


def sniff(document: Document) -> bool:
    """Return a table of references by the names in its header."""
    header = document.text[:5000].lstrip("\ufeff").splitlines()[:1]
    if not header:
        return False
    known = {COLUMNS.get(_name(cell), "") for cell in _row(header[0])}
    return "title" in known and len(known - {""}) >= ENOUGH


def read(document: Document) -> Reading:
    """Read a reference a row.  Raises `ReadError` where the header names no title."""
    csv.field_size_limit(LARGEST)
    file = io.StringIO(document.text.lstrip("\ufeff"), newline="")
    header = file.readline()
    file.seek(0)
    table = csv.reader(file, delimiter=_delimiter(header))
    references: list[Reference] = []
    problems: list[Problem] = []
    try:
        columns = [_name(cell) for cell in next(table)]
        if "title" not in {COLUMNS.get(name) for name in columns}:
            raise ReadError(
                document.path,
                "the header names no title",
                "name the columns: author, year, title …",
            )
        for row in table:
            if not any(cell.strip() for cell in row):
                continue
            origin = Origin(document.path, table.line_num)
            if len(row) > len(columns):
                problems.append(
                    Problem(document.path, table.line_num, 1, "has more cells than the header")
                )
            references.append(_reference(zip(columns, row, strict=False), origin))
    except csv.Error as error:
        raise ReadError(
            document.path, f"is no readable table: {error}", line=table.line_num
        ) from None
    return Reading(tuple(references), tuple(problems))


def _reference(cells: Iterable[tuple[str, str]], origin: Origin) -> Reference:
    values: dict[str, Any] = {}
    extra = []
    for column, cell in cells:
        name, text = COLUMNS.get(column, ""), squeeze(cell)
        if not text:
            continue
        if not name or name in values:
            extra.append((column, text))
        else:
            values[name] = _value(name, text)
    values["type"] = _type(values)
    return Reference(extra=tuple(extra), origin=origin, **values)


def _value(name: str, text: str) -> Any:
    if name in NAME_FIELDS:
        return names.people(text)
    if name in DATE_FIELDS:
        return dates.printed(text)
    if name == "doi":
        return identifiers.doi(text) or text
    return pages.normalise(text) if name == "page" else text


def _type(values: Mapping[str, Any]) -> str:
    """Return the type the table names, else the one its columns tell."""
    named = fold(str(values.get("type", ""))).replace(" ", "-")
    if named in TYPES:
        return named
    if named in ("article", "journal-article") or values.get("container_title"):
        return "article-journal"
    return "book" if values.get("publisher") or "book" in named else "document"


def _name(cell: str) -> str:
    return re.sub(r"\W+", "_", fold(cell)).strip("_")


def _delimiter(header: str) -> str:
    return max(DELIMITERS, key=header.count)


def _row(line: str) -> list[str]:
    return next(csv.reader([line], delimiter=_delimiter(line)), [])


reader = Reader("csv", (".csv", ".tsv"), sniff, read)
