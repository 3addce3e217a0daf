"""RIS (`.ris`), with the tags of 2011 that EndNote, Zotero and Mendeley read."""

from collections import Counter
from collections.abc import Iterator, Sequence

from paracite.citekeys import with_citekeys
from paracite.fields import pages
from paracite.fields.markup import plain
from paracite.fields.ris import RIS_TYPES, TAGS, TYPES
from paracite.reference import (
    DATE_FIELDS,
    NAME_FIELDS,
    OTHERS,
    TEXT_FIELDS,
    Date,
    Name,
    Reference,
)
from paracite.writers import Options, Writer, Writing

WRITTEN = frozenset([*TAGS, "issued", "accessed", "page", "keyword", "number"])
VARIABLES = (*NAME_FIELDS, *DATE_FIELDS, *TEXT_FIELDS)


def write(references: Sequence[Reference], _options: Options) -> Writing:
    """Write a record for each reference; warn of what RIS has no tag for."""
    records = ("".join(_lines(each)) for each in with_citekeys(references))
    lost = Counter(name for each in references for name in _without_tag(each))
    warnings = (f"RIS has no tag for {name}: {n} left out" for name, n in sorted(lost.items()))
    return Writing("\r\n".join(records).encode("utf-8"), tuple(warnings))


def _lines(reference: Reference) -> Iterator[str]:
    for tag, value in _tags(reference):
        yield f"{tag}  - {' '.join(value.split())}\r\n"
    yield "ER  - \r\n"


def _tags(reference: Reference) -> Iterator[tuple[str, str]]:
    own = reference.get("TY")
    yield "TY", own if TYPES.get(own) == reference.type else RIS_TYPES.get(reference.type, "GEN")
    yield "ID", reference.citekey
    for variable, tag in TAGS.items():
        value = getattr(reference, variable)
        if variable in NAME_FIELDS:
            yield from ((tag, _name(each)) for each in value)
        elif value:
            yield tag, plain(value)
    yield from _dates(reference)
    first, last = pages.bounds(reference.page)
    if first:
        yield "SP", first
        if last != first:
            yield "EP", last
    if reference.number:
        yield "IS" if not reference.issue else "M1", reference.number
    yield from (("KW", word.strip()) for word in reference.keyword.split(",") if word.strip())
    yield from ((name, value) for name, value in reference.extra if _is_tag(name) and name != "TY")


def _dates(reference: Reference) -> Iterator[tuple[str, str]]:
    issued = reference.issued
    if issued:
        yield "PY", str(issued.year) if issued.year is not None else issued.literal
        if issued.month:
            yield "DA", _slashed(issued)
    if reference.accessed and reference.accessed.year:
        yield "Y2", _slashed(reference.accessed)


def _slashed(date: Date) -> str:
    month, day = (f"{part:02}" if part else "" for part in (date.month, date.day))
    return f"{date.year:04}/{month}/{day}"


def _name(name: Name) -> str:
    if name == OTHERS:
        return "et al."
    family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
    given = " ".join(filter(None, (name.given, name.dropping_particle)))
    if not given and " " in family:
        return f"{family},"  # without a comma it would read as an institution
    return name.literal or ", ".join(filter(None, (family, given, name.suffix)))


def _is_tag(name: str) -> bool:
    return len(name) == 2 and name[0].isalpha() and name.isupper()


def _without_tag(reference: Reference) -> Iterator[str]:
    for name in VARIABLES:
        if name not in WRITTEN and getattr(reference, name):
            yield name
    yield from (name for name, value in reference.extra if value and not _is_tag(name))


writer = Writer("ris", ".ris", write)
