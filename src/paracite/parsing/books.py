"""Books as MLA and Chicago print them: names in full, a title, who published it, a year.

    Said, Edward W. Orientalism. Vintage, 1979.
    Jansen, Willem, and Adam Kowalski. 2011. Federations. Boston: Harbour University Press.

The form leaves nothing to guess but whether it is a periodical that stands last.

Source: MLA Handbook, 9th edition, chapter 5; The Chicago Manual of Style, 18th edition, chapter 14.
"""

import re

from paracite.fields.lexicons import lexicon
from paracite.parsing.imprint import is_publisher
from paracite.parsing.parts import Part
from paracite.text import words

UPPER, LETTER = r"[^\W\d_a-zß-öø-ÿ]", r"[\w’'‑-]"
FAMILY = rf"(?:(?:van|von|de|der|den|del|la|le|di|da|al)\s)*{UPPER}{LETTER}+(?:\s{UPPER}{LETTER}+)?"
GIVEN = rf"(?:{UPPER}{LETTER}+|{UPPER}\.(?:[\s-]?{UPPER}\.)*)"
NAME = rf"{GIVEN}(?:\s{GIVEN})*\s{FAMILY}"
PEOPLE = rf"{FAMILY},\s{GIVEN}(?:\s{GIVEN})*(?:(?:,\s{NAME})*,?\s(?:and|&)\s{NAME})?"
WORD = rf"(?:{UPPER}\.|St\.|{UPPER}{LETTER}*|&|and|of|for|the|de)"
PLACE = rf"(?:(?P<location>{UPPER}[^\d.:“”\"]{{2,30}}):\s)?"
PUBLISHER = rf"(?P<publisher>{UPPER}(?:\.|{LETTER}*)(?:\s{WORD}){{0,7}})"
# One sentence: a stop inside it is that of a shortened word, such as "vs. the".
TITLE = rf"(?P<title>{UPPER}(?:[^“”\"«»()\[\]\d.?!]|[.](?=\s[a-z])){{2,200}})"
BY = rf"{NAME}(?:,?\s(?:and|&)\s{NAME})?"
STATED = (
    rf"(?:(?:Translated\sby|Trans\.)\s(?P<translator>{BY})[.,]\s|(?:Edited\sby|Ed\.)\s(?P<editor>{BY})[.,]\s"
    r"|(?P<edition>(?:\d(?:st|nd|rd|th)|[Rr]ev(?:ised|\.)|[Ss]econd|[Tt]hird)\sed(?:ition|\.))[.,]?\s)?"
)
PAGES = r"(?:,\spp?\.\s(?P<pages>\d+(?:\s?[-–]\s?\d+)?))?"
YEAR = r"(?P<date>1[4-9]\d\d|20\d\d)"
YEAR_LAST = re.compile(
    rf"(?P<author>{PEOPLE}(?:\.|(?<=\.)))\s{TITLE}[.?!]\s{STATED}{PLACE}{PUBLISHER},\s{YEAR}{PAGES}\.?(?:\sPrint\.)?"
)
YEAR_SECOND = re.compile(
    rf"(?P<author>{PEOPLE}(?:\.|(?<=\.)))\s{YEAR}\.\s{TITLE}[.?!]\s{STATED}{PLACE}{PUBLISHER}\.?"
)
NO_PUBLISHER = re.compile(r"In\s.*|Preprint|[A-Z]{2,6}")  #: a container, or the acronym of one
LONGEST = 400  #: characters of a reference that is looked at


def parse(text: str) -> tuple[Part, ...]:
    """Return the parts of a book printed in one of the forms, or `()`."""
    if len(text) > LONGEST:
        return ()
    match = YEAR_LAST.fullmatch(text) or YEAR_SECOND.fullmatch(text)
    if not match or NO_PUBLISHER.fullmatch(match["publisher"]):
        return ()
    if not lexicon("periodicals").isdisjoint(words(match["publisher"])):
        return ()
    if match.re is YEAR_SECOND and not (match["location"] or is_publisher(match["publisher"])):
        return ()
    return tuple(Part(label, value) for label, value in match.groupdict().items() if value)
