"""CSV with a header: the exports of databases and programs, and tables made by hand.

A table whose first columns are `citekey` and `type` is one that paracite wrote: its columns are
variables, its cells are read to the letter.
"""

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from paracite.bibtex import dates as edtf
from paracite.errors import ReadError
from paracite.fields import identifiers, names, pages
from paracite.readers import Document, Problem, Reader, Reading, _tagged, _values, _wos_record
from paracite.readers._columns import (
    COLUMNS,
    FIRST_PAGE,
    KINDS,
    LAST_PAGE,
    TAGS,
    TYPE_COLUMNS,
    WEAKER,
)
from paracite.reference import (
    DATE_FIELDS,
    NAME_FIELDS,
    TEXT_FIELDS,
    Date,
    Origin,
    Reference,
)
from paracite.text import fold, squeeze

Cells = Sequence[tuple[str, str]]

DELIMITERS = ",;\t|"
ENOUGH = 2  #: known columns that make a table one of references
PREFACE = 3  #: lines that may stand above the header, as `sep=;` or "About the data"
LARGEST = 10_000_000  #: characters of the longest cell
EXTRA = "extra:"  #: begins the name of a column that is no variable but is called like one
VARIABLES = frozenset(["citekey", "type", *NAME_FIELDS, *DATE_FIELDS, *TEXT_FIELDS])
OWN = ("citekey", "type")  #: the first columns of a table that paracite wrote
FORMULA = re.compile("'+[=+\\-@\t\r＝＋－＠]")  #: what a quote keeps from being a formula
NAME_IDS = re.compile(r"\s*\(\d{5,}\)")
NO_NAME = re.compile(r"\[(?:no author[^\]]*|anonymous)\]|no author\w*|anonymous", re.IGNORECASE)
CITATION = re.compile(r"\d{4}[^;:.]*;(?P<volume>[^(:;]*)(?:\((?P<issue>[^)]*)\))?:(?P<page>[^.;]+)")
SEPARATOR = re.compile(r"(?<!;);(?!;) ?")
NOT_WORD = re.compile(r"[\W_]+")


def sniff(document: Document) -> bool:
    """Return whether a header near the top names a title and more that references have."""
    return _header(document.text) is not None


def read(document: Document) -> Reading:
    """Read a reference a row.  Raises `ReadError` where no header names a title."""
    csv.field_size_limit(LARGEST)
    text = document.text.lstrip("\ufeff")
    skipped = _header(text, enough=1)
    if skipped is None:
        raise ReadError(
            document.path, "the header names no title", "name the columns: author, year, title …"
        )
    references: list[Reference] = []
    problems: list[Problem] = []
    file = io.StringIO(text, newline="")
    for _ in range(skipped):
        file.readline()
    start = file.tell()
    delimiter = _delimiter(file.readline())
    file.seek(start)
    table = csv.reader(file, delimiter=delimiter)
    try:
        columns = [_unquoted(cell) for cell in next(table)]
        row_reader = _row_reader(columns)
        for row in table:
            if not any(cell.strip() for cell in row):
                continue
            origin = Origin(document.path, skipped + table.line_num)
            if len(row) > len(columns):
                problems.append(
                    Problem(document.path, origin.line, 1, "has more cells than the header")
                )
            cells = list(zip(columns, map(_unquoted, row), strict=False))
            references.append(replace(row_reader(cells), origin=origin))
    except csv.Error as error:
        line = skipped + table.line_num
        raise ReadError(document.path, f"is no readable table: {error}", line=line) from None
    return Reading(tuple(references), tuple(problems))


def _header(text: str, enough: int = ENOUGH) -> int | None:
    """Return how many lines stand above the header; None where there is no header."""
    start = io.StringIO(text[:20_000].lstrip("\ufeff"), newline="")
    for skipped in range(PREFACE + 1):
        line = start.readline()
        cells = next(csv.reader([line], delimiter=_delimiter(line)), [])
        if tuple(cells[:2]) == OWN or set(cells) >= TAGS:
            return skipped
        known = {COLUMNS.get(_key(cell), "") for cell in cells}
        if "title" in known and len(known - {""}) >= enough:
            return skipped
    return None


def _row_reader(columns: Sequence[str]) -> Callable[[Cells], Reference]:
    """Return what reads a row below this header."""
    if tuple(columns[:2]) == OWN:
        return _own
    if set(columns) >= TAGS:
        return lambda cells: _wos_record.reference(_listed(cells), "")
    known = {key: COLUMNS[key] for key in map(_key, columns) if key in COLUMNS}
    if "issue" in known and "number" in known:  # Zotero, and tables made with care
        known["number"] = "number"
    if "articleurl" in known:  # Publish or Perish calls the journal the source
        known["source"] = "container_title"
    if "item_type" not in map(_key, columns):  # in databases, the works that this one cites
        known.pop("references", None)
    return lambda cells: _foreign(cells, known)


