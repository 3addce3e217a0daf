"""JATS XML: the references of `<ref-list>`, tagged field by field or printed.

Source: ANSI/NISO Z39.96, Journal Article Tag Suite, `<element-citation>` and
`<mixed-citation>`.
"""

import html
import re
from collections.abc import Iterator
from typing import Any

from paracite.errors import ReadError
from paracite.fields import dates, identifiers
from paracite.parsing.segment import Printed
from paracite.readers import Document, Reader, Reading, _printed
from paracite.reference import Name, Origin, Reference
from paracite.text import squeeze

PRINTED = ("mixed-citation", "citation")
FIELDED = ("element-citation", "nlm-citation")
UNPRINTED = frozenset(["pmid", "pmcid", "medline"])  #: identifiers that pages show as links
BEFORE = b"\xef\xbb\xbf \t\r\n"  #: what may stand before the first element
LOOKS = re.compile(r"\A[\ufeff\s]*<(?s:.*?)<(?:[\w-]+:)?ref-list\b")
PERSONS = frozenset(["name", "string-name", "collab"])
TIGHT = re.compile(
    r"italic|bold|su[bp]|sc|monospace|underline|roman|styled-content|named-content|ext-link"
)  #: elements that set no words apart
FIELD, NAME = ("\x02", "\x03"), ("\x04", "\x05")  #: marks of begin and end
MARKS = re.compile(r"[\x02-\x05]")
NAMES_ABUT = re.compile(r"\x05\x03*\s*\x02*\x04")
FIELDS_ABUT = re.compile(r"[\x03\x05]\s*[\x02\x04]")
SPACE_BEFORE = re.compile(r"\s+(?=[,;:.)](?!\d))")
TYPES = {
    "journal": "article-journal",
    "book": "book",
    "confproc": "paper-conference",
    "conf-proc": "paper-conference",
    "thesis": "thesis",
    "report": "report",
    "web": "webpage",
    "webpage": "webpage",
    "patent": "patent",
    "data": "dataset",
    "software": "software",
    "preprint": "article",
}
TEXTS = {
    "volume": "volume",
    "issue": "issue",
    "publisher-name": "publisher",
    "publisher-loc": "publisher_place",
    "edition": "edition",
    "isbn": "isbn",
    "issn": "issn",
    "uri": "url",
    "ext-link": "url",
}
TITLES = ("article-title", "chapter-title", "part-title", "data-title")
ROLES = {"author": "author", "editor": "editor", "translator": "translator"}


def sniff(document: Document) -> bool:
    """Return JATS by its list's element in XML."""
    return b"ref-list" in document.data and bool(LOOKS.match(document.text))


