r"""LaTeX to text, without loss.

Accents, symbols and simple mathematics become Unicode, fonts become CSL's rich text,
`{DNA}` in a title becomes `<span class="nocase">DNA</span>`.  What is not known,
a command with its arguments or a formula, stays as written; `paracite.fields.latex_out`
writes it back as it stands.
"""

import re
import unicodedata

from paracite.fields.latex_address import address
from paracite.fields.latex_symbols import ACCENTS, MATH, TEXT
from paracite.fields.markup import NOCASE, SMALL_CAPITALS

SPECIAL = re.compile(r"[\\{}~$`]|--|''")
TOKEN = re.compile(
    r"\\[A-Za-z]+\*?|\\.|---?|``|''|\$\$|[{}~$^_`'\-]|[^\\{}~$^_`'\-]+|\\", re.DOTALL
)
PUNCTUATION = {"---": "—", "--": "–", "``": "“", "''": "”", "~": "\u00a0"}
CONTROL = {
    r"\ ": " ",
    r"\,": "\u2009",
    r"\;": "\u2009",
    r"\:": "\u2009",
    r"\!": "",
    r"\-": "\u00ad",
    r"\/": "",
    r"\@": "",
    "\\\\": " ",
} | {rf"\{character}": character for character in "&%$#_{}"}
UNESCAPE = re.compile(r"\\([&%$#_{}~\\])")
FONTS = {
    **dict.fromkeys(("textit", "emph", "textsl", "mkbibemph", "mkbibitalic"), ("<i>", "</i>")),
    **dict.fromkeys(("textbf", "mkbibbold"), ("<b>", "</b>")),
    **dict.fromkeys(("textsuperscript", "mkbibsuperscript"), ("<sup>", "</sup>")),
    **dict.fromkeys(("textsubscript", "mkbibsubscript"), ("<sub>", "</sub>")),
    **dict.fromkeys(("mkbibquote", "enquote"), ("“", "”")),
    **dict.fromkeys(("mbox", "hbox", "text", "textrm", "textnormal", "textup"), ("", "")),
    **dict.fromkeys(("textmd", "textsf", "texttt", "ensuremath"), ("", "")),
    "textsc": (SMALL_CAPITALS, "</span>"),
    "NoCaseChange": (NOCASE, "</span>"),
}
SWITCHES = {
    **dict.fromkeys(("it", "itshape", "em", "sl", "slshape"), ("<i>", "</i>")),
    **dict.fromkeys(("bf", "bfseries"), ("<b>", "</b>")),
    **dict.fromkeys(("sc", "scshape"), (SMALL_CAPITALS, "</span>")),
    **dict.fromkeys(("rm", "tt", "sf", "normalfont", "upshape", "protect", "relax"), ("", "")),
}
MATH_FONTS = {
    **dict.fromkeys(("mathrm", "text", "mbox", "rm", "textrm", "operatorname"), ("", "")),
    **dict.fromkeys(("mathit", "textit"), ("<i>", "</i>")),
    **dict.fromkeys(("mathbf", "textbf"), ("<b>", "</b>")),
}
MATH_SHIFTS = {"^": ("<sup>", "</sup>"), "_": ("<sub>", "</sub>")}


def to_text(latex: str, *, title: bool = False) -> str:
    r"""Turn LaTeX into text with CSL's markup; `title` keeps what braces protect.

    >>> to_text(r"{\'E}tudes --- 50\% of {DNA}", title=True)
    'Études — 50% of <span class="nocase">DNA</span>'
    """
    if not SPECIAL.search(latex):
        return latex
    try:
        text = _Decoder(TOKEN.findall(latex), title=title).sequence()
    except RecursionError:  # groups nested hundreds deep mean nothing: they stay as written
        return latex
    return unicodedata.normalize("NFC", text)


def verbatim(latex: str) -> str:
    r"""Turn the LaTeX of a path or a list of keys into text: only escapes are undone.

    >>> verbatim(r"/papers/a\_b.pdf")
    '/papers/a_b.pdf'
    """
    return UNESCAPE.sub(r"\1", latex) if "\\" in latex else latex