def _own(cells: Cells) -> Reference:
    """Read a row that paracite wrote, to the letter."""
    values: dict[str, Any] = {}
    extra = []
    for column, cell in cells:
        if not cell:
            continue
        if column in values or column not in VARIABLES:
            extra.append((column.removeprefix(EXTRA), cell))
        elif column in NAME_FIELDS:
            values[column] = tuple(
                _values.read_name(name.replace(";;", ";")) for name in SEPARATOR.split(cell)
            )
        else:
            values[column] = _date(cell) if column in DATE_FIELDS else cell
    return Reference(extra=tuple(extra), **values)


def _date(cell: str) -> Date:
    date = edtf.read(cell)
    return Date(literal=cell) if date.literal else date


def _foreign(cells: Cells, known: Mapping[str, str]) -> Reference:
    """Read a row of another program's table."""
    row = [(_key(column), squeeze(cell)) for column, cell in cells]
    row = [(key, text) for key, text in row if text]
    values: dict[str, Any] = {}
    extra: list[tuple[str, str]] = []
    used = {*FIRST_PAGE, *LAST_PAGE, *TYPE_COLUMNS}
    for key, text in sorted(row, key=lambda pair: pair[0] in WEAKER):
        name = known.get(key, "")
        if name == "issued" or key in used:
            continue
        if not name or name in values:
            extra.append((key, text))
        elif value := _value(name, text, extra):
            values[name] = value
    values["issued"] = _tagged.dated(
        [pair for pair in row if known.get(pair[0]) == "issued"], extra
    )
    if "page" not in values:
        first, last = (
            next((t for k, t in row if k in side), "") for side in (FIRST_PAGE, LAST_PAGE)
        )
        values["page"] = _values.read_pages(first, last)[0]
    if citation := CITATION.search(dict(extra).get("citation", "")):
        _pubmed(values, citation)
    values["type"] = _type(row, values, extra)
    return Reference(extra=tuple(extra), **values)


def _value(name: str, text: str, extra: list[tuple[str, str]]) -> Any:
    """Read a cell; what a variable has no room for goes to `extra`."""
    if name in NAME_FIELDS:
        return () if NO_NAME.fullmatch(text) else names.people(NAME_IDS.sub("", text))
    if name in DATE_FIELDS:
        return _values.read_date(text)
    if name == "doi":
        return identifiers.DOI_PREFIX.sub("", text) if identifiers.doi(text) else text
    if name in ("issn", "isbn"):
        first, *more = (number.strip() for number in text.split(";") if number.strip())
        extra += ((name, number) for number in more)
        return identifiers.issn(first) or first if name == "issn" else first
    if name == "keyword" and ";" in text:
        return ", ".join(filter(None, (word.strip() for word in text.split(";"))))
    return pages.normalise(text) if name == "page" else text


def _pubmed(values: dict[str, Any], citation: re.Match[str]) -> None:
    """Read volume, issue and pages of PubMed's citation; its list of authors ends in a stop."""
    for name, text in citation.groupdict().items():
        if text and not values.get(name):
            values[name] = pages.normalise(text) if name == "page" else text.strip()
    if authors := values.get("author"):
        last = authors[-1]
        values["author"] = (*authors[:-1], replace(last, given=last.given.removesuffix(".")))


def _type(row: Cells, values: dict[str, Any], extra: list[tuple[str, str]]) -> str:
    """Return the type the table names, else the one its columns tell."""
    cells = dict(row)
    named = {key: cells[key] for key in TYPE_COLUMNS if key in cells}
    if "item_type" in named and "type" in named:  # Zotero's second one
        values.setdefault("genre", named.pop("type"))
    kinds = {
        part: KINDS.get(NOT_WORD.sub("", fold(part)), "")
        for text in named.values()
        for part in text.split(";")
    }
    extra += ((key, text) for key, text in named.items() if not kinds.get(text))
    found = [kind for kind in kinds.values() if kind]
    if found:  # a paper of a conference that came out in a journal is an article
        others = [kind for kind in found if kind != "article-journal"]
        return others[0] if others and named.get("publication_type") != "J" else "article-journal"
    if values.get("container_title") or values.get("pmid"):
        return "article-journal"
    return "book" if values.get("publisher") else "document"


def _listed(cells: Cells) -> _tagged.Record:
    """Make a record of Web of Science of a row: its lists of names are parted by semicolons."""
    return _tagged.Record(
        0,
        tuple(
            (tag, part.strip())
            for tag, text in cells
            for part in (text.split(";") if tag in _wos_record.LISTED else [text])
        ),
        ended=True,
    )


def _key(cell: str) -> str:
    return NOT_WORD.sub("_", fold(cell)).strip("_")


def _unquoted(cell: str) -> str:
    """Take off the quote that keeps a cell from being a formula."""
    return cell[1:] if FORMULA.match(cell) else cell


def _delimiter(header: str) -> str:
    return max(DELIMITERS, key=header.count)


reader = Reader("csv", (".csv", ".tsv"), sniff, read)
