"""From rich text to a format: runs with their markup, nested styles flipped, quotes alternating.

`pieces` resolves what marks mean where they stand; a `Format` is the table that says how
each is written.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

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
FLIP_BACK = (marks.ITALIC, marks.BOLD, marks.SMALL_CAPS)
QUOTES = marks.QUOTE + marks.INNER_QUOTE
SILENT = marks.NO_CASE + marks.YEAR_SUFFIX + marks.NUMBER
TOKEN = re.compile(f"({marks.LINK}[^{marks.TARGET_END}]*{marks.TARGET_END}|[\ufdd0-\ufdef])")


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotation marks of a language, outer and inner."""

    open: str = "“"
    close: str = "”"
    open_inner: str = "‘"
    close_inner: str = "’"


@dataclass(frozen=True, slots=True)
class Piece:
    """The start of a styled stretch (`mark`, and the `target` of a link), or its end."""

    mark: str
    target: str = ""
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """How a format writes: text through `escape`, each mark between its two `tags`."""

    name: str
    escape: Callable[[str], str]
    tags: dict[str, tuple[str, str]] = field(default_factory=dict)
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
    state: dict[str, str] = {}
    stack: list[tuple[tuple[Piece, ...], dict[str, str]]] = []
    quoted: list[bool] = []  # for each quotation open: whether its marks are the inner ones
    for token in TOKEN.split(rich):
        mark = token[:1]
        if mark not in ALL_MARKS or not mark:
            if token:
                yield token
        elif mark == marks.END:
            started, state = stack.pop()
            yield from map(_end, reversed(started))
        elif mark in QUOTES:
            inner = mark == marks.INNER_QUOTE and not quoted
            quoted.append(inner or (bool(quoted) and not quoted[-1]))
            yield quotes.open_inner if quoted[-1] else quotes.open
        elif mark == marks.QUOTE_END:
            yield quotes.close_inner if quoted.pop() else quotes.close
        else:
            started = _started(token, state)
            stack.append((started, state))
            state = _after(mark, state)
            yield from started


def _end(piece: Piece) -> Piece:
    return Piece(piece.mark, piece.target, ends=True) if piece.target else ENDS[piece.mark]


def _started(token: str, state: dict[str, str]) -> tuple[Piece, ...]:
    """What a mark means where it stands: itself, its opposite inside itself, or nothing."""
    mark = token[0]
    if mark == marks.LINK:
        return (Piece(mark, token[1:-1]),)
    if mark in SILENT:
        return ()
    if mark == marks.PLAIN:
        return tuple(STARTS[FLIPS[each][1]] for each in state.values())
    if mark not in FLIPS:
        return (STARTS[mark],)
    aspect, opposite = FLIPS[mark]
    if mark == opposite:
        return (STARTS[mark],) if aspect in state else ()
    return (STARTS[opposite if mark in FLIP_BACK and state.get(aspect) == mark else mark],)


def _after(mark: str, state: dict[str, str]) -> dict[str, str]:
    if mark == marks.PLAIN:
        return {}
    if mark not in FLIPS:
        return state
    aspect, opposite = FLIPS[mark]
    changed = {each: on for each, on in state.items() if each != aspect}
    flipped_back = mark in FLIP_BACK and state.get(aspect) == mark
    return changed if mark == opposite or flipped_back else changed | {aspect: mark}


ALL_MARKS = marks.OPENING + marks.CLOSING
STARTS = {mark: Piece(mark) for mark in marks.OPENING}
ENDS = {mark: Piece(mark, ends=True) for mark in marks.OPENING}
