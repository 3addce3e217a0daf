"""CSV (`.csv`): a row for each reference, a column for each field that any of them has.

A cell that a spreadsheet would take for a formula begins with a quote, which the reader takes off.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence

from paracite.bibtex import dates
from paracite.fields.markup import plain
from paracite.readers import _values
from paracite.reference import DATE_FIELDS, NAME_FIELDS, TEXT_FIELDS, Reference
from paracite.writers import Options, Writer, Writing

ALWAYS = ("citekey", "type")  #: by these the reader knows the table for ours
FIRST = (*ALWAYS, "author", "issued", "title", "container_title", "volume", "issue")
COLUMNS = (
    *FIRST,
    *(n for n in (*NAME_FIELDS, *DATE_FIELDS, *TEXT_FIELDS) if n not in FIRST),
)
FORMULA = re.compile("'*[=+\\-@\t\r＝＋－＠]")


def encode(references: Sequence[Reference], _options: Options) -> Writing:
    """Write a header and a row a reference; names are joined by `; `."""
    columns = [
        name
        for name in COLUMNS
        if name in ALWAYS or any(getattr(each, name) for each in references)
    ]
    extra = _extra_columns(references)
    file = io.StringIO()
    table = csv.writer(file, lineterminator="\r\n")  # RFC 4180
    titles = (f"extra:{name}" if name in COLUMNS else name for name, _ in extra)
    table.writerow(map(_safe, (*columns, *titles)))
    for each in references:
        own = [_cell(each, name) for name in columns]
        held = dict(_numbered(each))
        table.writerow(map(_safe, (*own, *(held.get(column, "") for column in extra))))
    return Writing(file.getvalue().encode("utf-8"))


def _numbered(reference: Reference) -> list[tuple[tuple[str, int], str]]:
    """Return what is in `extra`, by its name and how often that came before."""
    seen: Counter[str] = Counter()
    pairs = []
    for name, value in reference.extra:
        pairs.append(((name, seen[name]), value))
        seen[name] += 1
    return pairs


def _extra_columns(references: Sequence[Reference]) -> list[tuple[str, int]]:
    """Return a column for each name in `extra`, one more for each time it comes again."""
    every = (column for each in references for column, value in _numbered(each) if value)
    order = list(dict.fromkeys(every))
    places = {name: place for place, (name, _) in reversed(list(enumerate(order)))}
    return sorted(order, key=lambda column: (places[column[0]], column[1]))


def _cell(reference: Reference, name: str) -> str:
    value = getattr(reference, name)
    if not value:
        return ""
    if name in NAME_FIELDS:
        return "; ".join(_values.write_name(each).replace(";", ";;") for each in value)
    return dates.write(value) if name in DATE_FIELDS else plain(value)


def _safe(cell: str) -> str:
    return f"'{cell}" if FORMULA.match(cell) else cell


writer = Writer("csv", ".csv", encode, reader="csv")
