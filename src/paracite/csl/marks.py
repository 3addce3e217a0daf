"""Rich text while it is rendered: a string with marks in it.

A mark is one of the control characters U+0080 to U+009F, so joining and testing rich text is
as fast as for any string.  No text has them, but where one in Windows-1252 was misread; there
they are what that codec means by them, as in HTML.
An opening mark lasts to its `END` (`QUOTE` to its `QUOTE_END`); they nest.

Source: WHATWG HTML, "Numeric character reference end state" (the table of C1 controls).
"""

import re
from typing import Final

SET: Final = "\x80-\x84\x86-\x9f"  #: all marks, as in a regular expression; U+0085 is white space
_codes = [code for code in range(0x80, 0xA0) if code != 0x85]
(
    ITALIC,
    OBLIQUE,
    UPRIGHT,
    BOLD,
    LIGHT,
    NOT_BOLD,
    SMALL_CAPS,
    NOT_SMALL_CAPS,
    UNDERLINE,
    NOT_UNDERLINE,
    SUPERSCRIPT,
    SUBSCRIPT,
    BASELINE,
    PLAIN,
    NO_CASE,
    BLOCK,
    LEFT_MARGIN,
    RIGHT_INLINE,
    INDENT,
    LINK,
    YEAR_SUFFIX,
    NUMBER,
    FIELD_ITALIC,
    FIELD_BOLD,
    FIELD_SMALL_CAPS,
    INNER_QUOTE,
    QUOTE,
    QUOTE_END,
    END,
    JOINT,
    TARGET_END,
) = map(chr, _codes)

OPENING: Final = (
    "".join(map(chr, _codes[:25])) + INNER_QUOTE + QUOTE
)  # all up to and with `FIELD_SMALL_CAPS`, and the quotes
CLOSING: Final = QUOTE_END + END
# Markup in a field, which is undone inside the same of the style; the style's own nests.
OF_FIELD = {FIELD_ITALIC: ITALIC, FIELD_BOLD: BOLD, FIELD_SMALL_CAPS: SMALL_CAPS}
ANY = re.compile(f"[{SET}]")
LINK_TARGET = re.compile(f"{LINK}[^{TARGET_END}]*{TARGET_END}")
_NOTHING = dict.fromkeys(_codes)
_MISREAD = {code: bytes([code]).decode("cp1252", "replace") for code in _codes}

DISPLAYS = {
    "block": BLOCK,
    "left-margin": LEFT_MARGIN,
    "right-inline": RIGHT_INLINE,
    "indent": INDENT,
}
FORMATS = {  # in the order in which they nest, the outermost first
    ("vertical-align", "sup"): SUPERSCRIPT,
    ("vertical-align", "sub"): SUBSCRIPT,
    ("vertical-align", "baseline"): BASELINE,
    ("text-decoration", "underline"): UNDERLINE,
    ("text-decoration", "none"): NOT_UNDERLINE,
    ("font-weight", "bold"): BOLD,
    ("font-weight", "light"): LIGHT,
    ("font-weight", "normal"): NOT_BOLD,
    ("font-variant", "small-caps"): SMALL_CAPS,
    ("font-variant", "normal"): NOT_SMALL_CAPS,
    ("font-style", "italic"): ITALIC,
    ("font-style", "oblique"): OBLIQUE,
    ("font-style", "normal"): UPRIGHT,
}
STYLED = frozenset(FORMATS.values()) - {SUPERSCRIPT, SUBSCRIPT}  #: marks of styles only


def plain(rich: str) -> str:
    """Return the bare text of `rich`, without marks and the targets of links.

    >>> plain(ITALIC + "Nature" + END)
    'Nature'
    """
    if not ANY.search(rich):
        return rich
    return LINK_TARGET.sub("", rich).translate(_NOTHING)


def without_marks(text: str) -> str:
    """Make characters of the control characters that are marks, in text from outside."""
    return text.translate(_MISREAD) if ANY.search(text) else text
