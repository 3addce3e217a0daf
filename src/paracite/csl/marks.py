"""Rich text while it is rendered: a string with marks in it.

A mark is one of the 32 code points Unicode sets aside for a program's own use
(U+FDD0 to U+FDEF), so joining and testing rich text is as fast as for any string.
An opening mark lasts to its `END` (`QUOTE` to its `QUOTE_END`); they nest.

Source: The Unicode Standard, 23.7 Noncharacters.
"""

import re
from typing import Final

_first = 0xFDD0
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
    INNER_QUOTE,
    QUOTE,
    QUOTE_END,
    END,
    JOINT,
    TARGET_END,
) = (chr(_first + offset) for offset in range(28))

OPENING: Final = (
    "".join(chr(_first + offset) for offset in range(22)) + INNER_QUOTE + QUOTE
)  # all up to and with `NUMBER`, and the quotes
CLOSING: Final = QUOTE_END + END
ANY = re.compile("[\ufdd0-\ufdef]")
LINK_TARGET = re.compile(f"{LINK}[^{TARGET_END}]*{TARGET_END}")
_NOTHING = dict.fromkeys(range(0xFDD0, 0xFDF0))

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


def plain(rich: str) -> str:
    """Give the bare text of `rich`, without marks and the targets of links.

    >>> plain(ITALIC + "Nature" + END)
    'Nature'
    """
    if not ANY.search(rich):
        return rich
    return LINK_TARGET.sub("", rich).translate(_NOTHING)


def without_marks(text: str) -> str:
    """Take the code points that are marks out of text from outside."""
    return text.translate(_NOTHING) if ANY.search(text) else text
