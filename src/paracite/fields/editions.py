"""Editions as printed: `7th ed.`, `(2. Aufl.)`, `second edition`, `Rev. ed.`."""

import re

from paracite.fields.numerals import SPELLED
from paracite.text import fold

WORDS = (
    r"(?:ed|edn|edition|editie|edicion|edicao|edizione|edisi|aufl|auflage|ausg|ausgabe|vyd|wyd|изд)"
)
ORDINAL = r"(?:st|nd|rd|th|er|re|ere|e|eme|me|a|o|°)"
NUMBERED = re.compile(
    rf"\W*(?:(?P<digits>\d{{1,3}})\W{{0,2}}{ORDINAL}?|(?P<word>[^\W\d]+))\b\W*(?:{WORDS}\b\W*)*"
)


def number(text: str) -> str:
    """Return the bare number of an edition, as CSL wants it; what says more stays as printed.

    >>> number("7th ed."), number("Second edition"), number("2nd rev. ed.")
    ('7', '2', '2nd rev. ed.')
    """
    match = NUMBERED.fullmatch(fold(text))
    if match and match["digits"]:
        return match["digits"].lstrip("0") or text
    if match and match["word"] in SPELLED:
        return str(SPELLED[match["word"]])
    return text
