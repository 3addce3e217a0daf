r"""LaTeX to text, without loss.

Accents, symbols and simple mathematics become Unicode, fonts become CSL's rich text,
`{DNA}` in a title becomes `<span class="nocase">DNA</span>`.  What is not known,
a command with its arguments or a formula, stays as written; `paracite.fields.latex_out`
writes it back as it stands.
"""

import html
import re
import unicodedata

from paracite.fields.latex_address import address
from paracite.fields.latex_maths import formula
from paracite.fields.latex_symbols import ACCENTS, MATH, TEXT, symbol
from paracite.fields.markup import NOCASE, SMALL_CAPITALS

SPECIAL = re.compile(r"[\\{}~$`&]|--|''")
ENTITY = re.compile(r"\\?&(?:#\d+|#x[0-9a-f]+|[a-z]{2,8}\d?);", re.IGNORECASE)
TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\.|---?|``|''|[{}~$^_`'\-]|[^\\{}~$^_`'\-]+|\\", re.DOTALL)
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
    **dict.fromkeys(("textmd", "textsf", "texttt"), ("", "")),
    "textsc": (SMALL_CAPITALS, "</span>"),
    "NoCaseChange": (NOCASE, "</span>"),
}
SWITCHES = {
    **dict.fromkeys(("it", "itshape", "em", "sl", "slshape"), ("<i>", "</i>")),
    **dict.fromkeys(("bf", "bfseries"), ("<b>", "</b>")),
    **dict.fromkeys(("sc", "scshape"), (SMALL_CAPITALS, "</span>")),
    **dict.fromkeys(("rm", "tt", "sf", "normalfont", "upshape", "protect", "relax"), ("", "")),
}
#: commands that print nothing, with their argument
NOTHING = frozenset(
    [
        *("index", "label", "glossary", "noopsort", "SortNoop", "noop", "phantom", "hphantom"),
        *("vphantom", "vspace"),
    ]
)


def to_text(latex: str, *, title: bool = False) -> str:
    r"""Turn LaTeX into text with CSL's markup; `title` keeps what braces protect.

    >>> to_text(r"{\'E}tudes --- 50\% of {DNA}", title=True)
    'Études — 50% of <span class="nocase">DNA</span>'
    """
    if not SPECIAL.search(latex):
        return latex
    if "&" in latex:
        latex = ENTITY.sub(_character, latex)
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


def _character(match: re.Match[str]) -> str:
    """Write as LaTeX what an entity of HTML stands for; exporters leave them, escaped or not."""
    character = html.unescape(match[0].removeprefix("\\"))
    if len(character) != 1:
        return match[0]
    return f"\\{character}" if character in "&%$#_{}" else character


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
        if sign is None and name in NOTHING and self.peek() == "{":
            self.raw_group()
            return ""
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
        if self.peek() == "{" and name == "ensuremath":
            return self.simplified("$", self.raw_group()[1:-1], "$")
        if (self.peek() != "{" or self.is_empty_group()) and (sign := symbol(name)):
            self.end_of_name()
            return sign
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
        if base[:1] == "\\":  # a command that is not known: all of it stays as written
            return f"\\{name}{base}"
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

    def is_empty_group(self) -> bool:
        return self.tokens[self.at : self.at + 2] == ["{", "}"]

    def end_of_name(self) -> None:
        """Pass over what only ends a command's name: white space or an empty group."""
        if self.is_empty_group():
            self.at += 2
        elif self.peek()[:1].isspace():
            self.tokens[self.at] = self.peek().lstrip()

    def formula(self, opening: str) -> str:
        """Read up to the mark that closes a formula; what is not simple stays as written."""
        if opening == "$" and self.peek() == "$":
            self.at += 1
            opening = "$$"
        closing = [r"\)"] if opening == r"\(" else list(opening)
        for end in range(self.at, len(self.tokens) - len(closing) + 1):
            if self.tokens[end : end + len(closing)] == closing:
                inside = self.tokens[self.at : end]
                self.at = end + len(closing)
                return self.simplified(opening, "".join(inside), "".join(closing))
        return opening

    def simplified(self, opening: str, inside: str, closing: str) -> str:
        simple = formula(TOKEN.findall(inside), to_text)
        return f"{opening}{inside}{closing}" if simple is None else simple

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
