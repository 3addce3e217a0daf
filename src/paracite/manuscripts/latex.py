r"""LaTeX, with the `.aux` files it writes and R's Sweave.

Comments, verbatim text and addresses name nothing, nor does what follows `\end{document}`.

Sources: LaTeX2e manual; natbib and biblatex manuals; manuals of import, subfiles, listings,
minted, fancyvrb and comment.
"""

import re
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from paracite.manuscripts import Kind, Manuscript, Mark, _tex

TOKEN = re.compile(
    rf"""
    %[^\n]*+
    | \\begin[ \t]*\{{(?P<block>[^\W\d_]+\*?)\}}
    | \\end[ \t]*\{{(?P<end>document)\}}
    | \\(?P<verb>verb|Verb|lstinline|mintinline)(?![A-Za-z@])\*?(?:\[[^\[\]\n]*\])?
    | \\(?:url|path|nolinkurl|href)(?![A-Za-z@])\s*(?:\[[^\[\]\n]*\]\s*)?\{{[^{{}}\n]*\}}
    | \\(?:(?:re)?new|provide)(?:robust)?(?:command|cmd)\*?\s*\{{?\s*\\{_tex.WORD}
    | \\[A-Z][a-z]+(?:Expandable)?DocumentCommand\s*\{{?\s*\\{_tex.WORD}
    | \\(?:[gex]?def|let)\s*\\{_tex.WORD}
    | (?P<chunk>^<<[^\n]*>>=[ \t]*\r?$)
    | \\(?P<word>{_tex.WORD})
    | \\.
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
VERBATIM = frozenset(
    [
        *("verbatim", "verbatim*", "Verbatim", "Verbatim*", "BVerbatim", "LVerbatim"),
        *("SaveVerbatim", "verbatimtab", "lstlisting", "listing", "listing*", "minted"),
        *("tcblisting", "luacode", "luacode*", "comment", "filecontents", "filecontents*"),
    ]
)
OWN_VERBATIM = re.compile(
    r"\\(?:lstnewenvironment|DefineVerbatimEnvironment|excludecomment|newtcblisting)\s*\{(\w+)\}"
)
LANGUAGE = re.compile(r"\{[^{}\n]*\}")
LONGEST_VERB = 10_000  #: characters; so that one that is never closed costs no more
CHUNK_END = re.compile(r"^@[ \t]*\r?$", re.MULTILINE)
CHILD = re.compile(r"\bchild[ \t]*=[ \t]*(?:c\([^()\n]*\)|[\"'][^\"'\n]*[\"'])")
QUOTED = re.compile(r"[\"']([^\"'\n]+)[\"']")

# The conditionals that `\fi` ends; others of such names take their branches in braces.
CONDITION = re.compile(
    r"\\(?P<word>fi|else|if(?:x|num|dim|odd|[vhm]mode|inner|cat|case|void|[hv]box|eof|true|false"
    r"|defined|csname|fontchar|pdf|luatex|xetex)?)(?![A-Za-z@])|\\newif\s*\\(?P<new>[A-Za-z@]+)|\\."
    r"|%[^\n]*",
    re.DOTALL,
)


class Names(NamedTuple):
    """How a command names files: their kind, its arguments, the suffix they get."""

    kind: Kind
    arguments: int = 1  #: of two, the first is the folder
    suffix: str = ""


TWO = ("import", "subimport", "inputfrom", "subinputfrom", "includefrom", "subincludefrom")
ONE = ("input", "include", "subfile", "subfileinclude", "includestandalone", "markdownInput")
FILES = {
    **dict.fromkeys(ONE, Names("part")),
    **dict.fromkeys(TWO, Names("part", 2)),
    **dict.fromkeys(("@input", "InputIfFileExists"), Names("optional")),
    **dict.fromkeys(
        ("bibliography", "nobibliography", "bibdata"), Names("bibliography", 1, ".bib")
    ),
    **dict.fromkeys(("addbibresource", "addglobalbib", "addsectionbib"), Names("bibliography")),
}
ARGUMENT = re.compile(rf"{_tex.GAP}(?:{_tex.OPTION}{_tex.GAP})?\{{([^{{}}%\n]*)\}}", re.DOTALL)
PLAIN = re.compile(r"[ \t]+([\w./:-]+)")  # \input name, as in plain TeX
WHOLE = re.compile(r"\S(?:.*\S)?")
BETWEEN_COMMAS = re.compile(r"[^\s,](?:[^,]*[^\s,])?")


def scan(text: str) -> list[Mark]:
    """Return the keys and files that a text names, in order."""
    return sorted(_marks(text), key=attrgetter("start"))


def _marks(text: str) -> Iterator[Mark]:
    """Yield marks; those in the options of a citation come after it."""
    verbatim = VERBATIM | set(OWN_VERBATIM.findall(text))
    position = 0
    while match := TOKEN.search(text, position):
        position = match.end()
        word = match["word"]
        if word == "endinput" or match["end"]:
            return
        if word:
            yield from _tex.citations(text, word, position)
            yield from _files(text, word.rstrip("*"), position)
        if match["chunk"]:
            yield from _children(match)
        position = _skipped(text, match, verbatim)


def _skipped(text: str, match: re.Match[str], verbatim: frozenset[str]) -> int:
    """Return where scanning goes on after a token: after what it begins, where that is no TeX."""
    end = match.end()
    if match["block"] in verbatim:
        return _after(text, f"\\end{{{match['block']}}}", end)
    if match["verb"]:
        return _after_verb(text, match["verb"], end)
    if match["chunk"]:
        found = CHUNK_END.search(text, end)
        return found.end() if found else len(text)
    return _after_false(text, end) if match["word"] == "iffalse" else end


def _after(text: str, closing: str, start: int) -> int:
    found = text.find(closing, start)
    return len(text) if found < 0 else found + len(closing)


def _after_verb(text: str, name: str, start: int) -> int:
    r"""Return the end of `\verb|…|` or `\lstinline{…}`; where it has none, that of its name."""
    language = LANGUAGE.match(text, start) if name == "mintinline" else None
    start = language.end() if language else start
    mark = text[start : start + 1]
    if not mark or mark.isspace() or mark.isalnum():
        return start
    limit = min(start + LONGEST_VERB, len(text))
    line = text.find("\n", start, limit)
    found = text.find("}" if mark == "{" else mark, start + 1, limit if line < 0 else line)
    return start if found < 0 else found + 1


def _after_false(text: str, start: int) -> int:
    r"""Return the end of what `\iffalse` hides, which is that of the text where `\fi` lacks."""
    depth = 1
    for match in CONDITION.finditer(text, start):
        word = match["word"] or ""
        depth += word.startswith("if") - (word == "fi")
        if not depth or (word == "else" and depth == 1):
            return match.end()
    return len(text)


def _files(text: str, word: str, end: int) -> Iterator[Mark]:
    """Yield the files that a command names."""
    names = FILES.get(word)
    if names is None:
        return
    argument = ARGUMENT.match(text, end) or (PLAIN.match(text, end) if word == "input" else None)
    folder = ""
    if argument and names.arguments == 2:
        folder = argument[1].strip().rstrip("/") + "/"
        argument = ARGUMENT.match(text, argument.end())
    if argument is None or "#" in argument[1]:
        return
    several = names.kind == "bibliography"
    for part in (BETWEEN_COMMAS if several else WHOLE).finditer(text, *argument.span(1)):
        name = part[0].strip('"')
        suffix = "" if name.endswith(names.suffix) else names.suffix
        yield Mark(names.kind, f"{folder}{name}{suffix}", *part.span(), f"\\{word}")


def _children(match: re.Match[str]) -> Iterator[Mark]:
    """Yield the files that a chunk of Sweave includes."""
    for child in CHILD.finditer(match.string, *match.span()):
        for quoted in QUOTED.finditer(match.string, *child.span()):
            yield Mark("part", quoted[1], *quoted.span(1), "child")


manuscript = Manuscript("latex", (".tex", ".ltx", ".latex", ".rnw", ".aux"), scan, _tex.spell)
