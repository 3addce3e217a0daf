"""Markup in fields: HTML-like tags and quotation marks become marks.

`<i> <b> <sup> <sub> <sc>`, `<span style="font-variant: small-caps">`, and spans of
class `nocase` and `nodecor`.  What is not closed or not known stays as text.

Source: CSL-JSON markup as citeproc-js documents it ("Rich text").
"""

import re
from functools import lru_cache

from paracite.csl import marks

TAGS = {
    "i": marks.FIELD_ITALIC,
    "b": marks.FIELD_BOLD,
    "sup": marks.SUPERSCRIPT,
    "sub": marks.SUBSCRIPT,
    "sc": marks.FIELD_SMALL_CAPS,
}
SPANS = (
    (re.compile(r'class="nocase"'), marks.NO_CASE),
    (re.compile(r'class="nodecor"'), marks.PLAIN),
    (re.compile(r'style="font-variant:\s*small-caps;?"'), marks.FIELD_SMALL_CAPS),
)
TOKEN = re.compile(r"</?[a-z]+(?:\s[^<>]*)?>|[\"'‘’“”]|\\n")
SPECIAL = re.compile(rf"[<\"'‘’“”«{marks.SET}]| [:;?!»]")
LAYOUT = re.compile(r"[\t-\r]+")  #: tabs and line ends, which are the space of other programs
CONTROL = re.compile(r"[\x00-\x1f]+")  #: what no document may hold
FRENCH_SPACE = re.compile("(?<=«) | (?=[:;?!»])")  #: a narrow one that never breaks
OPENERS = "([{—–/>"  #: what may stand before an opening quote, as nothing and space may
CLOSES = {"“": "”", "‘": "’"}


def printable(text: str) -> str:
    """Return a field's text without the control characters that no document may hold."""
    return text if text.isprintable() else CONTROL.sub("", LAYOUT.sub(" ", text))


@lru_cache(maxsize=65536)
def parse(text: str) -> str:
    """Turn the markup and the quotation marks of a field into marks.

    >>> parse("On <i>E. coli</i>") == f"On {marks.FIELD_ITALIC}E. coli{marks.END}"
    True
    """
    if not SPECIAL.search(text):
        return text
    text = FRENCH_SPACE.sub("\u202f", text)
    return _Parser(marks.without_marks(text)).result()


class _Parser:
    """One pass over a field; `open` holds what waits for its end, with where it stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.out: list[str] = []
        self.open: list[tuple[str, str, int]] = []  # what closes it, its mark, its place in out

    def result(self) -> str:
        position = 0
        for match in TOKEN.finditer(self.text):
            self.out.append(self.text[position : match.start()])
            position = match.end()
            if match[0].startswith("<"):
                self._tag(match[0])
            else:
                self._quote(match)
        self.out.append(self.text[position:])
        return "".join(self.out)

    def _tag(self, tag: str) -> None:
        name = tag.strip("</>").partition(" ")[0]
        place = len(self.out)
        self.out.append(tag)  # as it is, until its other half is seen
        if tag.startswith("</"):
            self._close(f"</{name}>", marks.END, place)
            return
        mark = TAGS.get(tag[1:-1]) or next(
            (mark for pattern, mark in SPANS if name == "span" and pattern.search(tag)), ""
        )
        if mark:
            self.open.append((f"</{name}>", mark, place))
        elif name == "span":
            self.open.append(("</span>", tag, place))  # an unknown span keeps its own end

    def _close(self, closing: str, end: str, place: int) -> bool:
        for depth in range(len(self.open) - 1, -1, -1):
            wanted, mark, start = self.open[depth]
            if wanted == closing:
                del self.open[depth:]
                if mark in marks.OPENING:
                    self.out[start], self.out[place] = mark, end
                return True
        return False

    def _quote(self, match: re.Match[str]) -> None:
        character = match[0]
        before = self.text[match.start() - 1 : match.start()]
        after = self.text[match.end() : match.end() + 1]
        place = len(self.out)
        self.out.append("’" if character == "'" else character)
        waiting = {wanted for wanted, _, _ in self.open}
        if character in "\"'":
            self._straight(character, before, after, place)
        elif character in waiting and not (character == "’" and after.isalnum()):
            self._close(character, marks.QUOTE_END, place)
        elif character in CLOSES:
            mark = marks.INNER_QUOTE if character == "‘" else marks.QUOTE
            self.open.append((CLOSES[character], mark, place))

    def _straight(self, character: str, before: str, after: str, place: int) -> None:
        """A straight quote opens before a word, closes after one; else it is an apostrophe."""
        closes = before and not before.isspace() and not after.isalnum()
        if closes and self._close(character, marks.QUOTE_END, place):
            return
        beside = bool(self.open) and self.open[-1][2] == place - 2 and not self.out[place - 1]
        if (
            after
            and not after.isspace()
            and after not in ")]"
            and (before in OPENERS or before.isspace() or beside)
        ):
            self.open.append((character, marks.QUOTE, place))
