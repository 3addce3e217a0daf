"""From rich text to a format: runs with their markup, nested styles flipped, quotes alternating.

`pieces` resolves what marks mean where they stand; a `Format` is the table that says how
each is written.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from paracite.csl import marks

# In what respect a mark changes the text, and the mark that undoes it there.
FLIPS = {
    marks.ITALIC: ("style", marks.UPRIGHT),
    marks.OBLIQUE: ("style", marks.UPRIGHT),
    marks.UPRIGHT: ("style", marks.UPRIGHT),
    marks.BOLD: ("weight", marks.NOT_BOLD),
    marks.LIGHT: ("weight", marks.NOT_BOLD),
    marks.NOT_BOLD: ("weight", marks.NOT_BOLD),
    marks.SMALL_CAPS: ("variant", marks.NOT_SMALL_CAPS),
    marks.NOT_SMALL_CAPS: ("variant", marks.NOT_SMALL_CAPS),
    marks.UNDERLINE: ("line", marks.NOT_UNDERLINE),
    marks.NOT_UNDERLINE: ("line", marks.NOT_UNDERLINE),
    marks.SUPERSCRIPT: ("height", marks.BASELINE),
    marks.SUBSCRIPT: ("height", marks.BASELINE),
    marks.BASELINE: ("height", marks.BASELINE),
}
QUOTES = marks.QUOTE + marks.INNER_QUOTE
ALWAYS = marks.NOT_UNDERLINE + marks.BASELINE  #: written even where they change nothing
SILENT = marks.NO_CASE + marks.YEAR_SUFFIX + marks.NUMBER
Pair = tuple[str, str]
SINGLE: Pair = ("‘", "’")
TOKEN = re.compile(f"({marks.LINK}[^{marks.TARGET_END}]*{marks.TARGET_END}|[{marks.SET}])")


class Quotes(NamedTuple):
    """The quotation marks of a language, outer and inner."""

    open: str = "“"
    close: str = "”"
    open_inner: str = "‘"
    close_inner: str = "’"


class Piece(NamedTuple):
    """The start of a styled stretch (`mark`, and the `target` of a link), or its end."""

    mark: str
    target: str = ""
    ends: bool = False


State = tuple[tuple[str, str], ...]  #: how the text is set: in each respect, the mark that set it


class Format(NamedTuple):
    """How a format writes: text through `escape`, each mark between its two `tags`."""

    name: str
    escape: Callable[[str], str]
    tags: dict[str, tuple[str, str]]
    link: Callable[[str], tuple[str, str]] | None = None  #: what stands around a link's text
    entry: tuple[str, str] = ("", "\n")
    document: tuple[str, str] = ("", "")

    def render(self, rich: str, quotes: Quotes) -> str:
        """Write rich text in this format."""
        out: list[str] = []
        for piece in pieces(rich, quotes):
            if isinstance(piece, str):
                spaced = bool(out) and out[-1] == " " and piece[0] == " "
                out.append(self.escape(piece[1:] if spaced else piece))
            elif piece.mark == marks.LINK:
                if self.link:
                    out.append(self.link(piece.target)[piece.ends])
            else:
                out.append(self.tags.get(piece.mark, ("", ""))[piece.ends])
        return "".join(out)


def pieces(rich: str, quotes: Quotes) -> Iterator[str | Piece]:
    """Yield text, and the starts and ends of what it is set in."""
    state: State = ()
    stack: list[tuple[tuple[Piece, ...], State]] = []  # what ends there, the state before
    quoted: list[Pair] = []  # for each quotation that is open: its marks
    outer, inner = (quotes.open, quotes.close), (quotes.open_inner, quotes.close_inner)
    text, *rest = TOKEN.split(rich)
    if text:
        yield text
    for token, text in zip(rest[::2], rest[1::2], strict=True):
        mark = token[0]
        if mark == marks.END:
            ended, state = stack.pop()
            yield from ended
        elif mark in QUOTES:
            if quoted:
                quoted.append(inner if quoted[-1] != inner else outer)
            else:  # a single quotation mark of a field stands for itself
                quoted.append(SINGLE if mark == marks.INNER_QUOTE else outer)
            yield quoted[-1][0]
        elif mark == marks.QUOTE_END:
            yield quoted.pop()[1]
        elif mark == marks.LINK:
            target = token[1:-1]
            stack.append(((Piece(mark, target, ends=True),), state))
            yield Piece(mark, target)
        elif mark in marks.OPENING:
            started, ended, after = _turn(mark, state)
            stack.append((ended, state))
            state = after
            yield from started
        if text:
            yield text


@cache
def _turn(mark: str, state: State) -> tuple[tuple[Piece, ...], tuple[Piece, ...], State]:
    """Return what a mark starts where it stands, what its end ends, and the state in between."""
    meant, after = _meaning(mark, state)
    ended = tuple(Piece(each, ends=True) for each in reversed(meant))
    return tuple(map(Piece, meant)), ended, after


def _meaning(mark: str, state: State) -> tuple[tuple[str, ...], State]:
    """Return what a mark means where it stands: itself, its opposite inside itself, nothing."""
    if mark in SILENT:
        return (), state
    if mark == marks.PLAIN:
        return tuple(FLIPS[each][1] for _aspect, each in state), ()
    in_field, mark = mark in marks.OF_FIELD, marks.OF_FIELD.get(mark, mark)
    if mark not in FLIPS:
        return (mark,), state
    aspect, opposite = FLIPS[mark]
    rest = tuple(each for each in state if each[0] != aspect)
    if mark == opposite:
        return (mark,) if rest != state or mark in ALWAYS else (), rest
    if in_field and (aspect, mark) in state:
        return (opposite,), rest
    return (mark,), (*rest, (aspect, mark))
