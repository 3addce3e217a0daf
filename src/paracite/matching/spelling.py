"""Spelling: whether two words are one, by another spelling or a slip, or two that look alike."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from paracite.fields.numerals import PART_NUMERALS, SPELLED

SHORTEST = 4  #: letters of a word that may be written in another way
SHORTEST_MISREAD = 3
LONG, SAME_START = 8, 5  #: letters of a word that may have two slips, and of its start without any
LENGTHS = 3  #: letters by which the spellings of a word may differ: `oesophagus`, `programme`
# What British and American spelling write otherwise, brought to the shorter of the two.
SPELLINGS = (
    *((re.compile("ae|oe"), "e"), (re.compile("ph"), "f"), (re.compile("our"), "or")),
    *((re.compile("ogue"), "og"), (re.compile("gramme"), "gram"), (re.compile("ll"), "l")),
    *((re.compile("ys(?=[eia])"), "yz"), (re.compile("is(?=[eia])"), "iz")),
    *((re.compile(r"ical\b"), "ic"), (re.compile(r"ies\b"), "y")),
)
# What a machine that reads print takes one for the other.
MISREAD_PAIRS = (("rn", "m"), ("cl", "d"), ("vv", "w"), ("ii", "u"))
MISREAD = str.maketrans({"0": "o", "1": "l", "5": "s", "i": "l", "h": "b", "c": "e"})
# Beginnings and endings that make another word of the same stem: an opposite, another substance.
PREFIXES = (
    *(
        "ab",
        "ad",
        "ante",
        "anti",
        "de",
        "di",
        "dis",
        "endo",
        "epi",
        "exo",
        "hemi",
        "hetero",
        "homo",
    ),
    *("hyper", "hypo", "inter", "intra", "iso", "macro", "meso", "meta", "micro", "mono", "multi"),
    *(
        "ortho",
        "over",
        "para",
        "per",
        "peri",
        "poly",
        "post",
        "pre",
        "pro",
        "sub",
        "super",
        "supra",
    ),
)
ENDINGS = re.compile(
    r"(?P<stem>.{3,}?)(?:ate|ite|ide|ane|ene|yne|one|olone|ol|al|yl|ic|ous|ase|ose|itis|osis|oma"
    r"|emia|uria)"
)
# Words a letter apart that both stand in titles.
CONFUSABLE = frozenset(
    frozenset(pair)
    for pair in (
        *(("micro", "macro"), ("inter", "intra"), ("ileum", "ilium"), ("perineal", "peroneal")),
        *(("mucus", "mucous"), ("principal", "principle"), ("statute", "statue"), ("form", "from")),
        *(("casual", "causal"), ("marital", "martial"), ("trail", "trial"), ("moral", "mortal")),
        *(("adaption", "adoption"), ("contact", "contract"), ("conservation", "conversation")),
        *(("material", "maternal"), ("parental", "parenteral"), ("medial", "median")),
        *(("stationary", "stationery"), ("complement", "compliment"), ("human", "humane")),
        *(("public", "pubic"), ("region", "religion"), ("rational", "relational")),
        *(("country", "county"), ("foetal", "fatal"), ("fetal", "fatal"), ("paternal", "parental")),
    )
)


@lru_cache(maxsize=65536)
def is_spelling(a: str, b: str) -> bool:
    """Return whether two folded words are one in another spelling, or with a slip.

    A slip is hardly ever in the first letter; of two slips the start must be free.

    >>> is_spelling("behavior", "behaviour"), is_spelling("hypotension", "hypertension")
    (True, False)
    """
    if any(map(str.isdigit, a + b)):
        return _is_one_number(a, b) or _is_misread(a, b)
    if abs(len(a) - len(b)) > LENGTHS or max(len(a), len(b)) < SHORTEST or _are_two_words(a, b):
        return False
    return _is_slip(a, b) or american(a) == american(b) or _is_misread(a, b)


@lru_cache(maxsize=65536)
def american(word: str) -> str:
    """Return a word in one of the two spellings that English has.

    >>> american("oesophagus"), american("organised"), american("sulphur")
    ('esofagus', 'organized', 'sulfur')
    """
    for pattern, instead in SPELLINGS:
        word = pattern.sub(instead, word)
    return word


def _is_slip(a: str, b: str) -> bool:
    if a[:1] != b[:1]:
        return False
    distance = OSA.distance(a, b, score_cutoff=2)
    shorter = min(len(a), len(b))
    if distance <= 1:  # in a word of three letters only one that is left out, as in `slf`
        return shorter >= SHORTEST or len(a) != len(b)
    return distance == 2 and shorter >= LONG and a[:SAME_START] == b[:SAME_START]


def _are_two_words(a: str, b: str) -> bool:
    """Return whether two words that differ little are known to be two."""
    if frozenset((a, b)) in CONFUSABLE or (a in PART_NUMERALS and b in PART_NUMERALS):
        return True
    stems = {a[len(prefix) :] for prefix in PREFIXES if a.startswith(prefix)}
    others = {b[len(prefix) :] for prefix in PREFIXES if b.startswith(prefix)}
    if any(len(stem) >= SHORTEST for stem in stems & others):
        return True
    first, second = ENDINGS.fullmatch(a), ENDINGS.fullmatch(b)
    return bool(first and second and first["stem"] == second["stem"] and a != b)


def _is_one_number(a: str, b: str) -> bool:
    """Return whether one is a number in digits, the other it as a word or roman numeral."""
    digits, word = (a, b) if a[:1].isdigit() else (b, a)
    number = SPELLED.get(word) or PART_NUMERALS.get(word)
    return number is not None and re.fullmatch(rf"{number}(?:st|nd|rd|th)?", digits) is not None


def _is_misread(a: str, b: str) -> bool:
    """Return whether a machine that reads print may have taken one word for the other."""
    if min(len(a), len(b)) < SHORTEST_MISREAD or a.isdigit() or b.isdigit():
        return False
    return _as_misread(a) == _as_misread(b)


def _as_misread(word: str) -> str:
    for pair, single in MISREAD_PAIRS:
        word = word.replace(pair, single)
    return word.translate(MISREAD)
