"""The output formats of rich text: text, ansi, html, markdown, latex, rtf."""

import re
import unicodedata
from functools import cache

from paracite.csl import marks
from paracite.csl.output import Format
from paracite.errors import ParaciteError

HTML_ESCAPES = str.maketrans({"&": "&#38;", "<": "&#60;", ">": "&#62;"})
QUOTED = HTML_ESCAPES | {ord('"'): "&#34;"}
MARKDOWN_SPECIAL = re.compile(r"([\\`*_\[\]<>#~^|$]|(?<=^\d)\.(?= )|^[-+](?= )|&(?=#?\w+;))")
LATEX_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "%": r"\%",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        "`": r"\textasciigrave{}",
    }
)


# Where Unicode has letters and digits that are set high; HTML says so instead.
HIGH = (
    *(range(0xAA, 0xBB), range(0x2B0, 0x2B9), range(0x2E0, 0x2E5), range(0x1D2C, 0x1D79)),
    *(range(0x1D9B, 0x1DC0), range(0x2070, 0x2080), range(0x2120, 0x2123), range(0x3192, 0x31A0)),
)


UNMARKED = (("ˀ", "ʔ"), ("ˁ", "ʕ"), ("ۥ", "و"), ("ۦ", "ي"))  #: high, but Unicode does not say so


def _raised() -> dict[int, str]:
    """Map superscript characters to HTML."""
    found = {ord(high): f"<sup>{low}</sup>" for high, low in UNMARKED}
    for code in (code for codes in HIGH for code in codes):
        kind, _, base = unicodedata.decomposition(chr(code)).partition(" ")
        if kind == "<super>":
            text = "".join(chr(int(each, 16)) for each in base.split())
            found[code] = f"<sup>{text}</sup>"
    return found


def _span(style: str) -> tuple[str, str]:
    return f'<span style="{style}">', "</span>"


def _div(name: str) -> tuple[str, str]:
    return f'\n    <div class="csl-{name}">', "</div>"


HTML_TABLE = _raised() | HTML_ESCAPES
HTML_SPECIAL = re.compile(f"[{''.join(map(chr, HTML_TABLE))}]")


def _html_escape(text: str) -> str:
    return text.translate(HTML_TABLE) if HTML_SPECIAL.search(text) else text


def _html_link(target: str) -> tuple[str, str]:
    return f'<a href="{target.translate(QUOTED)}">', "</a>"


def _markdown_escape(text: str) -> str:
    return MARKDOWN_SPECIAL.sub(r"\\\1", text)


def _latex_link(target: str) -> tuple[str, str]:
    address = re.sub(r"([%#\\{}])", r"\\\1", target)
    return rf"\href{{{address}}}{{", "}"


def _rtf_escape(text: str) -> str:
    out = []
    for character in text:
        code = ord(character)
        if character in "\\{}":
            out.append("\\" + character)
        elif code < 128:
            out.append(character)
        else:  # UTF-16 code units as signed numbers, `?` for readers that know none
            units = character.encode("utf-16-le")
            pairs = (units[i : i + 2] for i in range(0, len(units), 2))
            numbers = (int.from_bytes(pair, "little", signed=True) for pair in pairs)
            out += (rf"\u{number}?" for number in numbers)
    return "".join(out)


def _rtf_link(target: str) -> tuple[str, str]:
    return rf'{{\field{{\*\fldinst{{HYPERLINK "{_rtf_escape(target)}"}}}}{{\fldrslt{{', "}}}"


def _as_is(text: str) -> str:
    return text


