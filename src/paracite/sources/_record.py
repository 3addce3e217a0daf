"""Crossref's form of a record: to a reference, and from one.

Source: Crossref REST API, "Resource format" (github.com/CrossRef/rest-api-doc, api_format.md).
"""

import html
import math
import re
from collections.abc import Mapping
from typing import Any

from paracite import limits
from paracite.csljson import date_from_item, date_to_item
from paracite.fields import identifiers
from paracite.reference import Date, Name, Reference
from paracite.sources._kinds import CSL_TYPES, RegistryRecord, Status
from paracite.text import squeeze

Item = Mapping[str, Any]

TAGS = re.compile(r"</?[a-zA-Z][^<>]*>")
ESCAPED_TAGS = re.compile(
    r"</?(?:b|em|i|inf|p|scp|span|strong|sub|sup|tt|u)\b[^<>]*>", re.IGNORECASE
)
DELETED = ("crossref listing of deleted dois",)
TEST = ("test accounts",)
FLAGGED_TITLE = re.compile(
    r"\A\W*(retracted|withdrawn|retraction notice to)(?:\s*(?:article|paper))?\s*[:\]]\W*",
    re.IGNORECASE,
)
#: What Crossref and Retraction Watch call an update, and what it makes of the work; gravest first.
UPDATES: dict[str, Status] = {
    "retraction": "retracted",
    "partial_retraction": "retracted",
    "withdrawal": "withdrawn",
    "removal": "withdrawn",
    "expression_of_concern": "concern",
    "correction": "corrected",
    "corrigendum": "corrected",
    "erratum": "corrected",
    "addendum": "corrected",
    "clarification": "corrected",
}
GRAVITY: tuple[Status, ...] = ("retracted", "withdrawn", "concern", "corrected")
RELATIONS = {
    "is-preprint-of": "is a preprint of {}",
    "has-preprint": "has the preprint {}",
    "is-version-of": "is a version of {}",
}
NAME_MEMBERS = ("author", "editor", "translator", "chair")
#: Members whose words a printed citation shows.
PRINTED = (
    *("title", "subtitle", "original-title", "container-title", "short-container-title"),
    *("volume", "page", "article-number"),
)
NOTHING = "its record has neither title, people, date nor container"
MOST_NAMES = 8  #: of a record that are searched by


def to_record(item: Item, source: str) -> RegistryRecord:
    """Read a Crossref record: the reference it describes, and its status."""
    reference = to_reference(item)
    kind = _text(item.get("type"))
    status, notes = _status(item)
    for relation, words in RELATIONS.items():
        related = _mappings(_mapping(item.get("relation")).get(relation))
        others = [_plain(each.get("id")) for each in related if each.get("id-type") == "doi"]
        notes += [words.format(other) for other in others if other]
    if status == "ok" and not _says_something(reference):
        return RegistryRecord("sparse", None, kind, (NOTHING, *notes), source)
    return RegistryRecord(status, reference, kind, tuple(notes), source)


def _says_something(work: Reference) -> bool:
    """Return whether a record tells which work it is of."""
    return bool(work.title or work.author or work.editor or work.issued or work.container_title)


def to_reference(item: Item) -> Reference:
    """Make the reference a record describes; mark-up goes out of its texts."""
    kind = _text(item.get("type"))
    title = FLAGGED_TITLE.sub("", _title(item))
    online = _date(item, "published-online")
    return Reference(
        citekey=_plain(item.get("DOI")),
        type=CSL_TYPES.get(kind, kind or "document"),
        title=title,
        original_title=_first(item, "original-title"),
        container_title=_container(item),
        container_title_short=_first(item, "short-container-title"),
        collection_title=_collection(item),
        event_title=_text(_mapping(item.get("event")).get("name")),
        issued=_date(item, "published-print") or _date(item, "issued") or online,
        available_date=online,
        volume=_text(item.get("volume")),
        issue=_text(item.get("issue")),
        page=_text(item.get("page")),
        number=_text(item.get("article-number")),
        edition=_text(item.get("edition-number")),
        publisher=_text(item.get("publisher")),
        publisher_place=_text(item.get("publisher-location")),
        language=_text(item.get("language")),
        doi=identifiers.doi(_plain(item.get("DOI"))),
        isbn=" ".join(dict.fromkeys(filter(None, map(_isbn, _list(item.get("ISBN")))))),
        issn=" ".join(_texts(item.get("ISSN"))),
        author=_names(item.get("author")),
        editor=_names(item.get("editor")),
        translator=_names(item.get("translator")),
        chair=_names(item.get("chair")),
    )


def searchable(item: Item) -> str:
    """Return the words of a record that a printed citation of it would show."""
    texts = [_plain(text) for member in PRINTED for text in _list(item.get(member))]
    names = [*_list(item.get("author")), *_list(item.get("editor"))][:MOST_NAMES]
    texts += (
        _plain(name.get("family") or name.get("name") or name.get("literal"))
        for name in names
        if isinstance(name, Mapping)
    )
    date = _date(item, "published-print") or _date(item, "issued")
    texts.append(str(date.year) if date and date.year is not None else "")
    return _text(" ".join(texts))


