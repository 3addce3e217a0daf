"""A record of EndNote's XML: as exported to a file, and as Word's field codes hold it."""

from collections.abc import Iterator
from typing import Any

from paracite.fields.endnote import ELEMENTS, GENERIC, NAMES, TYPES
from paracite.readers import _ris_record, _tagged
from paracite.reference import Reference
from paracite.text import squeeze

STYLES = {"italic": "i", "bold": "b", "superscript": "sup", "subscript": "sub"}
WITH_MARKUP = frozenset(["TI", "ST", "T2", "T3", "JF", "J2", "RI", "AB", "N1", "RN"])
NO_FIELD = frozenset(["ref-type"])


def reference(record: Any, path: str) -> Reference:
    """Read one `<record>`; `path` is where it was found."""
    ref_type = record.find("ref-type")
    name = "" if ref_type is None else ref_type.get("name") or ""
    tags = [("TY", name), *((ELEMENTS.get(name, name), text) for name, text in _leaves(record, ""))]
    kind = TYPES.get(name.casefold(), "document")
    named = name == NAMES.get(kind, GENERIC)[0]
    read = _tagged.Record(record.sourceline or 0, tuple(tags), ended=True)
    return _ris_record.reference(read, kind, path, named=named)


def _leaves(element: Any, path: str) -> Iterator[tuple[str, str]]:
    """Yield the path and text of each element that holds text, styled or not."""
    for child in element.iterchildren(tag="*"):
        name = f"{path}/{child.tag}" if path else child.tag
        if name in NO_FIELD:
            continue
        if child.find("*") is None or child.find("style") is not None:
            markup = ELEMENTS.get(name) in WITH_MARKUP
            if text := squeeze("".join(_styled(child, markup=markup))):
                yield name, text
        else:
            yield from _leaves(child, name)


def _styled(element: Any, *, markup: bool) -> Iterator[str]:
    """Yield the text of an element, its styles as CSL's rich text where `markup` is wanted."""
    faces = (element.get("face") or "").split() if markup else []
    tags = [STYLES[face] for face in faces if face in STYLES]
    yield from (f"<{tag}>" for tag in tags)
    yield element.text or ""
    for child in element:
        yield from _styled(child, markup=markup)
        yield child.tail or ""
    yield from (f"</{tag}>" for tag in reversed(tags))
