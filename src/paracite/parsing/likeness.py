"""How much a paragraph looks like a printed reference, by signs that hold in every style."""

import re

from paracite.parsing.sentences import tokens

SIGNS = (
    (2, re.compile(r"[(\[]\s*(?:1[4-9]\d\d|20\d\d)[a-z]?[^()]{0,20}[)\]]")),
    (1, re.compile(r"(?<!\d)(?:1[4-9]\d\d|20\d\d)(?!\d)")),
    (2, re.compile(r"\b10\.\d{4,9}/\S")),
    (2, re.compile(r"\d+\s*\([^()]{1,12}\)\s*[,:]\s*[A-Za-z]?\d+|\d+\s*[:;]\s*\d+[-–]\d+")),
    (1, re.compile(r"\b(?:pp?|hlm|hal|s)\.\s*\d+|\d+\s?[-–]\s?\d+\.?\s*$")),
    (
        2,
        re.compile(
            r"^\W*(?:[\[(]?\d{1,3}[\])]?[.:]?\s+)?[^\W\d_][\w'’-]+,? (?:[^\W\d_]\.[\s-]?)+[,;&(]?"
        ),
    ),
    (1, re.compile(r"^\W*(?:[^\W\d_]\.[\s-]?)+ ?[^\W\d_][\w'’-]+,")),
    (
        1,
        re.compile(
            r"\b(?:eds?|hrsg|vol|no|press|verlag|journal|jurnal|university|retrieved|doi|et al)\b",
            re.IGNORECASE,
        ),
    ),
    (1, re.compile(r"https?://|www\.")),
    (2, re.compile(r"^\W{0,2}\[[A-Za-z+*]{0,8}\s?\d{1,4}[a-z]?\]")),
    (1, re.compile(r"\bpages? \d+|\bIn Proc|\b(?:Proc|Trans|Conf|Symp|Lett|Rev|Phys|Sci|Int)\.")),
)
ENOUGH = 3
LONGEST = 200  #: words; what is longer is running text


def looks_like_reference(text: str) -> bool:
    """Return whether a paragraph is likely a printed reference."""
    return likeness(text) >= ENOUGH


def likeness(text: str) -> int:
    """Count the signs of a reference that `text` shows, weighted."""
    if len(text) > 10 * LONGEST or len(text.split()) > LONGEST or len(tokens(text[:400])) < 5:
        return 0
    return sum(weight for weight, sign in SIGNS if sign.search(text))
