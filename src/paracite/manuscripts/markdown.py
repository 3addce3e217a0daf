r"""Markdown as Pandoc, Quarto and R Markdown read it.

Keys are cited by `@key` and `@{any key}`.  Code, mathematics, comments, tags and addresses name
nothing.  Commands of LaTeX cite here too.

Sources: Pandoc User's Guide, "Citation syntax" and "Metadata blocks"; Quarto guide, "Cross
references" and "Includes"; R Markdown Cookbook, "Child documents"; manual of pandoc-crossref.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, NamedTuple

from paracite.manuscripts import Kind, Manuscript, Mark, _tex
from paracite.manuscripts._crossref import is_cross_reference

KEY = r"\w(?:\w|[:.#$%&\-+?<>~/](?=\w)|[:/](?=/))*+"
WHOLE_KEY = re.compile(KEY)
INDENTED = re.compile(r"(?:(?: {4}| {0,3}\t)[^\n]*(?:\n|\Z)|[ \t]*\r?\n)+")
BRACED = re.compile(r"(?:[^{}\s]|\{[^{}\s]*\})+")
LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")
FENCE = re.compile(r"(?:[ \t>]|[-*+][ \t]|\d+[.)][ \t])*+(?P<fence>`{3,}|~{3,})(?P<info>[^\n]*)")
ITEM = re.compile(
    r" {0,3}(?:[-*+:~]|\(?(?:\d+|#|[A-Za-z]|@[\w-]*)[.)]|\[\^[^\]\n]+\]:)(?:[ \t]|\r?$)"
)
EXAMPLE = re.compile(r"^[ \t>]*\(?@([\w-]+)[.)](?:[ \t]|\r?$)", re.MULTILINE)
RAW_TAG = re.compile(r" {0,3}<(pre|script|style|textarea)\b", re.IGNORECASE)
FRONT = re.compile(r"\A---[ \t]*\r?\n(?P<yaml>(?:[^\n]*\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
TOP_KEY = re.compile(r"^([\w-]+)[ \t]*:", re.MULTILINE)
YAML_NAME = re.compile(r"#[^\n]*|(?P<name>[^\s,\[\]\"'#-][^,\[\]\"'\n#]*)")
CHILD = re.compile(
    r"(?:\A[^\n{]*\{[^\n]*?\bchild[ \t]*=|^[ \t>]*#\|[ \t]*child:)[ \t]*"
    r"(?P<files>c\([^()\n]*\)|\[[^\[\]\n]*\]|\"[^\"\n]*\"|'[^'\n]*'|[^\s,}\"']+)",
    re.MULTILINE,
)
CHUNK_LABEL = re.compile(r"^#\|[ \t]*label:[ \t]*[\"']?([\w:-]+)", re.MULTILINE)
FILE_NAME = re.compile(r"[^\s\"'()\[\],]+(?<!\bc)")

TOKEN = re.compile(
    rf"""
    \\(?P<word>{_tex.WORD})
    | \\.
    | (?P<ticks>`+)
    | (?P<comment><!--)
    | \$\$(?:[^$\\]|\\.|\$(?!\$))++\$\$
    | \$(?![\s$])(?:[^$\\\s]|\\.|\s++(?!\$))++\$(?!\d)
    | \]\((?:[^()\\\n]|\\.|\([^()\n]*\))*+\)
    | (?:https?|ftp)://[^\s<>\]]*
    | <[A-Za-z/][^<>]*+>
    | \{{\{{<[ \t]*include[ \t]+(?P<include>[^\s>]+)[ \t]*>\}}\}}
    | (?<!@)(?P<braces>\{{[^{{}}\n]*+\}})
    | (?<![^\W_])@(?:\{{(?P<braced>(?:[^{{}}\s]|\{{[^{{}}\s]*\}})++)\}}|(?P<key>{KEY})|(?P<all>\*))
    """,
    re.VERBOSE | re.DOTALL,
)
ATTRIBUTES = re.compile(r"\{(?:[#.:][\w-]|[\w-]+=|=|-\})")
IDENTIFIER = re.compile(r"#([\w:-]+)")


class TextPart(NamedTuple):
    """A stretch of a text: lines without a blank one, code with its first line, or a comment."""

    start: int
    end: int
    kind: Literal["text", "code", "comment"] = "text"


def scan(text: str) -> Iterator[Mark]:
    """Yield the keys, labels and files that a text names, in order.

    A number of Pandoc's example lists, `(@fox)`, looks like a key too.
    """
    examples = frozenset(EXAMPLE.findall(text))
    for mark in _marks(text):
        example = mark.value in examples and mark.kind == "cite"
        yield replace(mark, kind="reference") if example else mark


def _marks(text: str) -> Iterator[Mark]:
    front = FRONT.match(text)
    if front:
        yield from _metadata(text, *front.span("yaml"))
    for part in _parts(text, front.end() if front else 0):
        if part.kind == "code":
            yield from _chunk(text, part)
        elif part.kind == "text":
            yield from _inline(text, part.start, part.end)


def _metadata(text: str, start: int, end: int) -> Iterator[Mark]:
    """Yield what the metadata before a text names."""
    keys = list(TOP_KEY.finditer(text, start, end))
    stops = [*(key.start() for key in keys), end]
    for key, stop in zip(keys, stops[1:], strict=True):
        read = _lists if key[1] == "bibliography" else _values
        yield from read(text, key, stop)


def _lists(text: str, key: re.Match[str], stop: int) -> Iterator[Mark]:
    """Yield the lists that a value of the metadata names."""
    for name in YAML_NAME.finditer(text, key.end(), stop):
        value = (name["name"] or "").strip()
        if value:
            yield Mark("bibliography", value, name.start(), name.start() + len(value), key[1])


def _values(text: str, key: re.Match[str], stop: int) -> Iterator[Mark]:
    """Yield what another value of the metadata names, which is Markdown."""
    for line in LINE.finditer(text, key.end(), stop):
        if not line[0].lstrip().startswith("#"):
            yield from _inline(text, *line.span(), nocite=key[1] == "nocite")


def _parts(text: str, start: int) -> Iterator[TextPart]:
    """Cut a text into paragraphs and code; comments are left out."""
    begun = -1  # where the paragraph began
    blank, listed = True, False
    gaps = _Gaps(text)
    position = start
    while line := LINE.match(text, position):
        at, position = line.span()
        row = line[0]
        gap = gaps.find(line, indented=blank and not listed and begun < 0)
        if begun < 0 and not row.isspace():
            begun = at
        if begun >= 0 and (gap or row.isspace()):
            yield TextPart(begun, gap.start if gap else at)
            begun = -1
        if gap:
            position = gap.end
            yield gap
        else:
            listed = _in_list(row, blank=blank, listed=listed)
        blank = row.isspace() or (gap is not None and gap.kind == "code")
    if begun >= 0:
        yield TextPart(begun, len(text))


def _in_list(row: str, *, blank: bool, listed: bool) -> bool:
    """Return whether a list goes on in a row: until a paragraph that is not indented."""
    return ITEM.match(row) is not None or (listed and (row[0].isspace() or not blank))


class _Gaps:
    """Finds code and comments, and remembers what ends nowhere, so as not to search again."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.absent: set[str] = set()

    def find(self, line: re.Match[str], *, indented: bool) -> TextPart | None:
        """Return the code that begins with a line, or the comment that begins in it."""
        end = self._fenced(line) or self._raw(line)
        if not end and indented and (block := INDENTED.match(self.text, line.start())):
            end = 0 if line[0].isspace() else block.end()
        return TextPart(line.start(), end, "code") if end else self._comment(line)

    def _fenced(self, line: re.Match[str]) -> int:
        """Return where the code ends that a fence begins, 0 where none does."""
        fence = FENCE.match(self.text, *line.span())
        if not fence or ("`" in fence["info"] and fence["fence"][0] == "`"):
            return 0
        mark = fence["fence"]
        if any(mark.startswith(absent) for absent in self.absent):
            return 0
        return self._end(mark, rf"^[ \t>]*{mark[0]}{{{len(mark)},}}[ \t]*\r?$\n?", line.end())

    def _raw(self, line: re.Match[str]) -> int:
        """Return where an element ends whose text is raw, 0 where none begins."""
        tag = RAW_TAG.match(line[0])
        name = tag[1].lower() if tag else ""
        return self._end(f"<{name}", f"(?i)</{name}[^<>\n]*>?", line.start()) if tag else 0

    def _comment(self, line: re.Match[str]) -> TextPart | None:
        """Return the comment that begins in a line and goes on after it."""
        opened = line[0].rfind("<!--")
        if opened < 0 or "-->" in line[0][opened:] or line[0].count("`", 0, opened) % 2:
            return None
        end = self._end("<!--", "-->", line.end())
        return TextPart(line.start() + opened, end, "comment") if end else None

    def _end(self, name: str, closing: str, start: int) -> int:
        if name in self.absent:
            return 0
        found = re.compile(closing, re.MULTILINE).search(self.text, start)
        if not found:
            self.absent.add(name)
        return found.end() if found else 0


def _chunk(text: str, part: TextPart) -> Iterator[Mark]:
    """Yield what the head of a chunk of R names: its label, and the files it includes."""
    chunk = text[part.start : part.end]
    for child in CHILD.finditer(chunk):
        for name in FILE_NAME.finditer(chunk, *child.span("files")):
            start = part.start + name.start()
            yield Mark("part", name[0], start, start + len(name[0]), "child")
    for label in CHUNK_LABEL.finditer(text, part.start, part.end):
        yield from _label(label)


def _label(match: re.Match[str]) -> Iterator[Mark]:
    """Yield a label that `@` may refer to; any other does not take a key's place."""
    if is_cross_reference(match[1]):
        yield Mark("label", match[1], *match.span(1), "#")


def _inline(text: str, start: int, end: int, *, nocite: bool = False) -> Iterator[Mark]:
    """Yield what a paragraph names; only `nocite` of the metadata may name everything."""
    position = start
    last_comment = text.rfind("-->", start, end)  # known, so that no other one is looked for
    while match := TOKEN.search(text, position, end):
        position = _after(match, end, last_comment)
        if match["word"]:
            yield from _tex.citations(text, match["word"], position)
        elif match["include"]:
            yield Mark("part", match["include"], *match.span("include"), "include")
        elif match["braces"]:
            for identifier in IDENTIFIER.finditer(text, match.start(), position):
                yield from _label(identifier)
        elif match["braced"] or match["key"] or match["all"]:
            yield from _key(match, nocite=nocite)


def _after(match: re.Match[str], end: int, last_comment: int) -> int:
    """Return where scanning goes on: after code, a comment or attributes, where it is that."""
    text = match.string
    if match["ticks"]:
        return _after_code(match, end)
    if match["comment"] and match.end() <= last_comment:
        return text.index("-->", match.end()) + 3
    if match["braces"] and not ATTRIBUTES.match(match[0]):
        return match.start() + 1
    return match.end()


def _key(match: re.Match[str], *, nocite: bool) -> Iterator[Mark]:
    """Yield a key after `@`; `@*` is one only where it stands for everything."""
    group = match.lastgroup or ""
    kind: Kind = "reference" if is_cross_reference(match[group]) else "cite"
    if nocite or group != "all":
        yield Mark("nocite" if nocite else kind, match[group], *match.span(group), "@")


def _after_code(match: re.Match[str], end: int) -> int:
    """Return where a code span ends; where it does not, the backticks are text."""
    ticks = match["ticks"]
    closing = re.compile(f"(?<!`){ticks}(?!`)").search(match.string, match.end(), end)
    return closing.end() if closing else match.end()


def spell(text: str, key: str, mark: Mark) -> str:
    """Write a key after `@`, in braces where it needs them."""
    if mark.command.startswith("\\"):
        return _tex.spell(text, key, mark)
    if BRACED.fullmatch(key):
        bare = text[mark.start - 1 : mark.start] == "{" or WHOLE_KEY.fullmatch(key)
        return key if bare else f"{{{key}}}"
    return ""


manuscript = Manuscript("markdown", (".md", ".markdown", ".qmd", ".rmd", ".rmarkdown"), scan, spell)
