r"""Typst: `@key`, `#cite(<key>)`, `#ref(<key>)`, `#quote(attribution: <key>)`.

What `@` refers to is a citation unless a label of that name stands in the document.  Strings,
comments, raw text and addresses name nothing.

Source: Typst reference, "Syntax", "cite", "ref", "quote", "bibliography", "include"; the rules for where
code ends are those of its lexer, simplified.
"""

import re
from typing import NamedTuple

from paracite.manuscripts import Kind, Manuscript, Mark
from paracite.manuscripts._crossref import is_cross_reference

LABEL = r"[\w\-.:]*[\w\-]"
WHOLE_LABEL = re.compile(LABEL)
IDENTIFIER = r"[^\W\d][\w-]*"
EVERYWHERE = r"""
    //[^\n]*+
    | (?P<comment>/\*)
    | (?P<ticks>`+)
"""
MARKUP = re.compile(
    rf"""
    \\.
    | https?://[\w!\#$%&*+,\-./:;=?@~']*
    | {EVERYWHERE}
    | (?P<mail>(?<=[A-Za-z0-9])@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)
    | @(?P<key>{LABEL})
    | <(?P<label>[\w\-.:]+)>
    | \#(?P<statement>(?:let|set|show|import|include|if|for|while|return|context)\b(?!-))
    | \#(?P<call>{IDENTIFIER}(?:\.{IDENTIFIER})*)
    | (?P<hash>\#(?=[({{\[<"]))
    | (?P<open>[\[$])
    | (?P<close>\])
    """,
    re.VERBOSE | re.DOTALL,
)
CODE = re.compile(
    rf"""
    {EVERYWHERE}
    | {IDENTIFIER}\s*:\s*"(?:[^"\\]|\\.)*+"
    | "(?P<string>(?:[^"\\]|\\.)*+)"
    | <(?P<label>[\w\-.:]+)>
    | (?P<name>{IDENTIFIER}(?:\.{IDENTIFIER})*)
    | (?P<open>[(\[{{$])
    | (?P<close>[)\]}}])
    | (?P<stop>[\n;])
    """,
    re.VERBOSE | re.DOTALL,
)
MATH = re.compile(
    rf"""
    \\.
    | {EVERYWHERE}
    | "(?:[^"\\]|\\.)*+"
    | \#(?P<call>{IDENTIFIER}(?:\.{IDENTIFIER})*)
    | (?P<close>\$)
    """,
    re.VERBOSE | re.DOTALL,
)
CLOSING = {"(": ")", "[": "]", "{": "}", "$": "$"}
COMMENT_EDGE = re.compile(r"/\*|\*/")
CHAIN = re.compile(rf"(?:\.{IDENTIFIER})+")
ELSE = re.compile(r"\s*else\b")
STRING = re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL)
BRANCHES = frozenset(["if", "for", "while", "context"])  #: what a block of code or content ends
CITING = frozenset(["cite", "ref", "quote"])


class Frame(NamedTuple):
    """What scanning is inside of: how it ends, the call it belongs to, and how it is read.

    `closing` is `""` for a statement, which a newline ends; `chained` is what stands after a
    call in the text, where more arguments may follow.
    """

    closing: str
    tokens: re.Pattern[str]
    call: str = ""
    chained: bool = False


def scan(text: str) -> list[Mark]:
    """Return the keys, labels and files that a text names, in order."""
    return _Scan(text).run()


