"""CSV (`.csv`): a row for each reference, a column for each field that any of them has."""

import csv
import io
from collections.abc import Sequence

from paracite.bibtex import dates
from paracite.fields.markup import plain
from paracite.reference import DATE_FIELDS, NAME_FIELDS, TEXT_FIELDS, Name, Reference
from paracite.writers import Options, Writer, Writing

FIRST = ("citekey", "type", "author", "issued", "title", "container_title", "volume", "issue")
COLUMNS = (
    *FIRST,
    *(n for n in (*NAME_FIELDS, *DATE_FIELDS, *TEXT_FIELDS) if n not in FIRST),
)


def write(references: Sequence[Reference], _options: Options) -> Writing:
    """Write a header and a row a reference; names are joined by `; `."""
    columns = [name for name in COLUMNS if any(getattr(each, name) for each in references)]
    extra = dict.fromkeys(name for each in references for name, value in each.extra if value)
    file = io.StringIO()
    table = csv.writer(file, lineterminator="\r\n")  # RFC 4180
    table.writerow([*columns, *extra])
    for each in references:
        own = [_cell(each, name) for name in columns]
        table.writerow(
            [*own, *("; ".join(v for n, v in each.extra if n == name) for name in extra)]
        )
    return Writing(file.getvalue().encode("utf-8"))


def _cell(reference: Reference, name: str) -> str:
    value = getattr(reference, name)
    if not value:
        return ""
    if name in NAME_FIELDS:
        return "; ".join(map(_name, value))
    return dates.write(value) if name in DATE_FIELDS else plain(value)


def _name(name: Name) -> str:
    family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
    given = " ".join(filter(None, (name.given, name.dropping_particle)))
    return name.literal or ", ".join(filter(None, (family, given, name.suffix)))


writer = Writer("csv", ".csv", write)
