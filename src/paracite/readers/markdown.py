"""Markdown: Pandoc's metadata, or the list under a references heading, or footnotes.

Source: CommonMark 0.31; footnotes as in Pandoc's Markdown.
"""

import re

from paracite.errors import ReadError
from paracite.parsing import segment
from paracite.readers import Document, Reader, Reading, _items, _printed, _yaml
from paracite.text import lines

HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$")
METADATA = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n((?:.*\n)*?references:[ \t]*\r?\n(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
FOOTNOTE = re.compile(r"^\[\^([^\]]+)\]:\s*")
BULLET = re.compile(r"^\s{0,3}[-*+]\s+")
LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:<([^<>]*)>|([^()\s]*(?:\([^()\s]*\)[^()\s]*)*))[^()]*\)")
ADDRESS = re.compile(r"<(https?://[^<>\s]+|mailto:[^<>\s]+)>")
EMPHASIS = re.compile(r"(?<![\w\\])(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!&<>])")


def read(document: Document) -> Reading:
    """Read the items of Pandoc's metadata, else the list under its heading, else the footnotes.

    Raises `ReadError` where there is none of them.
    """
    if metadata := METADATA.match(document.text):
        held = _yaml.load(metadata[1], document.path)
        return _items.reading(document.path, held, "CSL-YAML")
    printed = _printed.listed("\n".join(_plain(line) for line in lines(document.text)))
    if not printed:
        printed = [
            segment.Printed(_plain(FOOTNOTE.sub("", line)), number)
            for number, line in enumerate(lines(document.text), 1)
            if FOOTNOTE.match(line)
        ]
    if not printed:
        raise ReadError(
            document.path,
            "no reference list was found in the text",
            "if all of it is references, one a paragraph or line, add --from list",
        )
    return _printed.reading(document.path, printed)


def _plain(line: str) -> str:
    """Take the marks off a line; an item becomes a paragraph's first line."""
    heading = HEADING.match(line)
    bare = heading[1] if heading else FOOTNOTE.sub("", BULLET.sub("", line))
    linked = ADDRESS.sub(r"\1", LINK.sub(_link, bare))
    return ESCAPED.sub(r"\1", EMPHASIS.sub(r"\2", EMPHASIS.sub(r"\2", linked)))


def _link(match: re.Match[str]) -> str:
    """Return a link's words, and its address where the words are not it."""
    words, address = match[1], match[2] or match[3] or ""
    return words if not address or words in address else f"{words} {address}"


reader = Reader("markdown", (".md", ".markdown", ".qmd", ".rmd"), lambda _: False, read)
