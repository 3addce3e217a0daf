"""The words of a web page, block by block, as its structure sets them apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from paracite.fields.lexicons import lexicon
from paracite.parsing import labels
from paracite.text import fold, lines, squeeze

BLOCKS = re.compile(
    r"address|article|aside|blockquote|body|d[dlt]|div|fieldset|fig(?:ure|caption)?|footer|form|h[1-6]"
    r"|header|hr|li|main|[ou]l|p|pre|section|table|tr"
)
BREAKS = {"br": "\n", "td": " ", "th": " "}
SILENT = frozenset(
    ["script", "style", "head", "noscript", "template", "button", "select", "nav", "svg", "math"]
)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
HEADINGS = {f"h{level}": level for level in range(1, 7)}
NESTED = frozenset(["ol", "ul", "dl", "table", "article", "section", *HEADINGS])
ITEMS = frozenset(["li", "dd", "tr"])
ENTRY = re.compile(
    r"(?:^|\s)(?:csl-entry|ltx_bibitem|doc-biblioentry|biblioentry|bibitem"
    r"|(?:ref(?:erence)?s?|citation|bib|biblio(?:graphy)?)[-_]{0,2}(?:item|entry|list-item))(?=\s|$)",
    re.IGNORECASE,
)  #: classes and roles that publishers, citeproc and LaTeXML give to one reference
LONGEST_ITEM = 3000  #: characters of an item of a list that may be one reference
LONGEST_LABEL = 40  #: characters of a term that is a reference's label
SMALL = 40  #: elements in a block that is a label or holds links only
BETWEEN = 4  #: characters between two links to services: " | "
DEEPEST = 400  #: nested elements that are followed; more is no page a person made
MARK = "\x02"  #: stands before a heading, its level behind it


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page, and the level (1 to 6) of each that is a heading, by its place from 0."""

    lines: tuple[str, ...]
    levels: dict[int, int]


def page(root: Any) -> Page:
    """Return the words of a page: a blank line between its blocks, `<br>` as a new line.

    An item that holds one reference is one line, whatever stands in it.
    """
    found, levels = [], {}
    for number, line in enumerate(lines("".join(_pieces(root, 0)))):
        if MARK in line:
            levels[number] = int(line.partition(MARK)[2][0])
        found.append(re.sub(f"{MARK}.", "", line))
    return Page(tuple(found), levels)


def _pieces(element: Any, depth: int) -> Iterator[str]:
    if _is_silent(element) or depth > DEEPEST:
        return
    before = element.getprevious()
    apart = "" if before is not None and _is_label(before) else "\n\n"
    if _is_item(element):
        yield f"{apart}{_one_line(element)}\n\n"
        return
    tag = element.tag
    block = bool(BLOCKS.fullmatch(tag))
    yield apart if block else BREAKS.get(tag, "")
    yield f"{MARK}{HEADINGS[tag]}" if tag in HEADINGS else ""
    yield _collapsed(element.text)
    for child in element:
        yield from _pieces(child, depth + 1)
        yield _collapsed(child.tail)
    yield " " if _is_label(element) else "\n\n" if block else ""


def _is_silent(element: Any) -> bool:
    """Return whether an element shows nothing, or only links from a reference to services."""
    return (
        not isinstance(element.tag, str)
        or _is_links(element)
        or element.tag in SILENT
        or element.get("hidden") is not None
        or element.get("role") == "navigation"
        or bool(HIDDEN.search(element.get("style") or ""))
    )


def _is_label(element: Any) -> bool:
    """Return whether an element is the term or the number of the block behind it."""
    if not _is_small(element):
        return False
    text = _words(element)
    if element.tag == "dt":
        return 0 < len(text) <= LONGEST_LABEL
    following = element.getnext()
    return (
        bool(labels.ALONE.fullmatch(text))
        and following is not None
        and following.tag in ("div", "p", "dd")
        and not labels.ALONE.fullmatch(_words(following))
    )


def _is_item(element: Any) -> bool:
    """Return whether an element is an item that may hold one reference, and nothing larger."""
    names = f"{element.get('class') or ''} {element.get('role') or ''}"
    if element.tag not in ITEMS and not ENTRY.search(names):
        return False
    nested = (each for each in element.iterdescendants() if each.tag in NESTED)
    return all(map(_is_links, nested)) and len(_words(element)) <= LONGEST_ITEM


def _one_line(element: Any) -> str:
    """Return the words of an item without the links to services behind it."""
    return re.sub(r"[\[(]\s*[\])]", "", squeeze("".join(_item_pieces(element, 0)))).strip()


def _item_pieces(element: Any, depth: int) -> Iterator[str]:
    if _is_silent(element) or depth > DEEPEST:
        return
    if element.tag == "a" and _is_service(element):
        return
    apart = " " if BLOCKS.fullmatch(element.tag) or element.tag in BREAKS else ""
    yield apart + (element.text or "")
    for child in element:
        yield from _item_pieces(child, depth + 1)
        yield child.tail or ""
    yield apart


def _is_small(element: Any) -> bool:
    return sum(1 for _ in islice(element.iter(), SMALL + 1)) <= SMALL


def _is_links(element: Any) -> bool:
    """Return whether a block holds nothing but links to services."""
    if element.tag not in ("p", "div", "ul", "span") or not _is_small(element):
        return False
    links = list(element.iter("a"))
    if not links or not all(map(_is_service, links)):
        return False
    rest = len(_words(element)) - sum(len(_words(link)) for link in links)
    return rest <= BETWEEN * len(links)


def _is_service(link: Any) -> bool:
    text = squeeze("".join(link.itertext()))
    words = fold(text).strip(" []().,;:|»↩︎↑^⁠")
    return words in lexicon("link_services") or text.startswith(("»", "↩", "↑", "^")) or not words


def _words(element: Any) -> str:
    return squeeze("".join(element.itertext()))


def _collapsed(text: str | None) -> str:
    """Make every run of spaces and newlines one space, as a browser does."""
    return re.sub(r"[\s\u00a0]+", " ", text or "")
