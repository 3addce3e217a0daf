"""A reference as the tags of RIS that EndNote's model has, for RIS, `.enw` and EndNote XML."""

from collections.abc import Iterator

from paracite.fields import ris
from paracite.readers import _values
from paracite.reference import NAME_FIELDS, Date, Reference


def tags(reference: Reference) -> Iterator[tuple[str, str]]:
    """Yield the tags but `TY`, titles and texts with their markup."""
    tag_of = ris.tags(reference.type)
    if reference.type == "paper-conference" and reference.event_title:
        tag_of = tag_of | {"container_title": "C3", "event_title": "T2"}
    yield "ID", reference.citekey
    for variable, tag in tag_of.items():
        value = getattr(reference, variable)
        if variable in NAME_FIELDS:
            yield from ((tag, _values.write_name(name)) for name in value)
        elif value:
            yield tag, value
    yield from _dates(reference)
    yield from _pages(reference)
    yield from (("KW", word.strip()) for word in reference.keyword.split(",") if word.strip())
    if reference.pmid:
        yield "AN", f"PMID: {reference.pmid}"
    if reference.pmcid:
        yield "C2", reference.pmcid
    for name, value in reference.extra:
        if _is_free(reference, tag := _tag(name)):
            yield tag, value


def own_type(reference: Reference) -> str:
    """Return the name of the type that the reference was read with."""
    return next((value for name, value in reference.extra if _tag(name) == "TY"), "")


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
