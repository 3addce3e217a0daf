r"""Org: `[cite/style:see @key p. 3;@key]` and the links of org-ref, `cite:a,b`, `[[citet:&a;&b]]`.

Source blocks, examples, comments, verbatim text and what is not exported name nothing.
Commands of LaTeX cite here too.

Sources: Org manual, "Citations", "Literal Examples", "Comment Lines", "Include Files", and
`org-element-citation-key-re`; org-ref manual.
"""

import re
from collections.abc import Iterator

from paracite.manuscripts import Kind, Manuscript, Mark, _tex

LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")
BLOCK = re.compile(r"[ \t]*#\+begin_(src|example|comment|export|verbatim)\b([^\n]*)", re.IGNORECASE)
HEADING = re.compile(r"(\*+)[ \t]+(?P<hidden>(?:[A-Z]+[ \t]+)?COMMENT\b|[^\n]*:noexport:)?")
NOT_TEXT = re.compile(r"[ \t]*(?:#(?:[ \t]|\r?$)|:[ \t])")
KEYWORD = re.compile(r"[ \t]*#\+(?P<name>[\w-]+):[ \t]*(?P<value>[^\n\r]*)")

CITE_KEY = r"[\w\-.:?!`'/*@+|(){}<>&^$#%~]+"
LINK_KEY = r"\w(?:\w|[:./+-](?=\w))*+|\*"
TOKEN = re.compile(
    rf"""
    (?<![^\s\-('"{{])(?P<verbatim>[=~])(?=\S)(?:[^=~\n]|(?<!\s)(?!(?P=verbatim))[=~]|(?<!\s)(?P=verbatim)(?=[\w]))++
        (?<=\S)(?P=verbatim)(?!\w)
    | (?P<source>src_\w+(?:\[[^\[\]\n]*\])?\{{[^{{}}\n]*\}})
    | \[cite(?P<style>(?:/[\w-]+)*):(?P<cited>(?:[^\[\]\n]|\n(?![ \t]*\n)|\[(?:[^\[\]]|\[[^\[\]]*\])*+\])*+)\]
    | \[\[(?P<target>[A-Za-z]++\*?):(?P<linked>[^\[\]]*+)\]
    | (?<![\w/])(?P<list>(?:no)?bibliography|addbibresource):(?P<files>[^\s\[\]]+)
    | (?<![\w/])(?P<link>[A-Za-z]++\*?):(?P<keys>&?(?:{LINK_KEY})(?:[,;]&?(?:{LINK_KEY}))*)
    | \\(?P<word>{_tex.WORD})
    | \\.
    """,
    re.VERBOSE,
)
IN_CITATION = re.compile(rf"@({CITE_KEY})")
IN_LINK = re.compile(rf"(?<=&)(?:{LINK_KEY})")
IN_OLD_LINK = re.compile(rf"(?:{LINK_KEY})")
NOCITE = frozenset(["n", "nocite"])
FILE = re.compile(r'"([^"\n]+)"|(\S+)')
NAMES = re.compile(r"[^\s,]+")


def scan(text: str) -> Iterator[Mark]:
    """Yield the keys and files that a text names, in order."""
    for start, end in _parts(text):
        keyword = KEYWORD.match(text, start, end)
        if keyword:
            yield from _keyword(text, keyword)
        yield from _inline(text, start, end)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Cut a text into the stretches that are exported; a keyword's line is one of them."""
    begun = -1
    for start, end, exported in _rows(text):
        keyword = exported and KEYWORD.match(text, start, end)
        if begun >= 0 and (keyword or not exported):
            yield begun, start
            begun = -1
        if keyword:
            yield start, end
        elif exported and begun < 0:
            begun = start
    if begun >= 0:
        yield begun, len(text)


def _rows(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield start and end of each line or block, and whether it is text that is exported."""
    position, hidden = 0, 0
    absent: set[str] = set()
    while line := LINE.match(text, position):
        row = line[0]
        block = _block_end(text, line, absent)
        position = block or line.end()
        if heading := HEADING.match(row):
            hidden = _hidden(heading, hidden)
        exported = not (block or hidden or row.isspace() or NOT_TEXT.match(row))
        yield line.start(), position, exported


def _hidden(heading: re.Match[str], before: int) -> int:
    """Return the level of the heading whose tree is not exported, 0 outside of one."""
    level = len(heading[1])
    if before and level > before:
        return before
    return level if heading["hidden"] else 0


def _block_end(text: str, line: re.Match[str], absent: set[str]) -> int:
    """Return where a block ends that a line begins and that is no text, else 0."""
    block = BLOCK.match(line[0])
    if not block or block[1].lower() in absent:
        return 0
    if block[1].lower() == "export" and block[2].strip().lower() in ("latex", "beamer"):
        return 0
    closing = re.compile(rf"^[ \t]*#\+end_{block[1]}[ \t]*\r?$\n?", re.IGNORECASE | re.MULTILINE)
    found = closing.search(text, line.end())
    if not found:
        absent.add(block[1].lower())
    return found.end() if found else 0


def _keyword(text: str, keyword: re.Match[str]) -> Iterator[Mark]:
    """Yield the files that `#+include:` and `#+bibliography:` name."""
    name = keyword["name"].lower()
    if name not in ("include", "setupfile", "bibliography"):
        return
    file = FILE.match(text, *keyword.span("value"))
    if not file:
        return
    group = file.lastindex or 0
    rest = text[file.end() : keyword.end()].split()
    if name == "include" and rest[:1] and rest[0] in ("src", "example", "export"):
        return
    value = file[group].partition("::")[0]
    kind: Kind = "bibliography" if name == "bibliography" else "part"
    start = file.start(group)
    yield Mark(kind, value, start, start + len(value), f"#+{keyword['name']}")


def _inline(text: str, start: int, end: int) -> Iterator[Mark]:
    """Yield what a stretch of text names."""
    position = start
    while match := TOKEN.search(text, position, end):
        position = match.end()
        if match["word"]:
            yield from _tex.citations(text, match["word"], position)
        elif match["list"]:
            for name in NAMES.finditer(text, *match.span("files")):
                yield Mark("bibliography", name[0], *name.span(), match["list"])
        elif match["cited"]:
            yield from _citation(match)
        elif "cite" in (match["target"] or match["link"] or "").lower():
            yield from _link(match)


def _citation(match: re.Match[str]) -> Iterator[Mark]:
    """Yield the keys of `[cite/style:@key]`."""
    style = match["style"]
    kind: Kind = "nocite" if style.lstrip("/").partition("/")[0] in NOCITE else "cite"
    for key in IN_CITATION.finditer(match.string, *match.span("cited")):
        yield Mark(kind, key[1], *key.span(1), f"cite{style}")


def _link(match: re.Match[str]) -> Iterator[Mark]:
    """Yield the keys of a link of org-ref; those of its third version stand after `&`."""
    command, group = (match["target"], "linked") if match["target"] else (match["link"], "keys")
    kind: Kind = "nocite" if command.startswith("nocite") else "cite"
    form = IN_LINK if "&" in match[group] else IN_OLD_LINK
    for key in form.finditer(match.string, *match.span(group)):
        yield Mark(kind, key[0], *key.span(), f"{command}:")


def spell(text: str, key: str, mark: Mark) -> str:
    """Write a key; `""` for one with characters that end a citation here."""
    if mark.command.startswith("\\"):
        return _tex.spell(text, key, mark)
    form = LINK_KEY if mark.command.endswith(":") else CITE_KEY
    return key if re.fullmatch(form, key) else ""


manuscript = Manuscript("org", (".org",), scan, spell)
