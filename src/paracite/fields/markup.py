"""The rich text CSL allows in a field: `<i>`, `<b>`, `<sup>`, `<sub>`, small capitals, no case.

Source: CSL 1.0.2 specification, "Rich Text Markup within Fields".
"""

import re

NOCASE = '<span class="nocase">'
SMALL_CAPITALS = '<span style="font-variant:small-caps;">'
TAG = re.compile(r"</?(?:i|b|sup|sub)>|<span(?: [^<>]*)?>|</span>")


def plain(text: str) -> str:
    """Take the tags out, to compare, to search and where no markup can be shown.

    >>> plain('The <span class="nocase">DNA</span> of <i>E. coli</i>')
    'The DNA of E. coli'
    """
    return TAG.sub("", text) if "<" in text else text
