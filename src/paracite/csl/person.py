"""Names of people and institutions as CSL-JSON has them, their particles told apart.

Source: CSL 1.0.2 specification, "Names"; the reading of particles out of `family` and
`given` follows the practice citeproc-js documents ("Particles").
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any, NamedTuple

from paracite.csl import marks, richtext

OTHERS = "others"  #: a last literal name that stands for "et al."
NAME = (dict, str, Mapping)  #: in the order in which they are likely: an ABC is slow to ask
FAMILY_AND_GIVEN = ("family", "given")
APOSTROPHES = "’'ʻ"
_small = rf"[{APOSTROPHES}]?[^\W\d_]+"
# A particle before a family name: small letters and a space, or joined to a capital
# (`d’Este`, `al-Ḥasan`, `v.d. Berg`).  Each match starts where the last one ended.
LEADING = re.compile(
    rf"{_small}[.{APOSTROPHES}]?\s+(?=\S)|[^\W\d_]{{1,3}}\.\s*(?=\S)"
    rf"|[{APOSTROPHES}][^\W\d_]-(?=\S)|[^\W\d_]{{1,4}}[{APOSTROPHES}-](?=\S)"
)
WORD = re.compile(r"\S+")
NO_SIGNS = dict.fromkeys(map(ord, f".{APOSTROPHES}"))
# Scripts whose names are written with spaces, given name first where a style says so.
SPACED = re.compile(
    "[A-Za-z\u00aa\u00c0-\u024f\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u0590-\u074f\u0900-\u0dff\u0e00-\u0e7f\u10a0-\u10ff\u1e00-\u1fff]"
)


# Most names: words that start with capitals, without particles, markup or anything odd.
_capital, _letter = "A-Z\u00c0-\u00d6\u00d8-\u00de", "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff"
PLAIN = re.compile(rf"[{_capital}][{_letter}]*\.?(?:[ -][{_capital}][{_letter}]*\.?)*").fullmatch


class Person(NamedTuple):
    """A name in its parts; an institution or single name has only `literal`."""

    family: str = ""
    given: str = ""
    dropping: str = ""
    non_dropping: str = ""
    suffix: str = ""
    comma_suffix: bool = False
    literal: str = ""
    spaced: bool = True  #: parts stand apart by spaces (not so in Chinese, Japanese …)
    static: bool = False  #: the family name always comes first
    plain: bool = False  #: only a family and a given name, with nothing special in them


def parse_names(value: object) -> tuple[Person, ...]:
    """Read a CSL-JSON name variable; what is no name in it is left out."""
    if isinstance(value, NAME):
        value = [value]
    if not isinstance(value, (list, tuple)):
        return ()
    people = [_person(each) for each in value if isinstance(each, NAME)]
    return tuple([each for each in people if each is not None])


def _person(value: Mapping[str, Any] | str) -> Person | None:
    if isinstance(value, dict) and len(value) == len(FAMILY_AND_GIVEN):
        family, given = value.get("family"), value.get("given")
        if isinstance(family, str) and isinstance(given, str) and PLAIN(family) and PLAIN(given):
            return Person(family, given, plain=True)
    if isinstance(value, str):
        return Person(literal=_clean(value)) if value.strip() else None
    literal = _clean(value.get("literal"))
    family, given = _clean(value.get("family")), _clean(value.get("given"))
    if literal or (value.get("isInstitution") and family):
        return Person(literal=literal or family)
    dropping = _clean(value.get("dropping-particle"))
    non_dropping = _clean(value.get("non-dropping-particle"))
    suffix = _clean(value.get("suffix"))
    if not family:
        return Person(literal=given) if given else None
    if not suffix and "," in given:
        given, _, suffix = given.partition(",")
    if not (dropping or non_dropping) and value.get("parse-names", True) is not False:
        family, non_dropping = _without_leading(family)
        given, dropping = _without_trailing(given)
    suffix = suffix.strip()
    comma = bool(value.get("comma-suffix")) or suffix.startswith("!")
    spaced = bool(SPACED.search(family + given)) or not (family + given)
    static = bool(value.get("static-ordering"))
    return Person(
        family.strip('"'),
        given,
        dropping,
        non_dropping,
        suffix.lstrip("! "),
        comma,
        "",
        spaced,
        static,
    )


def _clean(value: object) -> str:
    if value is None:
        return ""
    text = str(value).strip()
    if text.isalpha() and text.isascii():
        return text
    return marks.without_marks(richtext.printable(text)).replace("'", "’")


def _without_leading(family: str) -> tuple[str, str]:
    """Return a family name without the particles before it, and those."""
    end = 0
    while (match := LEADING.match(family, end)) and match[0].islower():
        joined = not match[0][-1].isspace() and match[0][-1] != "."
        if joined and not _starts_with_capital(family[match.end() :]):
            break
        end = match.end()
    particle = family[:end]  # a space after an apostrophe is part of it: `de’ Medici`
    return family[end:], particle if particle.endswith("’ ") else particle.rstrip()


def _without_trailing(given: str) -> tuple[str, str]:
    """Return given names without the particles after them, and those: the last small words."""
    start = len(given)
    for word in reversed(list(WORD.finditer(given))[1:]):
        if not _is_particle(word[0]):
            break
        start = word.start()
    return given[:start].rstrip(), given[start:]


def _is_particle(word: str) -> bool:
    letters = word.translate(NO_SIGNS)
    return letters.isalpha() and letters.islower()


def _starts_with_capital(text: str) -> bool:
    """Return whether text starts with a capital, after an ʿayn or a hamza perhaps."""
    return next((sign for sign in text if unicodedata.category(sign) != "Lm"), "").isupper()
