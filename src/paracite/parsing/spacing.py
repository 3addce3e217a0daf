"""Spaces that extraction from a PDF moved or added around stops, brackets and ranges.

Only spaces are moved, no other character is touched, so that labels of characters stay.
"""

import re

SHIFTED_COMMA = re.compile(r"(?<=[\w.)\]\"”’'])\s+([,;])(?=[^\W_])")  # "Lett ,112"
SHIFTED_STOP = re.compile(r"(?<=\w)\s+([.:])(?=[^\W_])")  # "Phys .Rev .Lett"
LONE_STOP = re.compile(r"(?<=[\w)\]])\s+([.,])(?=\s(?!\s*\.)|$)")  # "118 , 79"
AFTER_BRACKET = re.compile(r"(?<!\S)([(\[])\s+(?=\w)")  # "( 2016"
BEFORE_BRACKET = re.compile(r"(?<=[\w.,])\s+([)\]])")  # "2016 )"
SPACED_RANGE = re.compile(r"(?<=\d)(?:\s+[-‐–—]\s?|[-‐–—]\s+)(?=\d)")
IN_GUILLEMETS = re.compile(r"«\s+(?=\S)|(?<=\S)\s+(?=»)")
GLUED_QUOTE = re.compile(r"(?<=[.,:;])(?=[“«])")  # "1988.“Predictors"
GLUED_YEAR = re.compile(r"(?<=[^\W\d_])(?=\((?:1[5-9]|20)\d\d[a-z]?\))")  # "Georg(1917)"
SHIFTED = 2  #: stops out of place that make it sure that spaces were moved


def mended(text: str) -> str:
    """Put spaces back to where they belong.

    >>> mended("Phys .Rev .D 93 ( 2016) 94 ,12 - 19 .")
    'Phys. Rev. D 93 (2016) 94, 12-19.'
    """
    text = GLUED_QUOTE.sub(" ", SPACED_RANGE.sub("-", text))
    text = GLUED_YEAR.sub(" ", text)
    if "«" in text:
        text = IN_GUILLEMETS.sub(lambda match: match[0].strip(), text)
    if " ," in text or " ;" in text:
        text = SHIFTED_COMMA.sub(r"\1 ", text)
    if len(SHIFTED_STOP.findall(text)) >= SHIFTED:
        text = SHIFTED_STOP.sub(r"\1 ", text)
    if " ." in text or " ," in text:
        text = LONE_STOP.sub(r"\1", text)
    if "( " in text or "[ " in text:
        text = AFTER_BRACKET.sub(r"\1", text)
    return BEFORE_BRACKET.sub(r"\1", text) if " )" in text or " ]" in text else text