class _Scan:
    """One pass over a text, which changes between markup, code and mathematics."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0
        self.frames = [Frame("", MARKUP)]
        self.last = ("", -1)  # the last name in code, and where it ends
        self.marks: list[Mark] = []

    def run(self) -> list[Mark]:
        """Return the marks of the text."""
        handlers = {
            "comment": self._skip_comment,
            "ticks": self._skip_raw,
            "mail": self._mail,
            "key": self._key,
            "label": self._label,
            "statement": self._statement,
            "call": self._call,
            "hash": self._hash,
            "name": self._name,
            "string": self._string,
            "open": self._open,
            "close": self._close,
            "stop": self._stop,
        }
        while match := self.frames[-1].tokens.search(self.text, self.position):
            self.position = match.end()
            if match.lastgroup:
                handlers[match.lastgroup](match)
        return self.marks

    def _mark(
        self, kind: Kind, match: re.Match[str], group: str, command: str, wider: int = 0
    ) -> None:
        start, end = match.span(group)
        if kind == "cite" and is_cross_reference(match[group]):
            kind = "reference"
        self.marks.append(Mark(kind, match[group], start - wider, end + wider, command))

    def _skip_comment(self, _: re.Match[str]) -> None:
        depth = 1
        for edge in COMMENT_EDGE.finditer(self.text, self.position):
            depth += 1 if edge[0] == "/*" else -1
            if not depth:
                self.position = edge.end()
                return
        self.position = len(self.text)

    def _skip_raw(self, match: re.Match[str]) -> None:
        ticks = match["ticks"]
        if len(ticks) != 2:  # two are raw text with nothing in it
            found = self.text.find(ticks, self.position)
            self.position = len(self.text) if found < 0 else found + len(ticks)

    def _mail(self, match: re.Match[str]) -> None:
        """Keep what is an address of mail rather than a key after a word."""
        self.marks.append(Mark("reference", match["mail"][1:], match.start(), match.end(), "@"))

    def _key(self, match: re.Match[str]) -> None:
        key = match["key"]
        kind: Kind = "reference" if is_cross_reference(key) else "cite"
        self.marks.append(Mark(kind, key, match.start(), match.end(), "@"))

    def _label(self, match: re.Match[str]) -> None:
        frame = self.frames[-1]
        if frame.tokens is MARKUP:
            self._mark("label", match, "label", "<>")
        elif frame.call in CITING:
            self._mark("cite", match, "label", f"#{frame.call}", wider=1)

    def _string(self, match: re.Match[str]) -> None:
        frame, value = self.frames[-1], match["string"]
        name, end = self.last
        if name in ("include", "import") and not self.text[end : match.start()].strip():
            if not value.startswith("@"):  # a package
                self._mark("part", match, "string", f"#{name}")
        elif frame.call == "bibliography":
            self._mark("bibliography", match, "string", "#bibliography")
        elif frame.call == "label of a work":
            self._mark("cite", match, "string", "#label")
        elif frame.call == "label":
            self._mark("label", match, "string", "#label")

    def _statement(self, match: re.Match[str]) -> None:
        self.last = (match["statement"], match.end())
        self.frames.append(Frame("", CODE, match["statement"]))

    def _call(self, match: re.Match[str]) -> None:
        self._more(match["call"])

    def _hash(self, _: re.Match[str]) -> None:
        if string := STRING.match(self.text, self.position):
            self.position = string.end()
        else:
            self._more("")

    def _more(self, call: str) -> None:
        """Go into the arguments that follow a call, where some do."""
        if chain := CHAIN.match(self.text, self.position):
            self.position, call = chain.end(), ""
        opening = self.text[self.position : self.position + 1]
        if opening in ("(", "[") or (opening == "{" and not call):
            self.position += 1
            self._push(opening, call, chained=True)

    def _push(self, opening: str, call: str, *, chained: bool = False) -> None:
        tokens = {"[": MARKUP, "$": MATH}.get(opening, CODE)
        self.frames.append(Frame(CLOSING[opening], tokens, call, chained))

    def _name(self, match: re.Match[str]) -> None:
        self.last = (match["name"], match.end())

    def _open(self, match: re.Match[str]) -> None:
        frame, call = self.frames[-1], ""
        if frame.tokens is CODE and match["open"] == "(":
            name, end = self.last
            if end == match.start():
                call = "label of a work" if name == "label" and frame.call in CITING else name
            elif frame.closing:
                call = frame.call
            if frame.call == "bibliography":
                call = frame.call
        self._push(match["open"], call)

    def _close(self, match: re.Match[str]) -> None:
        closing = match["close"]
        while len(self.frames) > 1 and not self.frames[-1].closing:  # a statement
            self.frames.pop()
        frame = self.frames[-1]
        if frame.closing != closing:
            return
        self.frames.pop()
        outer = self.frames[-1]
        if frame.chained:
            self._more("")
        elif not outer.closing and outer.call in BRANCHES and closing != ")":
            self._end_branch()

    def _end_branch(self) -> None:
        if not ELSE.match(self.text, self.position):
            self.frames.pop()

    def _stop(self, _: re.Match[str]) -> None:
        if not self.frames[-1].closing:
            self.frames.pop()


def spell(text: str, key: str, mark: Mark) -> str:
    """Write a key as a label; one that no label can be is a string."""
    plain = WHOLE_LABEL.fullmatch(key)
    quoted = key.replace("\\", "\\\\").replace('"', '\\"')
    if mark.command == "#label":
        return quoted
    if mark.command != "@":
        return f"<{key}>" if plain else f'label("{quoted}")'
    if plain:
        return f"@{key}"
    return "" if text[mark.end : mark.end + 1] == "[" else f'#cite(label("{quoted}"))'


manuscript = Manuscript("typst", (".typ",), scan, spell)
