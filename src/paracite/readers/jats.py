"""JATS XML: the references of `<ref-list>`, tagged field by field or printed.

Source: ANSI/NISO Z39.96, Journal Article Tag Suite, `<element-citation>` and
`<mixed-citation>`.
"""

from typing import Any

from paracite.errors import ReadError
from paracite.fields import dates, identifiers
from paracite.parsing.segment import Printed
from paracite.readers import Document, Problem, Reader, Reading, _printed
from paracite.reference import Name, Origin, Reference
from paracite.text import squeeze

CITATIONS = ("element-citation", "mixed-citation", "nlm-citation", "citation")
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
    return document.data.lstrip()[:1] == b"<" and b"<ref-list" in document.data


def read(document: Document) -> Reading:
    """Read each `<ref>`; one without tagged fields is read from its print.

    Raises `ReadError` for what is no well-formed XML.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(document.data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(document.path, f"is no well-formed XML: {error}") from None
    references: list[Reference] = []
    problems: list[Problem] = []
    for ref in root.iter("{*}ref"):
        for citation in ref.iter(*(f"{{*}}{name}" for name in CITATIONS)):
            text, line = squeeze(" ".join(citation.itertext())), citation.sourceline or 0
            if _child(citation, *TITLES, "source") is not None:
                references.append(_tagged(citation, Origin(document.path, line, text)))
            elif text:
                reading = _printed.reading(document.path, [Printed(text, line)])
                references += reading.references
                problems += reading.problems
    if not references:
        raise ReadError(document.path, "its <ref-list> holds no reference")
    return Reading(tuple(references), tuple(problems))


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
