"""PubMed's tagged lines (`.nbib`), from `PMID- `, a blank line after each record."""

from collections.abc import Iterator, Sequence

from paracite.bibtex import dates as edtf
from paracite.fields.markup import plain
from paracite.fields.months import NAMES as MONTHS
from paracite.fields.nbib import TEXTS, TYPES, USUAL
from paracite.readers import _values
from paracite.reference import OTHERS, Date, Name, Reference
from paracite.text import squeeze
from paracite.writers import Options, Writer, Writing

FIRST = ("pmid", "title", "container_title", "container_title_short")
TAG_OF = {variable: tag for tag, variable in reversed(TEXTS.items())}
ORDER = (*FIRST, *(variable for variable in dict.fromkeys(TEXTS.values()) if variable not in FIRST))
KINDS = {kind: name for name, kind in TYPES.items()}
LABELS = ("doi", "pii", "pmc", "bookaccession")  #: identifiers that `AID` labels


def encode(references: Sequence[Reference], _options: Options) -> Writing:
    """Write a record for each reference; PubMed has no place for citekeys."""
    records = ("".join(_lines(each)) for each in references)
    return Writing("\r\n".join(records).encode("utf-8"))


def _lines(reference: Reference) -> Iterator[str]:
    for tag, value in _tags(reference):
        yield f"{tag:4}- {squeeze(plain(value))}\r\n"


def _tags(reference: Reference) -> Iterator[tuple[str, str]]:
    for variable in ORDER:
        tag = TAG_OF[variable]
        if value := getattr(reference, variable):
            own = reference.type in ("chapter", "book") and tag == "JT"
            yield ("BTI" if own else tag), value
    yield from (tag for name in reference.author for tag in _person(name))
    yield from (("FED", _values.write_name(name)) for name in reference.editor)
    if reference.issued:
        yield "DP", _date(reference.issued)
    if reference.page:
        yield "PG", reference.page
    if reference.doi:
        yield from ((tag, f"{reference.doi} [doi]") for tag in ("LID", "AID"))
    if reference.issn:
        yield "IS", f"{reference.issn} (Linking)"
    yield from (("OT", word.strip()) for word in reference.keyword.split(",") if word.strip())
    yield from _extra(reference)


def _person(name: Name) -> Iterator[tuple[str, str]]:
    """Yield a group as `CN`; a person in full, and in short as MEDLINE abbreviates names."""
    if name.literal and name != OTHERS:
        yield "CN", name.literal
        return
    yield "FAU", _values.write_name(name)
    initials = "".join(part[0] for part in name.given.replace("-", " ").split())
    family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
    if short := " ".join(filter(None, (family, initials))):
        yield "AU", short


def _date(date: Date) -> str:
    """Write a date as PubMed does, `2016 May-Jun`; what it has no form for as EDTF."""
    if date.year is None:
        return date.literal
    end = date.end
    months = end and date.month and end.month and end.year and not (date.day or end.day)
    if date.circa or date.literal or date.year < 1 or (end and not months):
        return edtf.write(date)
    text = _month(date)
    if end is not None:
        last = _month(end)
        return f"{text}-{last if end.year != date.year else last.partition(' ')[2]}"
    return text


def _month(date: Date) -> str:
    month = MONTHS[date.month - 1][:3] if date.month else _values.SEASONS[date.season]
    day = str(date.day) if date.month and date.day else ""
    return " ".join(filter(None, (_values.year_text(date.year or 0), month, day)))


def _extra(reference: Reference) -> Iterator[tuple[str, str]]:
    kinds = [value for name, value in reference.extra if name.upper() == "PT"]
    if not any(TYPES.get(kind, "article-journal") == reference.type for kind in kinds):
        yield "PT", KINDS.get(reference.type, USUAL)
    for name, value in reference.extra:
        if name in LABELS:
            yield "AID", f"{value} [{name}]"
        elif name == "issn":
            yield "IS", f"{value} (Linking)"
        elif name.isupper() and name.isalpha() and 2 <= len(name) <= 4:
            variable = TEXTS.get(name)
            if not variable or getattr(reference, variable):
                yield name, value


writer = Writer("nbib", ".nbib", encode, reader="nbib")