class _Decoder:
    """Reads tokens from left to right."""

    def __init__(self, tokens: list[str], *, title: bool = False) -> None:
        self.tokens, self.at, self.title = tokens, 0, title

    def peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def next(self) -> str:
        mark = self.peek()
        self.at += 1
        return mark

    def sequence(self, depth: int = 0) -> str:
        """Read up to the brace that closes this group, or to the end."""
        out: list[str] = []
        quoted = False
        while self.at < len(self.tokens):
            mark = self.next()
            if mark == "}" and depth:
                break
            if mark == "`":
                quoted = True
                out.append("‘")
            elif mark == "'" and quoted and not self.peek()[:1].isalpha():
                quoted = False
                out.append("’")
            elif mark == "{":
                out.append(self.group(depth))
            elif mark.startswith("\\"):
                out.append(self.command(mark, depth))
            elif mark.startswith("$"):
                out.append(self.formula(mark))
            else:
                out.append(PUNCTUATION.get(mark, mark))
        return "".join(out)

    def group(self, depth: int) -> str:
        protects = self.title and not depth and self.peek()[:1] not in ("\\", "}", "")
        inner = self.sequence(depth + 1)
        return f"{NOCASE}{inner}</span>" if protects else inner

    def command(self, mark: str, depth: int) -> str:
        name = mark[1:]
        sign = CONTROL.get(mark)
        if sign is None and (sign := TEXT.get(name, MATH.get(name))) is not None:
            self.end_of_name()
        if name in ACCENTS and (not name.isalpha() or self.has_argument()):
            return self.accent(name, depth)
        if sign is not None:
            return sign
        if name in SWITCHES:
            return self.switch(name, depth)
        if mark == r"\(":
            return self.formula(mark)
        return self.with_argument(mark, depth)

    def with_argument(self, mark: str, depth: int) -> str:
        """Read a change of font or an address; a command that is not known stays as written."""
        name = mark[1:]
        if self.peek() == "{" and name in FONTS:
            before, after = FONTS[name]
            return before + self.argument(depth) + after
        if self.peek() == "{" and name == "url":
            return address(self.raw_group())
        return mark + self.raw_arguments()

    def switch(self, name: str, depth: int) -> str:
        """Read the rest of the group in another font."""
        before, after = SWITCHES[name]
        self.end_of_name()
        rest = self.sequence(depth)
        self.at -= depth > 0 and self.tokens[self.at - 1 : self.at] == ["}"]
        return before + rest + after if rest else ""

    def has_argument(self) -> bool:
        return self.peek() == "{" or self.peek()[:1] in (" ", "\\") or self.peek()[:1].isalpha()

    def accent(self, name: str, depth: int) -> str:
        base = self.argument(depth)
        letter = {"ı": "i", "ȷ": "j"}.get(base[:1], base[:1])
        return unicodedata.normalize("NFC", letter + ACCENTS[name]) + base[1:] if letter else ""

    def argument(self, depth: int) -> str:
        """Read the group, command or single character that follows."""
        mark = self.next().lstrip()
        if not mark and self.at < len(self.tokens):
            mark = self.next()
        if mark == "{":
            return self.sequence(depth + 1)
        if mark[:1] == "\\":
            return self.command(mark, depth)
        if len(mark) > 1:
            self.at -= 1
            self.tokens[self.at] = mark[1:]
        return mark[:1]

    def end_of_name(self) -> None:
        """Pass over what only ends a command's name: white space or an empty group."""
        if self.tokens[self.at : self.at + 2] == ["{", "}"]:
            self.at += 2
        elif self.peek()[:1].isspace():
            self.tokens[self.at] = self.peek().lstrip()

    def formula(self, opening: str) -> str:
        closing = r"\)" if opening == r"\(" else opening
        try:
            end = self.tokens.index(closing, self.at)
        except ValueError:
            return opening
        inside = self.tokens[self.at : end]
        self.at = end + 1
        simple = _formula(inside) if opening != "$$" else None
        return f"{opening}{''.join(inside)}{closing}" if simple is None else simple

    def raw_arguments(self) -> str:
        raw = ""
        while self.peek() == "{":
            raw += self.raw_group()
        return raw

    def raw_group(self) -> str:
        start, depth = self.at, 0
        while self.at < len(self.tokens):
            mark = self.next()
            depth += (mark == "{") - (mark == "}")
            if not depth:
                break
        return "".join(self.tokens[start : self.at])


def _formula(tokens: list[str]) -> str | None:
    """Write a simple formula as text: letters, signs, and what is set high or low; else None."""
    out: list[str] = []
    rest = list(reversed(tokens))
    while rest:
        mark = rest.pop()
        if mark in MATH_SHIFTS or mark[1:] in MATH_FONTS:
            argument = _formula(_taken(rest))
            if argument is None:
                return None
            before, after = MATH_SHIFTS.get(mark) or MATH_FONTS[mark[1:]]
            out.append(before + argument + after)
        elif mark[0] == "\\":
            sign = MATH.get(mark[1:], CONTROL.get(mark))
            if sign is None:
                return None
            out.append(sign)
            if rest and rest[-1].startswith(" "):
                rest[-1] = rest[-1].lstrip() or " "
        elif mark not in ("{", "}"):
            out.append(mark)
    return "".join(out)


def _taken(rest: list[str]) -> list[str]:
    """Take the group or the single character that comes next off `rest`."""
    if not rest:
        return []
    mark = rest.pop()
    if mark != "{":
        if mark[0] != "\\" and len(mark) > 1:
            rest.append(mark[1:])
            mark = mark[0]
        return [mark]
    group: list[str] = []
    depth = 1
    while rest:
        mark = rest.pop()
        depth += (mark == "{") - (mark == "}")
        if not depth:
            break
        group.append(mark)
    return group
