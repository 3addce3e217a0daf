r"""Simple formulas of LaTeX to text: letters, signs, what is set high or low, blanks as TeX sets them.

TeX takes no account of blanks in a formula and sets its own: round a relation (`\leq`), round
a binary operator that stands between two operands (`\times`), and none where either is in
braces of its own or set high or low.  `=`, `+`, `<` and the like keep those they are written
with, on both sides or on neither.

Source: Knuth, "The TeXbook", chapters 16 to 18; amsmath user's guide.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from paracite.fields.latex_symbols import (
    ALPHABETS,
    BINARY,
    FUNCTIONS,
    MATH_ACCENTS,
    RELATIONS,
    symbol,
)

FONTS = {
    **dict.fromkeys(("mathrm", "rm", "mathsf", "mathtt", "mathnormal", "mathord"), ("", "")),
    **dict.fromkeys(("operatorname", "operatorname*", "ensuremath"), ("", "")),
    **dict.fromkeys(("mathit", "it"), ("<i>", "</i>")),
    **dict.fromkeys(("mathbf", "bf", "boldsymbol", "bm", "pmb"), ("<b>", "</b>")),
}
SWITCHES = frozenset(["rm", "it", "bf", "cal"])  #: fonts for the rest of a group
TEXT_FONTS = frozenset(
    ["text", "mbox", "hbox", "textrm", "textnormal", "textit", "textbf", "textsf", "textup"]
)
SHIFTS = {"^": ("<sup>", "</sup>"), "_": ("<sub>", "</sub>")}
SET_HIGH = {
    "∘": "°",
    "′": "′",
    "′′": "″",
    "∗": "*",
    "*": "*",
}  #: high already, or a sign of its own
NOTHING = frozenset(
    [
        *("left", "right", "middle", "big", "Big", "bigl", "bigr", "Bigl", "Bigr", "limits"),
        *("displaystyle", "textstyle", "scriptstyle", "nolimits", "!", "/", "relax", "mathstrut"),
    ]
)
SIZES = frozenset(["left", "right"])  #: after these a full stop is a delimiter that is not seen
SPACES = {",": "\u2009", ":": "\u2009", ";": "\u2009", " ": " ", "quad": " ", "~": " "}
ESCAPED = {sign: sign for sign in "&%$#_{}"}
DOTLESS = {"imath": "ı", "jmath": "ȷ"}
DOTTED = {"ı": "i", "ȷ": "j"}
CHARACTERS = ESCAPED | DOTLESS
PLAIN = re.compile(r"\s+|[=+<>]|[^\s=+<>]+")
OPENING = frozenset("([{⟨⌊⌈,;")
NOT = "\u0338"  #: the stroke that `\not` puts through what follows


class _UnknownError(Exception):
    """The formula has what text cannot show."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a formula, and how it stands beside others.

    `kind` is "relation", "binary", "sign" (an operator with the blanks it is written with),
    "function", "blank" or "operand"; `named` says that it was a command, whose name ends
    with a blank that says nothing.
    """

    text: str
    kind: str = "operand"
    named: bool = False

    @property
    def operates(self) -> bool:
        return self.kind in ("relation", "binary", "sign")


def formula(tokens: list[str], text: Callable[[str], str]) -> str | None:
    r"""Write the tokens of a formula as text, or return None; `text` reads the LaTeX of text.

    >>> formula([r"\alpha", " ", r"\leq", " b"], str)
    'α ≤ b'
    """
    try:
        return _Reader(list(reversed(tokens)), text).read()
    except (_UnknownError, RecursionError):
        return None


class _Reader:
    """Reads the tokens of a formula, the next of which is the last of `rest`."""

    def __init__(
        self, rest: list[str], text: Callable[[str], str], *, script: bool = False
    ) -> None:
        self.rest, self.text, self.script = rest, text, script
        self.pieces: list[_Piece] = []

    def read(self) -> str:
        while self.rest:
            self.token(self.rest.pop())
        return _joined(self.pieces, script=self.script)

    def token(self, mark: str) -> None:
        if mark in SHIFTS:
            self.add(self.shifted(mark))
        elif mark == "{":
            self.add(self.group())
        elif mark == "}":
            raise _UnknownError
        elif mark[0] == "\\":
            self.command(mark[1:])
        elif mark[0] == "-":
            self.add(mark, "sign")
        else:
            self.plain(" " if mark == "~" else mark)

    def plain(self, text: str) -> None:
        for part in PLAIN.findall(text):
            self.add(part, "blank" if part.isspace() else "sign" if part in "=+<>" else "operand")

    def add(self, text: str, kind: str = "operand", *, named: bool = False) -> None:
        self.pieces.append(_Piece(text, kind, named))

    def command(self, name: str) -> None:
        if name in NOTHING:
            if name in SIZES and self.rest and self.rest[-1][0] == ".":
                self.rest[-1] = self.rest[-1][1:] or " "
        elif name in SWITCHES:
            self.add(self.switched(name))
        elif name in FONTS:
            self.add("".join((FONTS[name][0], self.argument(), FONTS[name][1])))
        elif name in ALPHABETS:
            self.add(_lettered(self.argument(), name))
        elif name in TEXT_FONTS:
            self.add(self.text(f"\\{name}{{{''.join(self.raw())}}}"))
        elif name in MATH_ACCENTS:
            self.add(_composed(self.argument(), MATH_ACCENTS[name]))
        elif name == "not":
            self.strike()
        else:
            self.sign(name)

    def strike(self) -> None:
        """Put a stroke through the sign that follows."""
        mark = self.take()
        if mark[0] == "\\":
            self.command(mark[1:])
        else:
            self.add(mark, "relation")
        struck = self.pieces.pop()
        self.add(unicodedata.normalize("NFC", struck.text + NOT), struck.kind, named=struck.named)

    def sign(self, name: str) -> None:
        named = name.isalpha()
        if name in FUNCTIONS:
            self.add(name, "function", named=True)
        elif name in CHARACTERS:
            self.add(CHARACTERS[name], named=named)
        elif name in SPACES:
            self.add(SPACES[name], named=named)
        elif sign := symbol(name):
            kind = "relation" if name in RELATIONS else "binary" if name in BINARY else "operand"
            self.add(sign, kind, named=named)
        else:
            raise _UnknownError

    def shifted(self, mark: str) -> str:
        before, after = SHIFTS[mark]
        argument = self.argument(script=True)
        if mark == "^" and argument in SET_HIGH:
            return SET_HIGH[argument]
        return f"{before}{argument}{after}" if argument else ""

    def switched(self, name: str) -> str:
        """Read the rest of the group in another font."""
        inner = _Reader(self.rest, self.text, script=self.script).read()
        if name == "cal":
            return _lettered(inner, "mathcal")
        return inner.join(FONTS[name]) if inner else ""

    def group(self, *, script: bool = False) -> str:
        """Read what is left of a group that is open."""
        return _Reader(self.raw_group()[::-1], self.text, script=script or self.script).read()

    def argument(self, *, script: bool = False) -> str:
        """Read the group, command or character that comes next."""
        mark = self.take()
        if mark == "{":
            return self.group(script=script)
        tokens = [mark]
        while tokens[-1][0] == "\\" and tokens[-1][1:] in FONTS.keys() | ALPHABETS.keys():
            tokens += ["{", *self.raw(), "}"]
        return _Reader(tokens[::-1], self.text, script=script or self.script).read()

    def take(self) -> str:
        """Take the next token, of plain characters one."""
        while self.rest and self.rest[-1].isspace():
            self.rest.pop()
        if not self.rest:
            raise _UnknownError
        mark = self.rest.pop().lstrip()
        if mark[0] != "\\" and len(mark) > 1:
            self.rest.append(mark[1:])
            return mark[0]
        return mark

    def raw(self) -> list[str]:
        mark = self.take()
        return self.raw_group() if mark == "{" else [mark]

    def raw_group(self) -> list[str]:
        """Take the tokens up to the brace that closes the group that is open."""
        depth, group = 1, list[str]()
        while self.rest:
            mark = self.rest.pop()
            depth += (mark == "{") - (mark == "}")
            if not depth:
                return group
            group.append(mark)
        raise _UnknownError


def _joined(pieces: list[_Piece], *, script: bool) -> str:
    """Write the pieces with the blanks that TeX sets between them."""
    out = ""
    before: _Piece | None = None
    blank = False  # whether one is written before the piece
    apart = False  # whether the operator before it is set apart
    rest = [piece for piece in pieces if piece.text]
    for at, piece in enumerate(rest):
        if piece.kind == "blank":
            blank = True
            continue
        was_apart, apart = apart, False
        if piece.operates and not script:
            blank_right = at + 1 < len(rest) and rest[at + 1].kind == "blank"
            apart = _is_apart(piece, before, blank, blank_right)
        if before and _is_blank_between(before, piece, blank, was_apart, apart):
            out += " "
        out += piece.text
        before, blank = piece, False
    return out


def _is_blank_between(
    before: _Piece,
    piece: _Piece,
    written: bool,  # noqa: FBT001  whether the source has a blank there
    was_apart: bool,  # noqa: FBT001  whether `before` is an operator that is set apart
    apart: bool,  # noqa: FBT001  whether `piece` is one
) -> bool:
    if before.operates:
        return was_apart and not apart  # `x = -1`; two relations stand together
    if piece.operates:
        return apart
    blank = written and not before.named and not before.text[-1].isspace()
    return blank or _are_words(before, piece)


def _is_apart(piece: _Piece, before: _Piece | None, left: bool, right: bool) -> bool:  # noqa: FBT001  blanks
    """Return whether an operator is set apart; `left`, `right` are the blanks it is written with."""
    if piece.kind == "relation":
        return True
    if before is None or before.operates or before.text[-1] in OPENING:
        return False  # a sign of what follows: `-1`
    return piece.kind == "binary" or right or (left and not before.named)


def _are_words(before: _Piece, piece: _Piece) -> bool:
    """Return whether the name of a function stands beside a letter or number."""
    is_named = "function" in (before.kind, piece.kind)
    is_word = piece.text[0].isalnum() or piece.text.startswith(("<i>", "<b>"))
    return is_named and is_word and (before.text[-1].isalnum() or before.text[-1] == ">")


def _composed(letter: str, mark: str) -> str:
    if len(letter) != 1:
        raise _UnknownError
    return unicodedata.normalize("NFC", DOTTED.get(letter, letter) + mark)


def _lettered(text: str, alphabet: str) -> str:
    """Write letters in another alphabet: `ℝ`, `𝔤`."""
    letters = ALPHABETS[alphabet]
    if not text or any(letter not in letters for letter in text):
        raise _UnknownError
    return "".join(letters[letter] for letter in text)
