"""What rules on names share."""

import re

from paracite.fields.lexicons import lexicon
from paracite.text import fold

FIELDS = ("author", "editor", "translator")
# Words of institutions that are family names too.
SURNAMES = frozenset(
    [
        "bank",
        "banks",
        "board",
        "center",
        "church",
        "city",
        "congress",
        "council",
        "county",
        "court",
        "forum",
        "library",
        "national",
        "office",
        "company",
        "team",
        "union",
        "zentrum",
        "international",
        "program",
        "house",
        "dewan",
        "institut",
        "ministry",
        "federal",
        "akademie",
        "college",
        "department",
    ]
)
AND = re.compile(r"\s+and\s+", re.IGNORECASE)


def is_institution(word: str) -> bool:
    """Return whether a word is one of institutions' names and no family name."""
    folded = fold(word)
    return folded in lexicon("institutions") and folded not in SURNAMES


def parts(written: str) -> list[str]:
    """Split a list of names as written at each `and`."""
    return AND.split(written)
