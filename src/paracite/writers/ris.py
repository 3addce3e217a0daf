"""RIS (`.ris`), with the tags of 2011 that EndNote, Zotero and Mendeley read."""

from collections.abc import Iterator, Sequence

from paracite.citekeys import with_citekeys
from paracite.fields import ris
from paracite.fields.markup import plain
from paracite.readers import _values
from paracite.reference import NAME_FIELDS, Date, Reference
from paracite.writers import Options, Writer, Writing


def encode(references: Sequence[Reference], _options: Options) -> Writing:
    """Write a record for each reference."""
    records = ("".join(_lines(each)) for each in with_citekeys(references))
    return Writing("\r\n".join(records).encode("utf-8"))


def _lines(reference: Reference) -> Iterator[str]:
    for tag, value in _tags(reference):
        yield f"{tag}  - {' '.join(value.split())}\r\n"
    yield "ER  - \r\n"


def _tags(reference: Reference) -> Iterator[tuple[str, str]]:
    extra = [(_tag(name), value) for name, value in reference.extra]
    own, tags = dict(extra).get("TY", ""), ris.tags(reference.type)
    known = ris.TYPES.get(own) == reference.type
    yield "TY", own if known else ris.RIS_TYPES.get(reference.type, "GEN")
    if reference.type == "paper-conference" and reference.event_title:
        tags = tags | {"container_title": "C3", "event_title": "T2"}
    yield "ID", reference.citekey
    for variable, tag in tags.items():
        value = getattr(reference, variable)
        if variable in NAME_FIELDS:
            yield from ((tag, _values.write_name(each)) for each in value)
        elif value:
            yield tag, plain(value)
    yield from _dates(reference)
    yield from _pages(reference)
    yield from (("KW", word.strip()) for word in reference.keyword.split(",") if word.strip())
    if reference.pmid:
        yield "AN", f"PMID: {reference.pmid}"
    if reference.pmcid:
        yield "C2", reference.pmcid
    yield from ((tag, value) for tag, value in extra if _is_free(reference, tag))


def _tag(name: str) -> str:
    """Return the tag that a name in `extra` is, in whatever case a .bib has kept it; else ""."""
    tag = name.upper()
    return tag if tag in ris.TAGS or (tag == name and tag.isalnum() and len(tag) == 2) else ""


def _is_free(reference: Reference, tag: str) -> bool:
    """Return whether a reader would take `tag` for no variable that the reference lacks."""
    kind = reference.type
    variable = ris.texts(kind).get(tag) or ris.names(kind).get(tag)
    return tag not in ("", "TY", "ID", "ER") and (
        not variable or bool(getattr(reference, variable))
    )


def _dates(reference: Reference) -> Iterator[tuple[str, str]]:
    issued = reference.issued
    if issued:
        yield "PY", issued.literal if issued.year is None else _values.year_text(issued.year)
        if issued.year is not None and issued != Date(issued.year):
            yield "DA", _values.write_date(issued)
    if reference.accessed:
        yield "Y2", _values.write_date(reference.accessed)


def _pages(reference: Reference) -> Iterator[tuple[str, str]]:
    first, last = _values.write_pages(reference.page)
    if not first and reference.type in ris.COUNTED:
        first = reference.number_of_pages
    if first:
        yield "SP", first
    if last:
        yield "EP", last


writer = Writer("ris", ".ris", encode, reader="ris")
