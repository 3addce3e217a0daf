r"""Text with CSL's markup to LaTeX, so that `paracite.fields.latex` reads the same text again.

Letters stay UTF-8; what LaTeX takes as its own is escaped.  Signs that pdfLaTeX has
only in mathematics (`α` alone, `≤`, `→` …) become formulas.  Commands and formulas
that reading left as written are written as they stand.
"""

import re
import unicodedata

from paracite.errors import ParaciteError
from paracite.fields.latex_symbols import (
    ACCENT_NAMES,
    GREEK_LETTERS,
    LETTER_NAMES,
    MATH_NAMES,
    OPERATORS,
)

MADE = "\x00"  #: stands for the `$` of a formula made here, so that neighbours can be joined
PROTECTING = "\x01"  #: stands for a brace that protects from a change of case
GROUP = r"\{[^{}]*(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}[^{}]*)*\}"
FORMULA = rf"\$(?=[^$]*[\\^_])(?:[^${{}}]|{GROUP})+\$"
KEPT = rf"\\[A-Za-z]+\*?(?:{GROUP})*|\${FORMULA}\$|{FORMULA}|\\\(.*?\\\)"
URL = r"https?://[^\s<>\"{}\\|^`]*[^\s<>\"{}\\|^`.,;:!?)\]'’”]"
SIGNS = "".join(set(MATH_NAMES) - set(GREEK_LETTERS) - set("<>†‡"))
ONE_GREEK = rf"(?<![\u0370-\u03ff])[{GREEK_LETTERS}](?![\u0370-\u03ff])"
ENTITY = r"(?:#\d+|#x[0-9a-fA-F]+|[A-Za-z]{2,8}\d?);"
PIECE = re.compile(
    rf"(?P<kept>{MADE}[^{MADE}]*{MADE}|{KEPT})|(?P<url>{URL})|(?P<maths>{ONE_GREEK}|[{re.escape(SIGNS)}])"
    rf"|(?P<entity>&(?={ENTITY}))"
    r"|(?P<tag></?(?:i|b|sup|sub)>|<span(?: [^<>]*)?>|</span>)"
    r"|(?P<dash>[-–—](?=[-–—]))|(?P<sign>[&%#_$~^\\{}\u00a0\u2009\u00ad–—“”]|'(?=['”]))"
)
SPECIAL = re.compile(
    rf"[&%#_$~^\\{{}}<\u00a0\u2009\u00ad–—“”{GREEK_LETTERS}{re.escape(SIGNS)}]"
    r"|--|''|https?:"
)
WRITTEN = {
    **{sign: f"\\{sign}" for sign in "&%#_$"},
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "\u00a0": "~",
    "\u2009": r"\,",
    "\u00ad": r"\-",
    "–": "--",
    "—": "---",
    "“": "``",
    "”": "''",
    "-": "-",
    "'": "'{}",
}
TAGS = {"i": r"\textit{", "b": r"\textbf{", "sup": r"\textsuperscript{", "sub": r"\textsubscript{"}
# An operator beside another sign stands in braces, or TeX would set it apart; alone it needs none.
ALONE = re.compile(rf"(?<!{MADE})({MADE})\{{(\\[A-Za-z]+)\}}({MADE})(?!{MADE})")
BESIDE_KEPT = re.compile(rf"(?<!\\)\${MADE}|{MADE}\$")
SHIFTS = re.compile(r"<(sup|sub)>([0-9+-]+)</\1>")


def from_text(text: str) -> str:
    r"""Turn text with CSL's markup into LaTeX.

    >>> from_text('50% of <span class="nocase">DNA</span>')
    '50\\% of {DNA}'
    """
    if not SPECIAL.search(text):
        return text
    shifted = SHIFTS.sub(_shifted, text) if "<su" in text else text
    latex = ALONE.sub(r"\1\2\3", PIECE.sub(_piece, shifted)).replace(2 * MADE, "")
    latex = BESIDE_KEPT.sub("${}$", latex).replace(MADE, "$")
    # `{\` would start a "special character", whose case BibTeX does change.
    return latex.replace(PROTECTING + "\\", "{{}\\").replace(PROTECTING, "{")


def for_codec(latex: str, codec: str) -> str:
    r"""Write the characters that `codec` lacks as commands.  Raises `ParaciteError`.

    >>> for_codec("Čapek, Łukasz", "cp1252")
    '{\\v{C}}apek, {\\L}ukasz'
    """
    try:
        latex.encode(codec)
    except UnicodeEncodeError:
        return "".join(_commanded(character, codec) for character in latex)
    return latex


def _shifted(match: re.Match[str]) -> str:
    sign = "^" if match[1] == "sup" else "_"
    inner = match[2] if len(match[2]) == 1 else f"{{{match[2]}}}"
    return f"{MADE}{sign}{inner}{MADE}"


def _piece(match: re.Match[str]) -> str:
    piece, kind = match[0], match.lastgroup
    if kind == "url":
        return rf"\url{{{piece}}}"
    if kind == "maths":
        name = MATH_NAMES[piece]
        return rf"{MADE}{{\{name}}}{MADE}" if piece in OPERATORS else rf"{MADE}\{name}{MADE}"
    if kind == "tag":
        return _tag(piece)
    if kind in ("dash", "entity"):  # kept from joining what follows: `--`, `&lt;`
        return WRITTEN[piece] + "{}"
    return piece if kind == "kept" else WRITTEN[piece]


def _tag(tag: str) -> str:
    if tag.startswith("</"):
        return "}"
    if tag.startswith("<span"):
        return r"\textsc{" if "small-caps" in tag else PROTECTING
    return TAGS[tag[1:-1]]


def _commanded(character: str, codec: str) -> str:
    try:
        character.encode(codec)
    except UnicodeEncodeError:
        pass
    else:
        return character
    if character in LETTER_NAMES:
        return rf"{{\{LETTER_NAMES[character]}}}"
    if character in MATH_NAMES:
        return rf"$\{MATH_NAMES[character]}$"
    parts = unicodedata.normalize("NFD", character)
    if len(parts) == 2 and parts[1] in ACCENT_NAMES:
        return rf"{{\{ACCENT_NAMES[parts[1]]}{{{parts[0]}}}}}"
    raise ParaciteError(
        f"{character!r} cannot be written in this file's encoding, {codec}",
        "save the file as UTF-8 first",
    )
