"""What a format could not keep: the file is read again and compared with what was to be written.

So the warnings say neither more nor less than is lost, whatever the reference holds.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from operator import attrgetter

from paracite import readers
from paracite.errors import ReadError
from paracite.fields.markup import plain
from paracite.reference import DATE_FIELDS, NAME_FIELDS, TEXT_FIELDS, Reference
from paracite.text import squeeze

VARIABLES = ("citekey", "type", *NAME_FIELDS, *DATE_FIELDS, *TEXT_FIELDS)
values_of = attrgetter(*VARIABLES)


def losses(references: Sequence[Reference], data: bytes, format_name: str) -> tuple[str, ...]:
    """Return a line for each field that `data`, read again, does not hold as it was."""
    try:
        found = readers.reader(format_name).read(readers.Document("", data)).references
    except ReadError:
        found = ()
    if len(found) != len(references):
        return (f"{format_name}: {len(found)} of {len(references)} references can be read again",)
    lost: Counter[tuple[str, str]] = Counter()
    for wanted, got in zip(references, found, strict=True):
        if wanted != got:
            lost.update(_differences(wanted, got))
    return tuple(f"{format_name} {how} {name}: {n}" for (name, how), n in sorted(lost.items()))


def _differences(wanted: Reference, got: Reference) -> Iterator[tuple[str, str]]:
    """Yield the name of each field that differs, and how; an empty citekey was given on the way."""
    pairs = zip(VARIABLES, values_of(wanted), values_of(got), strict=True)
    for name, value, other in pairs:
        if value == other or (name == "citekey" and not value):
            continue
        if not value:
            yield name, "adds"
        elif not other:
            in_extra = any(held == value for _, held in got.extra)
            yield name, "keeps in extra, not as what it is, the" if in_extra else "has no place for"
        elif isinstance(value, str) and plain(value) == other:
            yield name, "leaves out the markup of"
        elif isinstance(value, str) and squeeze(value) == squeeze(other):
            yield name, "changes the white space of"
        elif name != "keyword" or _words(value) != _words(other):
            yield name, "changes"
    yield from _extra_differences(wanted, got)


def _extra_differences(wanted: Reference, got: Reference) -> Iterator[tuple[str, str]]:
    """Yield what of `extra` is gone; under what name a value is held, formats decide."""
    left = Counter(value for _, value in got.extra)
    squeezed = {squeeze(value) for _, value in got.extra}
    for name, value in wanted.extra:
        if left[value] > 0:
            left[value] -= 1
        elif value:
            kept = squeeze(value) in squeezed
            yield name, "changes the white space of" if kept else "has no place for"


def _words(keyword: str) -> list[str]:
    return [word.strip() for word in keyword.split(",") if word.strip()]
