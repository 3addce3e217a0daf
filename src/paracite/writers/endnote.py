"""EndNote's tagged lines (`.enw`), from `%0`, a blank line after each record."""

from collections.abc import Iterator, Sequence

from paracite.fields.endnote import GENERIC, NAMES, SIGNS, TYPES
from paracite.fields.markup import plain
from paracite.fields.ris import ARTICLES
from paracite.reference import Reference
from paracite.text import squeeze
from paracite.writers import Options, Writer, Writing, _ris_record

SIGN_OF = {tag: sign for sign, tag in SIGNS.items() if sign not in "JO"}


def encode(references: Sequence[Reference], _options: Options) -> Writing:
    """Write a record for each reference."""
    records = ("\r\n".join((*_lines(each), "")) for each in references)
    return Writing("\r\n".join(records).encode("utf-8"))


def _lines(reference: Reference) -> Iterator[str]:
    own = _ris_record.own_type(reference)
    known = TYPES.get(own.casefold()) == reference.type
    yield f"%0 {own if known else NAMES.get(reference.type, GENERIC)[0]}"
    if reference.page:
        yield f"%P {squeeze(reference.page)}"
    for tag, value in _ris_record.tags(reference):
        sign = "J" if tag == "T2" and reference.type in ARTICLES else SIGN_OF.get(tag, "")
        if sign and not (reference.page and tag == "SP"):
            text = value.rstrip("/") if tag in ("DA", "Y2") else plain(value)
            yield f"%{sign} {squeeze(text)}"


writer = Writer("endnote", ".enw", encode, reader="endnote")
