"""A record of EndNote's XML: as exported to a file, and as Word's field codes hold it."""

import re
from collections.abc import Iterator
from typing import Any

from paracite.fields import pages
from paracite.fields.endnote import TYPES
from paracite.readers import _tagged, _values
from paracite.reference import Origin, Reference
from paracite.text import squeeze

TEXTS = {
    "titles/title": "title",
    "titles/secondary-title": "container_title",
    "periodical/full-title": "container_title",
    "titles/tertiary-title": "collection_title",
    "titles/short-title": "title_short",
    "periodical/abbr-1": "container_title_short",
    "titles/alt-title": "container_title_short",
    "alt-periodical/abbr-1": "container_title_short",
    "volume": "volume",
    "number": "issue",
    "issue": "issue",
    "edition": "edition",
    "num-vols": "number_of_volumes",
    "section": "section",
    "publisher": "publisher",
    "pub-location": "publisher_place",
    "electronic-resource-num": "doi",
    "urls/related-urls/url": "url",
    "urls/web-urls/url": "url",
    "abstract": "abstract",
    "notes": "note",
    "research-notes": "annote",
    "language": "language",
    "call-num": "call_number",
    "remote-database-name": "source",
    "work-type": "genre",
    "label": "citekey",
}
NAMES = {
    "contributors/authors/author": "author",
    "contributors/secondary-authors/author": "editor",
    "contributors/tertiary-authors/author": "collection_editor",
    "contributors/translated-authors/author": "translator",
}
STYLES = {"italic": "i", "bold": "b", "superscript": "sup", "subscript": "sub"}
WITH_MARKUP = frozenset(["title", "container_title", "collection_title", "abstract"])
OWN = re.compile(r"ref-type|pages|isbn|dates/|keywords/")


def reference(record: Any, path: str) -> Reference:
    """Read one `<record>`; `path` is where it was found."""
    every = list(_leaves(record, ""))
    tags = [pair for pair in every if not OWN.match(pair[0])]
    values, extra = _tagged.gather(tags, TEXTS, NAMES)
    year, day = (_first(every, name) for name in ("dates/year", "dates/pub-dates/date"))
    values["issued"] = _values.read_date(day) if year and year in day else _values.read_date(year)
    if day and year not in day:
        extra.append(("pub-date", day))
    values["page"] = pages.normalise(_first(every, "pages"))
    words = [text for name, text in every if name == "keywords/keyword"]
    values["keyword"] = ", ".join(words)
    number = _first(every, "isbn")
    if number:
        values[_values.standard_number(number)] = number
    ref_type = record.find("ref-type")
    name = "" if ref_type is None else ref_type.get("name") or ""
    return Reference(
        type=TYPES.get(name.casefold(), "document"),
        extra=tuple(extra),
        origin=Origin(path, record.sourceline or 0),
        **values,
    )


def _leaves(element: Any, path: str) -> Iterator[tuple[str, str]]:
    """Yield the path and text of each element that holds text, styled or not."""
    for child in element.iterchildren(tag="*"):
        name = f"{path}/{child.tag}" if path else child.tag
        if child.find("*") is None or child.find("style") is not None:
            markup = TEXTS.get(name) in WITH_MARKUP
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


def _first(pairs: list[tuple[str, str]], name: str) -> str:
    return next((text for each, text in pairs if each == name), "")
