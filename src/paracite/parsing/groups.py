"""Institutions that a reference manager took for persons.

Told to fill a person's form, such a program takes the last word of an institution
for the family name and makes initials of the others: "World Health Organization"
prints as `Organization, W. H.`, "City of Kelowna" as `Kelowna, C. O.`.  What the
initials stand for is put right only where tables say it; the printed form is kept.
"""

import re
from functools import cache

from paracite.fields.lexicons import lexicon
from paracite.parsing import known, vocabulary
from paracite.reference import Name
from paracite.text import fold, words

OF_A_PLACE = re.compile(r"([CMTV])\.?\s?O\.?", re.IGNORECASE)
BODIES_OF_A_PLACE = {
    "C": "City of",
    "M": "Municipality of",
    "T": "Town of",
    "V": "Village of",
}
INITIALS = re.compile(r"(?:[A-Za-z]\.?\s?-?)+")
LAST_WORDS = {"I": "International", "I.": "International"}
SMALL_WORDS = frozenset(["a", "and", "de", "for", "of", "on", "the", "to"])
# Initials in lower case are those of "of" and "and": no person has them.
MADE_OF_WORDS = re.compile(r"(?=.*\b[a-z]\.)(?:[A-Za-z]\.\s*){3,}(?:\([A-Z]{2,8}\))?")


def restored(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return the names with institutions put right that were printed as persons."""
    alone = len(names) == 1
    return tuple(_restored(name, alone=alone) for name in names)


def is_made_of_words(text: str) -> bool:
    """Return whether `text` is the initials of an institution: `M. o. E. a. F. K. (MFOK)`."""
    return bool(MADE_OF_WORDS.fullmatch(text.strip(" ,")))


def repeats(name: Name, group: str) -> bool:
    """Return whether a person's name is made of the words of an institution that stands beside it."""
    whole = words(group)
    given = [word[0] for word in words(name.given.replace(".", " "))]
    family = words(name.family)
    if not (family and given and all(word in whole for word in family)):
        return False
    others = [word[0] for word in whole if word not in family]
    return all(letter in others for letter in given)


def _restored(name: Name, *, alone: bool) -> Name:
    family = fold(name.family)
    may_be = family in _last_words() or (alone and (_is_city(family) or name.given in LAST_WORDS))
    if not may_be or not name.given or not INITIALS.fullmatch(name.given):
        return name
    initials = "".join(re.findall(r"\w", name.given.casefold()))
    if body := _bodies().get((family, initials)):
        return Name(literal=body)
    if alone and (match := OF_A_PLACE.fullmatch(name.given)) and _is_city(family):
        return Name(literal=f"{BODIES_OF_A_PLACE[match[1].upper()]} {name.family}")
    if alone and name.given in LAST_WORDS and _unites(name.family):
        return Name(literal=f"{name.family} {LAST_WORDS[name.given]}")
    return name


def _is_city(family: str) -> bool:
    """Return whether a name is a large city's and, as far as the vocabulary knows, no family's."""
    return known.has("cities", family) and "F" not in vocabulary.role(family)


def _unites(family: str) -> bool:
    """Return whether bodies that end in "International" begin so: `Sister Cities`, `Amnesty`."""
    listed = words(family)
    plural = len(listed) > 1 and listed[-1] in lexicon("members")
    return plural or " ".join(listed) in lexicon("internationals")


@cache
def _bodies() -> dict[tuple[str, str], str]:
    """Return known institutions by the last word and the initials of the others."""
    found: dict[tuple[str, str], str] = {}
    for body in lexicon("bodies"):
        *others, last = body.split()
        for kept in (others, [word for word in others if word not in SMALL_WORDS]):
            found[fold(last), "".join(word[0] for word in kept).casefold()] = body
    return found


@cache
def _last_words() -> frozenset[str]:
    """Return the last word of each known institution."""
    return frozenset(last for last, _ in _bodies())
