"""From the fields of one entry to a `Reference`."""

import html
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from paracite.bibtex import dates, mapping, names
from paracite.bibtex.mapping import (
    ADDRESSES,
    BIBTEX,
    ENTRY_TYPES,
    FIELDS,
    FIELDS_IN,
    GENRES,
    SUBTITLES,
    THESES,
    TITLES,
    UNKNOWN_THESIS,
    VERBATIM,
)
from paracite.fields import pages
from paracite.fields.dates import is_undated
from paracite.fields.latex import to_text, verbatim
from paracite.fields.latex_address import ENTITY, address
from paracite.reference import (
    DATE_FIELDS,
    NAME_FIELDS,
    TEXT_FIELDS,
    TYPES,
    Date,
    Origin,
    Reference,
)

Note = Callable[[str, str], None]  #: hears the field, and in words what was made of its value
Pairs = Iterable[tuple[str, str]]  #: field name in lower case, and LaTeX without delimiters


def _with_own(names: tuple[str, ...], table: Mapping[str, str]) -> dict[str, str]:
    """Add to `table` the variables it does not reach; those are fields of their own name."""
    return {name: name for name in names if name not in table.values()} | dict(table)


TEXTS = _with_own(TEXT_FIELDS, mapping.TEXTS) | {"csl_number": "number"}
NAMES = _with_own(NAME_FIELDS, mapping.NAMES)
DATES = _with_own(DATE_FIELDS, mapping.DATES)
SUBTYPES = {"magazine": "article-magazine", "newspaper": "article-newspaper"}
PREPRINTS = frozenset(["misc", "online", "unpublished", "electronic", "www"])
EPRINTS = {"pubmed": "pmid", "pmid": "pmid", "pmc": "pmcid", "pmcid": "pmcid"}
PARTS_OF_DATE = frozenset(["year", "month", "day"])
WHOLE = frozenset(["book", "thesis", "report", "pamphlet"])  #: types of works that are no part
ADDRESS = re.compile(r"https?://\S+")
DOUBLE = re.compile(r" {2,}")
TITLE_END = re.compile(r"[?!.:]\Z")


def unheard(field: str, message: str) -> None:
    """Let what was guessed go unsaid, where nobody can be told."""


def reference(
    entry_type: str,
    key: str,
    pairs: Pairs,
    path: str = "",
    line: int = 0,
    note: Note = unheard,
) -> Reference:
    """Make the reference that an entry stands for; what has no variable goes to `extra`.

    `note` hears of each value that was guessed at, changed or left out, with its field.
    """
    reading = _Reading(entry_type.casefold(), note)
    fields = list(pairs)
    reading.settle_type(dict(reversed(fields)))
    for name, latex in fields:
        reading.field(name, latex)
    reading.finish()
    return Reference(
        citekey=key,
        type=reading.kind,
        extra=tuple(reading.extra),
        origin=Origin(path, line, reading.printed),
        **reading.values,
    )


def kind_of(entry_type: str, archive: str = "") -> str:
    """Return the CSL type of an entry type; an arXiv eprint makes a preprint."""
    if entry_type in PREPRINTS and archive.casefold() == "arxiv":
        return "article"
    return mapping.TYPES.get(entry_type, "document")


def _plain(name: str, latex: str) -> str:
    if name in ADDRESSES:
        return address(latex)
    return verbatim(latex) if name in VERBATIM else to_text(latex)


def _squeezed(text: str) -> str:
    """Take out the double spaces that commands leave behind."""
    return DOUBLE.sub(" ", text).strip() if "  " in text else text.strip(" ")