def read(document: Document) -> Reading:
    """Read each work of each `<ref>`; one without tagged fields is read from its print.

    A work that stands there twice, printed and field by field, is read once: its fields
    as tagged, its text as printed.  Raises `ReadError` for what is no well-formed XML.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(document.data.lstrip(BEFORE), parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(document.path, f"is no well-formed XML: {error}") from None
    works = [work for ref in root.iter("{*}ref") for work in _works(ref, document.path)]
    if not works:
        raise ReadError(document.path, "its <ref-list> holds no reference")
    return _printed.reading(document.path, works)


def _works(ref: Any, path: str) -> Iterator[Reference | Printed]:
    """Yield the works of one `<ref>`, those tagged field by field as references."""
    printed = list(ref.iter(*(f"{{*}}{name}" for name in PRINTED)))
    fielded = list(ref.iter(*(f"{{*}}{name}" for name in FIELDED)))
    if not printed and not fielded:  # a note, or text without any tag
        shared = [child for child in ref if _tag(child) == "label"]
        printed = [] if len(shared) == len(ref) and not (ref.text or "").strip() else [ref]
    if len(printed) == len(fielded):
        pairs = list(zip(printed, fielded, strict=True))
    else:
        pairs = [(citation, citation) for citation in max(printed, fielded, key=len)]
    for citation, fields in pairs:
        text, line = _print(citation), citation.sourceline or 0
        tagged = next((element for element in (fields, citation) if _is_tagged(element)), None)
        if tagged is not None:
            yield _tagged(tagged, Origin(path, line, text))
        elif text:
            yield Printed(text, line)


def _is_tagged(citation: Any) -> bool:
    return _child(citation, *TITLES, "source") is not None


def _print(citation: Any) -> str:
    """Return the text of a citation as a page shows it.

    Some publishers leave out what stands between elements: a comma is put between
    names and a space between other fields.
    """
    marked = "".join(_marked(citation))
    spaced = FIELDS_ABUT.sub(" ", NAMES_ABUT.sub(", ", marked))
    return SPACE_BEFORE.sub("", squeeze(MARKS.sub("", spaced)))


def _marked(element: Any) -> Iterator[str]:
    """Yield the text of an element, a mark where each name or field begins and ends."""
    tag = _tag(element)
    if not tag:  # a comment, or an entity that only the document type knows
        yield html.unescape(element.text or "") if str(element).startswith("&") else ""
        return
    if tag == "label" or (tag == "pub-id" and element.get("pub-id-type") in UNPRINTED):
        return
    begin, end = ("", "") if TIGHT.fullmatch(tag) else NAME if tag in PERSONS else FIELD
    yield begin + (element.text or "")
    for child in element:
        yield from _marked(child)
        yield child.tail or ""
    yield end


def _tagged(citation: Any, origin: Origin) -> Reference:
    kind = citation.get("publication-type") or citation.get("citation-type") or ""
    title, source = _text(_child(citation, *TITLES)), _text(_child(citation, "source"))
    texts: dict[str, Any] = {}
    for element in citation.iter():
        name = TEXTS.get(_tag(element), "")
        if name and name not in texts and (text := _text(element)):
            texts[name] = text
    names: dict[str, Any] = {}
    for role in ROLES.values():
        if found := tuple(_names(citation, role)):
            names[role] = found
    pages = [_text(_child(citation, name)) for name in ("fpage", "lpage")]
    chapter = kind == "book" and title and source
    return Reference(
        type="chapter" if chapter else TYPES.get(kind, "document"),
        title=title or source,
        container_title=source if title else "",
        issued=dates.printed(_text(_child(citation, "year")) or _text(_child(citation, "date"))),
        page="-".join(filter(None, pages)) or _text(_child(citation, "elocation-id", "page-range")),
        doi=identifiers.doi(_identifier(citation, "doi")),
        pmid=_identifier(citation, "pmid"),
        pmcid=_identifier(citation, "pmcid"),
        origin=origin,
        **texts,
        **names,
    )


def _names(citation: Any, role: str) -> list[Name]:
    """Return the names of one role; a group says whose its names are, and authors need none."""
    found = []
    for element in citation.iter("{*}name", "{*}string-name", "{*}collab"):
        group = next((each for each in element.iterancestors("{*}person-group")), None)
        whose = group.get("person-group-type", "author") if group is not None else "author"
        if whose != role:
            continue
        family, given = (_text(_child(element, name)) for name in ("surname", "given-names"))
        suffix = _text(_child(element, "suffix"))
        found.append(Name(family, given, suffix=suffix) if family else Name(literal=_text(element)))
    return [name for name in found if str(name)]


def _identifier(citation: Any, kind: str) -> str:
    ids = (e for e in citation.iter("{*}pub-id") if e.get("pub-id-type") == kind)
    return _text(next(ids, None))


def _child(element: Any, *names: str) -> Any:
    return next((found for name in names for found in element.iter(f"{{*}}{name}")), None)


def _text(element: Any) -> str:
    return squeeze("".join(element.itertext())).rstrip(" .,") if element is not None else ""


def _tag(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


reader = Reader("jats", (), sniff, read)