def from_reference(reference: Reference) -> dict[str, Any]:
    """Make the record a registry would hold of a reference; what has no member is left out."""
    kinds = {csl: kind for kind, csl in reversed(CSL_TYPES.items())}
    item: dict[str, Any] = {
        "DOI": identifiers.doi(reference.doi),
        "type": kinds.get(reference.type, reference.type),
        "title": _one(reference.title),
        "original-title": _one(reference.original_title),
        "container-title": _one(reference.container_title),
        "short-container-title": _one(reference.container_title_short),
        "issued": date_to_item(reference.issued) if reference.issued else {},
        "volume": reference.volume,
        "issue": reference.issue,
        "page": reference.page,
        "article-number": reference.number,
        "edition-number": reference.edition,
        "publisher": reference.publisher,
        "publisher-location": reference.publisher_place,
        "language": reference.language,
        "ISBN": reference.isbn.split(),
        "ISSN": reference.issn.split(),
    }
    for member in NAME_MEMBERS:
        item[member] = [_name_to_item(name) for name in getattr(reference, member)]
    return {member: value for member, value in item.items() if value}


def _status(item: Item) -> tuple[Status, list[str]]:
    if _container(item).casefold() in DELETED or _text(item.get("publisher")).casefold() in TEST:
        return "deleted", ["its publisher has deleted this DOI"]
    found: list[Status] = []
    notes = []
    for update in _mappings(item.get("updated-by")):
        kind = _text(update.get("type")).replace("-", "_")
        if kind in UPDATES:
            found.append(UPDATES[kind])
            notes.append(_update_note(update))
    flagged = FLAGGED_TITLE.match(_title(item))
    if flagged and flagged[1].casefold() in ("retracted", "withdrawn"):
        found.append("retracted" if flagged[1].casefold() == "retracted" else "withdrawn")
    gravest: Status = next((status for status in GRAVITY if status in found), "ok")
    return gravest, notes


def _update_note(update: Item) -> str:
    label = (_text(update.get("label")) or _text(update.get("type"))).lower()
    day = _text(_mapping(update.get("updated")).get("date-time"))[:10]
    by = _text(update.get("source"))
    detail = ", ".join(filter(None, [day, by and f"recorded by {by}", _text(update.get("DOI"))]))
    return f"{label} ({detail})" if detail else label


def _title(item: Item) -> str:
    title, subtitle = _first(item, "title"), _first(item, "subtitle")
    if subtitle and subtitle.casefold() not in title.casefold():
        return f"{title}: {subtitle}" if title else subtitle
    return title


def _container(item: Item) -> str:
    """Return the container: of a chapter in a series Crossref lists the series first."""
    titles = _texts(item.get("container-title"))
    if not titles:
        return ""
    return titles[-1] if _in_book(item) else titles[0]


def _collection(item: Item) -> str:
    titles = _texts(item.get("container-title"))
    if len(titles) > 1 and _in_book(item):
        return titles[0]
    return (
        _text(item.get("collection-title")) if isinstance(item.get("collection-title"), str) else ""
    )


def _in_book(item: Item) -> bool:
    return item.get("type") in ("book-chapter", "book-section", "book-part", "proceedings-article")


def _names(value: object) -> tuple[Name, ...]:
    return tuple(name for name in map(_name, _list(value)) if str(name))


def _name(item: object) -> Name:
    if not isinstance(item, Mapping):
        return Name(literal=_text(item))
    if item.get("name") or item.get("literal"):
        return Name(literal=_text(item.get("name") or item.get("literal")))
    family, given = _text(item.get("family")), _text(item.get("given"))
    return Name(family=family, given=given, suffix=_text(item.get("suffix")))


def _name_to_item(name: Name) -> dict[str, str]:
    if name.literal:
        return {"name": name.literal}
    family = " ".join(
        filter(None, (name.dropping_particle, name.non_dropping_particle, name.family))
    )
    parts = {"family": family, "given": name.given, "suffix": name.suffix}
    return {part: value for part, value in parts.items() if value}


def _date(item: Item, member: str) -> Date | None:
    value = item.get(member)
    date = date_from_item(value) if isinstance(value, Mapping) else None
    if date and date.year is not None and date.year not in limits.YEARS:
        return None
    return date


def _isbn(value: object) -> str:
    return identifiers.isbn(_plain(value).rpartition("/")[2])


def _first(item: Item, member: str) -> str:
    texts = _texts(item.get(member))
    return texts[0] if texts else ""


def _texts(value: object) -> list[str]:
    return [text for text in map(_text, _list(value)) if text]


def _list(value: object) -> list[Any]:
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [value]


def _mapping(value: object) -> Item:
    return value if isinstance(value, Mapping) else {}


def _mappings(value: object) -> list[Item]:
    return [each for each in _list(value) if isinstance(each, Mapping)]


def _one(text: str) -> list[str]:
    return [text] if text else []


def _plain(value: object) -> str:
    """Return a value's text; what stands for a missing one (null, NaN, true) has none."""
    if isinstance(value, str):
        return value
    is_number = isinstance(value, int) or (isinstance(value, float) and math.isfinite(value))
    return str(value) if is_number and not isinstance(value, bool) else ""


def _text(value: object) -> str:
    """Return a text without mark-up (JATS, HTML, MathML) and entities, spaces squeezed."""
    text = _plain(value)
    if "<" in text:
        text = TAGS.sub("", text)
    if "&" in text:
        text = ESCAPED_TAGS.sub("", html.unescape(html.unescape(text)))
    return squeeze(text)