AFTER_NUMBER = ("", " ")  #: a space stands where the margin of a list cannot
TEXT = Format(
    "text",
    _as_is,
    {marks.BLOCK: ("\n", "\n"), marks.INDENT: ("\n    ", ""), marks.LEFT_MARGIN: AFTER_NUMBER},
)
ANSI = Format(
    "ansi",
    _as_is,
    {
        marks.ITALIC: ("\x1b[3m", "\x1b[23m"),
        marks.OBLIQUE: ("\x1b[3m", "\x1b[23m"),
        marks.UPRIGHT: ("\x1b[23m", "\x1b[3m"),
        marks.BOLD: ("\x1b[1m", "\x1b[22m"),
        marks.NOT_BOLD: ("\x1b[22m", "\x1b[1m"),
        marks.UNDERLINE: ("\x1b[4m", "\x1b[24m"),
        marks.LEFT_MARGIN: AFTER_NUMBER,
    },
    link=lambda target: (f"\x1b]8;;{target}\x1b\\", "\x1b]8;;\x1b\\"),
)
HTML = Format(
    "html",
    _html_escape,
    {
        marks.ITALIC: ("<i>", "</i>"),
        marks.OBLIQUE: ("<em>", "</em>"),
        marks.UPRIGHT: _span("font-style:normal;"),
        marks.BOLD: ("<b>", "</b>"),
        marks.LIGHT: _span("font-weight:light;"),
        marks.NOT_BOLD: _span("font-weight:normal;"),
        marks.SMALL_CAPS: _span("font-variant:small-caps;"),
        marks.NOT_SMALL_CAPS: _span("font-variant:normal;"),
        marks.UNDERLINE: _span("text-decoration:underline;"),
        marks.NOT_UNDERLINE: _span("text-decoration:none;"),
        marks.SUPERSCRIPT: ("<sup>", "</sup>"),
        marks.SUBSCRIPT: ("<sub>", "</sub>"),
        marks.BASELINE: _span("baseline"),
        marks.BLOCK: ('\n\n    <div class="csl-block">', "</div>\n"),
        marks.LEFT_MARGIN: _div("left-margin"),
        marks.RIGHT_INLINE: (_div("right-inline")[0].lstrip("\n "), "</div>\n  "),
        marks.INDENT: ('<div class="csl-indent">', "</div>\n  "),
    },
    entry=('  <div class="csl-entry">', "</div>\n"),
    document=('<div class="csl-bib-body">\n', "</div>"),
)
MARKDOWN = Format(
    "markdown",
    _markdown_escape,
    {
        marks.ITALIC: ("*", "*"),
        marks.OBLIQUE: ("*", "*"),
        marks.UPRIGHT: ("*", "*"),
        marks.BOLD: ("**", "**"),
        marks.NOT_BOLD: ("**", "**"),
        marks.SMALL_CAPS: ("[", "]{.smallcaps}"),
        marks.SUPERSCRIPT: ("^", "^"),
        marks.SUBSCRIPT: ("~", "~"),
        marks.BLOCK: ("  \n", "  \n"),
        marks.LEFT_MARGIN: AFTER_NUMBER,
    },
    link=lambda target: ("[", f"]({target.replace(')', '%29').replace('(', '%28')})"),
    entry=("", "\n\n"),
)
LATEX = Format(
    "latex",
    lambda text: text.translate(LATEX_ESCAPES),
    {
        marks.ITALIC: (r"\textit{", "}"),
        marks.OBLIQUE: (r"\textsl{", "}"),
        marks.UPRIGHT: (r"\textup{", "}"),
        marks.BOLD: (r"\textbf{", "}"),
        marks.NOT_BOLD: (r"\textmd{", "}"),
        marks.SMALL_CAPS: (r"\textsc{", "}"),
        marks.NOT_SMALL_CAPS: (r"\textup{", "}"),
        marks.UNDERLINE: (r"\underline{", "}"),
        marks.SUPERSCRIPT: (r"\textsuperscript{", "}"),
        marks.SUBSCRIPT: (r"\textsubscript{", "}"),
        marks.BLOCK: ("\n\n", "\n\n"),
        marks.LEFT_MARGIN: AFTER_NUMBER,
    },
    link=_latex_link,
    entry=("", "\n\n"),
)
RTF = Format(
    "rtf",
    _rtf_escape,
    {
        marks.ITALIC: (r"{\i ", "}"),
        marks.OBLIQUE: (r"{\i ", "}"),
        marks.UPRIGHT: (r"{\i0 ", "}"),
        marks.BOLD: (r"{\b ", "}"),
        marks.NOT_BOLD: (r"{\b0 ", "}"),
        marks.SMALL_CAPS: (r"{\scaps ", "}"),
        marks.NOT_SMALL_CAPS: (r"{\scaps0 ", "}"),
        marks.UNDERLINE: (r"{\ul ", "}"),
        marks.NOT_UNDERLINE: (r"{\ulnone ", "}"),
        marks.SUPERSCRIPT: (r"{\super ", "}"),
        marks.SUBSCRIPT: (r"{\sub ", "}"),
        marks.BASELINE: (r"{\nosupersub ", "}"),
        marks.LEFT_MARGIN: ("", r"\tab "),
        marks.BLOCK: (r"\line ", r"\line "),
        marks.INDENT: (r"\line\tab ", ""),
    },
    link=_rtf_link,
    entry=("", "\\par\n"),
    document=("{\\rtf1\\ansi\\uc1\n", "}"),
)
FORMATS = {each.name: each for each in (TEXT, ANSI, HTML, MARKDOWN, LATEX, RTF)}


@cache
def named(name: str, *, links: bool = False) -> Format:
    """Return the format `name`; `links` makes DOIs and URLs of HTML into links.

    Raises `ParaciteError` for an unknown one.
    """
    if name not in FORMATS:
        known = ", ".join(FORMATS)
        raise ParaciteError(f"unknown output {name!r}", f"outputs: {known}")
    found = FORMATS[name]
    if links and name == "html":
        return found._replace(link=_html_link)
    return found
