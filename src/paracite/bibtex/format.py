"""From a `Reference` to a BibTeX or biblatex entry: one field a line, in a fixed order."""

import re
from collections.abc import Iterable, Iterator

from paracite.bibtex import dates, names
from paracite.bibtex.entries import SUBTYPES, kind_of
from paracite.bibtex.mapping import (
    BIBLATEX,
    BIBTEX,
    ENTRY_TYPES,
    FIELDS,
    FIELDS_IN,
    SUBTITLES,
    TEXTS,
    THESES,
    UNKNOWN_THESIS,
    VERBATIM,
)
from paracite.fields import months
from paracite.fields.latex_out import from_text
from paracite.fields.markup import plain
from paracite.reference import DATE_FIELDS, NAME_FIELDS, TEXT_FIELDS, Date, Reference

LAST = frozenset(["keyword", "abstract", "note", "annote"])
VARIABLES = (
    *(name for name in FIELDS if name not in LAST),
    *(n for n in (*NAME_FIELDS, *DATE_FIELDS, *TEXT_FIELDS) if n not in FIELDS),
    *(name for name in FIELDS if name in LAST),
)
UNSAFE_IN_KEY = re.compile(r"[\s,{}\"=%#\\~]+")
PAGE_RANGE = re.compile(r"(?<=\w)-(?=\w)")
MARKS = re.compile(r"[{}]")
NOT_FIELD_NAME = re.compile(r"[^\w:+./-]+")


def entry(reference: Reference, dialect: int = BIBTEX) -> str:
    """Write an entry, without the newline that ends it."""
    from bibtexparser.library import Library
    from bibtexparser.model import Entry, Field
    from bibtexparser.writer import BibtexFormat, write

    layout = BibtexFormat()
    layout.indent, layout.trailing_comma = "  ", True
    listed = [Field(name, value) for name, value in _distinct(fields(reference, dialect))]
    written = Entry(entry_type(reference, dialect), key(reference.citekey), listed)
    return write(Library([written]), layout).rstrip("\n")


def _distinct(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Number the names that come again; BibTeX would see the first only."""
    seen: dict[str, int] = {}
    for name, value in pairs:
        count = seen[name.casefold()] = seen.get(name.casefold(), 0) + 1
        if count == 1:
            yield name, value
        elif value != "{}":
            yield f"{name}_{count}", value


def key(citekey: str) -> str:
    """Replace in a citekey what no key may hold."""
    return UNSAFE_IN_KEY.sub("_", citekey)


def entry_type(reference: Reference, dialect: int) -> str:
    """Choose the entry type: the one it was read from, else the nearest there is."""
    own = reference.get("entrytype")
    if own and NOT_FIELD_NAME.search(own) is None:
        return own
    if reference.type == "thesis" and dialect == BIBTEX and "master" in reference.genre.casefold():
        return "mastersthesis"
    return ENTRY_TYPES.get(reference.type, ENTRY_TYPES["document"])[dialect]


def fields(reference: Reference, dialect: int) -> Iterator[tuple[str, str]]:
    """Yield the fields in order, each value with its delimiters."""
    texts = dict(_subtitles(reference)) | {"genre": _genre(reference, dialect)}
    for variable in VARIABLES:
        value = texts.get(variable, getattr(reference, variable))
        if not value:
            continue
        if variable == "issued":
            yield from _issued(value, dialect)
            continue
        pair = FIELDS_IN.get((variable, reference.type)) or FIELDS.get(variable)
        name = pair[dialect] if pair else variable
        if variable in NAME_FIELDS:
            yield name, _braced(names.write(value, keyed=dialect == BIBLATEX))
        elif variable in DATE_FIELDS:
            yield name, _braced(_date(value))
        else:
            yield name, _text(name, value)
    yield from _extra(reference, dialect)


def _genre(reference: Reference, dialect: int) -> str:
    """Return the genre, unless the entry type says it; where it must not, say something plainer."""
    written = entry_type(reference, dialect)
    if written not in THESES:
        return reference.genre
    return "" if reference.genre == THESES[written] else reference.genre or UNKNOWN_THESIS


def _text(name: str, value: str) -> str:
    if name == "pages":
        value = PAGE_RANGE.sub("--", value)
        return (
            f"{{{value}}}"
            if value.isascii() and value.replace("-", "").isalnum()
            else _braced(from_text(value.replace("--", "–")))
        )
    if name in VERBATIM:
        return f"{{{_verbatim(value)}}}"
    latex = from_text(value)
    return _braced(latex if balances(latex) else from_text(plain(value)))


def _braced(latex: str) -> str:
    return f"{{{' '.join(latex.split())}}}" if balances(latex) else f"{{{MARKS.sub('', latex)}}}"


def _verbatim(value: str) -> str:
    """Percent-encode braces that do not balance, which an address may hold."""
    return value if balances(value) else value.replace("{", "%7B").replace("}", "%7D")


def balances(latex: str) -> bool:
    """Return whether the braces of `latex` balance, as any value's must."""
    depth = 0
    for mark in MARKS.finditer(latex):
        depth += 1 if mark[0] == "{" else -1
        if depth < 0:
            return False
    return not depth


def _date(date: Date) -> str:
    return from_text(date.literal) if date.literal else dates.write(date)


def _issued(date: Date, dialect: int) -> Iterator[tuple[str, str]]:
    """Write year, month and day for BibTeX where they say all, else biblatex's `date`."""
    simple = date.year is not None and not (
        date.end or date.circa or date.season or date.literal or not 0 < date.year < 10_000
    )
    if date.literal:
        yield "year", _braced(from_text(date.literal))
        return
    if dialect != BIBTEX or not simple:
        yield "date", f"{{{dates.write(date)}}}"
    if dialect == BIBTEX:
        yield "year", f"{{{date.year}}}"
        if date.month:
            yield "month", months.ABBREVIATIONS[date.month - 1]
        if date.day:
            yield "day", f"{{{date.day}}}"


def _subtitles(reference: Reference) -> Iterator[tuple[str, str]]:
    """Yield the titles that were joined with a subtitle, parted from it again."""
    for title, subtitle in SUBTITLES:
        variable = TEXTS[title]
        value, end = getattr(reference, variable), reference.get(subtitle)
        if end and value.endswith(f" {end}"):
            yield variable, value.removesuffix(f" {end}").removesuffix(":")


def _extra(reference: Reference, dialect: int) -> Iterator[tuple[str, str]]:
    archive = reference.get("archiveprefix") or reference.get("eprinttype")
    if kind_of(entry_type(reference, dialect), archive) != reference.type:
        names_of = {kind: name for name, kind in SUBTYPES.items()}
        yield "entrysubtype", f"{{{names_of.get(reference.type, reference.type)}}}"
    for name, value in reference.extra:
        if name != "entrytype":
            safe = NOT_FIELD_NAME.sub("_", name)
            safe = safe if safe[:1].isalpha() else f"field_{safe}"
            yield safe, _text(safe, value)
    if reference.origin.text:
        yield "printed", _text("printed", reference.origin.text)