class _Reading:
    """What has been read of one entry."""

    def __init__(self, entry_type: str, note: Note) -> None:
        self.entry_type, self.note = entry_type, note
        self.kind = "document"
        self.values: dict[str, Any] = {}
        self.sources: dict[str, tuple[str, str]] = {}  # the field each value came from
        self.extra: list[tuple[str, str]] = []
        self.parts: dict[str, str] = {}
        self.eprint = ""
        self.printed = ""

    def settle_type(self, fields: Mapping[str, str]) -> None:
        self.eprint = fields.get("archiveprefix") or fields.get("eprinttype") or ""
        self.kind = kind_of(self.entry_type, self.eprint)
        subtype = fields.get("entrysubtype", "")
        if self.entry_type != ENTRY_TYPES[self.kind][BIBTEX]:
            self.extra.append(("entrytype", self.entry_type))
        self.kind = SUBTYPES.get(subtype, subtype if subtype in TYPES else self.kind)
        if not fields.get("type") and self.entry_type in THESES:
            self.values["genre"] = THESES[self.entry_type]

    def field(self, name: str, latex: str) -> None:
        if "&" in latex and (entity := ENTITY.search(latex)) and name not in ADDRESSES:
            self.note(name, f"{entity[0]} is HTML: read as {html.unescape(entity[0])!r}")
        attribute = mapping.TEXTS_IN.get((name, self.kind)) or TEXTS.get(name)
        if attribute:
            self.text(name, attribute, latex)
        elif name in NAMES:
            people, message = names.read_noting(latex)
            if message:
                self.note(name, message)
            self.put(NAMES[name], people, name, latex)
        elif name in PARTS_OF_DATE and name not in self.parts:
            self.parts[name] = to_text(latex).strip()
        elif name in DATES:
            self.put(DATES[name], self.dated(name, latex), name, latex)
        elif name == "printed" and not self.printed:
            self.printed = to_text(latex)
        else:
            self.other(name, latex)

    def dated(self, name: str, latex: str) -> Date | None:
        date = dates.read(latex) if latex else None
        if date and date.year is None and not is_undated(date.literal):
            self.note(name, f"{date.literal!r} is no date: kept as it is written")
        return date

    def text(self, name: str, attribute: str, latex: str) -> None:
        if name in VERBATIM:
            text = _plain(name, latex)
        else:
            text = _squeezed(to_text(latex, title=name in TITLES))
        if attribute == "page":
            text = pages.normalise(text)
            if extent := pages.extent(text, of_book=self.kind in WHOLE):
                self.note(name, f"{text} is how many pages there are, and no page")
                attribute, text = "number_of_pages", extent
        elif attribute == "genre":
            if text == UNKNOWN_THESIS and self.entry_type in THESES:
                return
            text = GENRES.get(text, text)
        elif attribute == "medium" and ADDRESS.fullmatch(text) and "url" not in self.values:
            attribute = "url"
        self.put(attribute, text, name, latex)

    def put(self, attribute: str, value: object, name: str, latex: str) -> None:
        """Set a variable; of two fields for one, the one that would be written stays."""
        if not value:
            self.extra.append((name, _plain(name, latex)))
            return
        if attribute in self.sources:
            canonical = FIELDS_IN.get((attribute, self.kind)) or FIELDS.get(attribute, ("", ""))
            if name != canonical[BIBTEX] or self.sources[attribute][0] == name:
                self.extra.append((name, _plain(name, latex)))
                return
            other, other_latex = self.sources[attribute]
            self.extra.append((other, _plain(other, other_latex)))
        self.sources[attribute] = (name, latex)
        self.values[attribute] = value

    def other(self, name: str, latex: str) -> None:
        text = _plain(name, latex)
        if name == "entrysubtype" and self.kind in (text, SUBTYPES.get(text)):
            return
        if name == "eprint" and (attribute := EPRINTS.get(self.eprint.casefold())):
            self.put(attribute, text, name, latex)
            return
        if name in ("eprinttype", "archiveprefix") and text.casefold() in EPRINTS:
            return
        self.extra.append((name, text))

    def finish(self) -> None:
        self.date()
        if self.extra:
            others = dict(self.extra)
            for title, subtitle in SUBTITLES:
                self.join(TEXTS[title], others.get(subtitle, ""))

    def date(self) -> None:
        """Put year, month and day together; beside a `date` they fill what it leaves open."""
        year, month, day = (self.parts.get(name, "") for name in ("year", "month", "day"))
        full: Date | None = self.values.get("issued")
        read, rest = dates.read_parts(year or (str(full.year) if full else ""), month, day)
        if full is None:
            if read:
                self.values["issued"] = read
            if rest:
                field = "day" if rest == day else "month"
                self.extra.append((field, rest))
                self.note(field, f"{rest!r} is left out of the date")
            if read and read.year is None and not is_undated(read.literal):
                self.note("year", f"{year!r} is no year: kept as it is written")
            return
        if read and not (full.month or full.season or full.end) and read.year == full.year:
            full = self.values["issued"] = replace(full, month=read.month, day=read.day)
        if rest or read not in (replace(full, circa=False, end=None), Date(full.year), None):
            self.extra += self.parts.items()

    def join(self, attribute: str, subtitle: str) -> None:
        """Add a subtitle to its title; `extra` keeps it too, so that writing can part them."""
        title = self.values.get(attribute)
        if title and subtitle:
            self.values[attribute] = title + (" " if TITLE_END.search(title) else ": ") + subtitle
