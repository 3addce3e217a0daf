"""RIS (`.ris`), with the tags of 2011 that EndNote, Zotero and Mendeley read."""

from collections.abc import Iterator, Sequence

from paracite.fields import ris
from paracite.fields.markup import plain
from paracite.reference import Reference
from paracite.text import squeeze
from paracite.writers import Options, Writer, Writing, _ris_record


def encode(references: Sequence[Reference], _options: Options) -> Writing:
    """Write a record for each reference."""
    records = ("".join(_lines(each)) for each in references)
    return Writing("\r\n".join(records).encode("utf-8"))


def _lines(reference: Reference) -> Iterator[str]:
    yield f"TY  - {_type(reference)}\r\n"
    for tag, value in _ris_record.tags(reference):
        yield f"{tag}  - {squeeze(plain(value))}\r\n"
    yield "ER  - \r\n"


def _type(reference: Reference) -> str:
    """Return the type it was read with, where that still says what it is, else the usual one."""
    own = _ris_record.own_type(reference)
    if ris.TYPES.get(own.upper()) == reference.type:
        return own
    return ris.RIS_TYPES.get(reference.type, "GEN")


writer = Writer("ris", ".ris", encode, reader="ris")
