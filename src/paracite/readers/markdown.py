"""Markdown: Pandoc's metadata, or the list under a references heading, or footnotes.

Source: CommonMark 0.31; footnotes, attributes and fenced blocks as in Pandoc's Markdown.
"""

import re
from collections.abc import Iterator

from paracite.errors import ReadError
from paracite.parsing import find, segment
from paracite.readers import Document, Reader, Reading, _items, _printed, _yaml

HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
UNDERLINE = re.compile(r"^\s{0,3}(?:(=+)|-{2,})\s*$")
STRONG = re.compile(r"^\s{0,3}(?:[-*+]\s+)?(\*\*|__)(?=\S)([^*_]{1,80})\1:?\s*$")
METADATA = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n((?:.*\n)*?references:[ \t]*\r?\n(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
FOOTNOTE = re.compile(r"^\s{0,3}\[\^([^\]]+)\]:\s*")
BULLET = re.compile(r"^(\s*)[-*+]\s+(?=\S)")
FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
DIV = re.compile(r"^\s*:{3,}")
QUOTE = re.compile(r"^\s{0,3}>\s?")
LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:<([^<>]*)>|([^()\s]*(?:\([^()\s]*\)[^()\s]*)*))[^()]*\)")
ADDRESS = re.compile(r"<(https?://[^<>\s]+|mailto:[^<>\s]+)>")
TAG = re.compile(
    r"</?(?:a|abbr|br|cite|dd|details|div|dl|dt|font|img|li|ol|p|small|span|summary|table|tbody|td|tr|ul)\b[^<>]*>|<!--.*?-->",
    re.IGNORECASE,
)
ATTRIBUTES = re.compile(r"\s*\{[#.:][^{}]*\}\s*$")
EMPHASIS = re.compile(r"(?<![\w\\])(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)")
LEFT_OVER = re.compile(r"(?<!\\)\*{2,}")  #: marks of emphasis that crosses another
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!&<>])")
END = re.compile(r"(?:(?<!\\)\\|<br\s*/?>|\s)+$", re.IGNORECASE)  #: a break at the end of a line
LOWEST = 6  #: the level of a line that is a heading only by its strong print


def read(document: Document) -> Reading:
    """Read the items of Pandoc's metadata, else the list under its heading, else the footnotes.

    Raises `ReadError` where there is none of them.
    """
    if metadata := METADATA.match(document.text):
        held = _yaml.load(metadata[1], document.path)
        return _items.reading(document.path, held, "CSL-YAML")
    written = _without_code(find.printed_lines(document.text))
    levels = _levels(written)
    plain = [_plain(line, heading=at in levels) for at, line in enumerate(written)]
    printed = _printed.listed("\n".join(plain), levels) or list(_footnotes(written))
    if not printed:
        raise ReadError(
            document.path,
            "no reference list was found in the text",
            "if all of it is references, one a paragraph or line, add --from list",
        )
    return _printed.reading(document.path, printed)


def _without_code(written: list[str]) -> list[str]:
    """Blank the lines of code between fences, and the fences of divisions."""
    fence = ""
    kept = []
    for line in written:
        match = FENCE.match(line)
        closes = fence and match and match[1].startswith(fence)
        kept.append("" if fence or match or DIV.match(line) else line)
        if match:
            fence = "" if closes else fence or match[1]
    return kept if not fence else written


def _levels(written: list[str]) -> dict[int, int]:
    """Return the level of each line that is a heading, by its place."""
    levels = {}
    for at, line in enumerate(written):
        if heading := HEADING.match(line):
            levels[at] = len(heading[1])
        elif STRONG.match(line):
            levels[at] = LOWEST
        elif line.strip() and at + 1 < len(written) and (under := UNDERLINE.match(written[at + 1])):
            levels[at] = 1 if under[1] else 2
    return levels


def _footnotes(written: list[str]) -> Iterator[segment.Printed]:
    """Yield the footnotes, each with the indented lines that go on with it."""
    for at, line in enumerate(written):
        if match := FOOTNOTE.match(line):
            more = []
            for following in written[at + 1 :]:
                if not following.startswith((" ", "\t")) or not following.strip():
                    break
                more.append(following.strip())
            text = " ".join([line[match.end() :], *more])
            yield segment.Printed(_plain(text).strip(), at + 1)


def _plain(line: str, *, heading: bool = False) -> str:
    """Take the marks off a line; an item keeps a dot, a footnote its name in brackets."""
    bare = QUOTE.sub("", END.sub("", line))
    if heading:
        match = HEADING.match(bare)
        bare = ATTRIBUTES.sub("", match[2] if match else bare)
    marked = FOOTNOTE.sub(r"[\1] ", BULLET.sub(r"\1• ", bare))
    linked = TAG.sub("", ADDRESS.sub(r"\1", LINK.sub(_link, marked)))
    bare = EMPHASIS.sub(r"\2", EMPHASIS.sub(r"\2", linked))
    return ESCAPED.sub(r"\1", LEFT_OVER.sub("", bare))


def _link(match: re.Match[str]) -> str:
    """Return a link's words, and its address where the words are not it."""
    words, address = match[1], match[2] or match[3] or ""
    inside = not address or words in address or address.startswith("#")
    return words if inside else f"{words} {address}"


reader = Reader("markdown", (".md", ".markdown", ".qmd", ".rmd"), lambda _: False, read)
