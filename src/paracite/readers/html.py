"""HTML: the printed list on the page, else its `citation_reference` meta tags.

Source: Google Scholar, "Inclusion Guidelines for Webmasters", for the meta tags:
https://scholar.google.com/intl/en/scholar/inclusion.html
"""

import re
from typing import Any

from paracite.errors import ReadError
from paracite.fields import dates, identifiers, names
from paracite.parsing import segment
from paracite.readers import Document, Reader, Reading, _blocks, _printed
from paracite.reference import Name, Origin, Reference
from paracite.text import squeeze

LOOKS = re.compile(
    rb"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
PAIR = re.compile(r"(?:^|;)\s*citation_(\w+)\s*=\s*")
FIELDS = {
    "title": "title",
    "journal_title": "container_title",
    "conference_title": "container_title",
    "inbook_title": "container_title",
    "volume": "volume",
    "issue": "issue",
    "publisher": "publisher",
    "isbn": "isbn",
    "issn": "issn",
}
TYPES = {
    "journal_title": "article-journal",
    "conference_title": "paper-conference",
    "inbook_title": "chapter",
    "dissertation_institution": "thesis",
    "technical_report_institution": "report",
    "publisher": "book",
}


def sniff(document: Document) -> bool:
    """Return HTML by its first element."""
    return bool(LOOKS.match(document.data[:2000]))


def read(document: Document) -> Reading:
    """Read the page's printed list, or its meta tags where these hold more.

    Raises `ReadError` where there is neither.
    """
    root = _root(document)
    tags = [tag for tag in root.iter("meta") if tag.get("name") == "citation_reference"]
    listed = [content for tag in tags if (content := squeeze(tag.get("content") or ""))]
    page = _blocks.page(root)
    printed = _printed.listed("\n".join(page.lines), page.levels)
    if printed and len(printed) >= len(listed):
        return _printed.reading(document.path, printed)
    if not listed:
        raise ReadError(
            document.path,
            "no reference list was found on the page",
            "copy the list into a text file and read it with --from list",
        )
    return _tagged(document.path, listed)


def _root(document: Document) -> Any:
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    try:
        return html.document_fromstring(document.text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, ValueError) as error:
        raise ReadError(document.path, f"is no readable HTML: {error}") from None


def _tagged(path: str, listed: list[str]) -> Reading:
    """Read meta tags: pairs where they hold pairs, else a printed reference."""
    references: list[Reference] = []
    problems: list[Any] = []
    for content in listed:
        if PAIR.match(content):
            references.append(_of_pairs(content, path))
        else:
            reading = _printed.reading(path, [segment.Printed(content, 0)])
            references += reading.references
            problems += reading.problems
    return Reading(tuple(references), tuple(problems))


def _of_pairs(content: str, path: str) -> Reference:
    """Read `citation_title=…; citation_author=…; …`."""
    pieces = PAIR.split(content)
    pairs = list(zip(pieces[1::2], map(str.strip, pieces[2::2]), strict=True))
    texts: dict[str, Any] = {
        FIELDS[name]: value for name, value in pairs if name in FIELDS and value
    }
    values = dict(pairs)
    first, last = values.get("firstpage", ""), values.get("lastpage", "")
    authors: tuple[Name, ...] = ()
    for name, value in pairs:
        authors += names.people(value) if name in ("author", "authors") else ()
    return Reference(
        type=next((TYPES[name] for name, _ in pairs if name in TYPES), "document"),
        author=authors,
        issued=dates.printed(values.get("publication_date") or values.get("year") or ""),
        page="-".join(filter(None, (first, last))) or values.get("pages", ""),
        doi=identifiers.doi(values.get("doi", "")),
        origin=Origin(path, 0, content),
        **texts,
    )


reader = Reader("html", (".html", ".htm", ".xhtml"), sniff, read)
