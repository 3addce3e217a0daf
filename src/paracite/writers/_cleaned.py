"""What no format may hold, taken out before anything is written."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any

from paracite.fields import identifiers
from paracite.reference import Date, Name, Reference

#: control characters but tab and newline, which end files early and reach terminals, and halves of
#: characters, which no file can hold
CONTROL = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
SPACES = re.compile("[\x0b\x0c\x1c-\x1f\x85]")  #: those among them that part words
FIELDS = tuple(each.name for each in fields(Reference) if each.compare)
values_of = attrgetter(*FIELDS)


def clean(references: Sequence[Reference]) -> tuple[list[Reference], tuple[str, ...]]:
    """Return the references fit to be written, and a line for each kind of thing left out."""
    dropped: Counter[str] = Counter()
    cleaned = [_clean(each, dropped) for each in references]
    return cleaned, tuple(
        f"control characters are left out of {name}: {count}"
        for name, count in sorted(dropped.items())
    )


def _clean(reference: Reference, dropped: Counter[str]) -> Reference:
    changed: dict[str, Any] = {}
    for name, value in zip(FIELDS, values_of(reference), strict=True):
        if value and (better := _without_control(value)) != value:
            changed[name] = better
            dropped[name] += 1
    doi = changed.get("doi", reference.doi)
    if doi and doi[:3] != "10." and identifiers.doi(doi):
        changed["doi"] = identifiers.DOI_PREFIX.sub("", doi).strip()
    return replace(reference, **changed) if changed else reference


def _without_control(value: Any) -> Any:
    """Return a field's value without control characters, whatever it is made of."""
    if isinstance(value, str):
        if value.isprintable() or not CONTROL.search(value):
            return value
        return CONTROL.sub("", SPACES.sub(" ", value))
    if isinstance(value, tuple):
        return tuple(_without_control(each) for each in value)
    if isinstance(value, Name):
        return Name(*(_without_control(getattr(value, part)) for part in Name.__slots__))
    if isinstance(value, Date) and (literal := _without_control(value.literal)) != value.literal:
        return replace(value, literal=literal)
    return value
