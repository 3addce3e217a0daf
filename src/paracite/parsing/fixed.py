"""Forms that leave nothing to guess: Japanese brackets, legal cases, chapters of the ACS.

Sources: SIST 02 (Japan); The Bluebook, rule 10;
OSCOLA, part 2.1; ACS Guide to Scholarly Communication, chapter 4.
"""

import re

from paracite.parsing.parts import Part

END = r"\s*[.．。,，]?\s*"
PAGES = r"[A-Za-z]?\d+(?:\s?[-–—~～]\s?[A-Za-z]?\d+)?"
JAPANESE = r"(?P<author>[^（()「『]{2,120}?)\s*[（(]?(?P<date>\d{4})年?[)）]?[.．。,，、:：]?\s*"
CASE = r"(?P<title>[^\W\d_][^,\[\]\d]{1,100}? v\.? [^\[\]\d]{2,100}?),?\s*"
REPORTER = r"(?P<journal>[A-Z][A-Za-z.’' ]{0,24}?(?:\s?(?:2d|3d|\dth))?)"
LAW = (
    r"(?P<title>[^\W\d_a-z][\w’'()&,\s-]{3,120}?\s(?:Act|Regulations?|Order|Code|Treaty|Ordinance)\s(?:of\s)?(?:1[5-9]|20)\d\d"
    r"(?:\s\([A-Z][\w\s]+\))?)"
)
ARTICLE = (  # of a law review, as the Bluebook prints it
    r"(?P<author>[^\W\d_a-z][\w’'.-]*(?:\s[\w’'.-]+){1,4}(?:\s&\s[^\W\d_][\w’'.\s-]{3,40})?),\s(?P<title>[^\d“”][^“”]{3,200}?),\s"
    r"(?P<volume>\d{1,4})\s(?P<journal>[A-Z][A-Za-z.&’'\s]{2,60}?)\s(?P<pages>\d+)(?:,\s[\d–-]+)*\s\((?P<date>[^()]{0,12}\d{4})\)\W*"
)
CHAPTER = (  # as the ACS prints it, editors behind the book
    r"(?P<author>[^“”]{3,400}?[A-Z]\.)\s(?P<title>(?![A-Z]\.)[^;“”]{3,300}?[.?!])\s(?:In\s)(?P<container>[^;]{3,200});\s"
    r"(?P<editor>[^“”:]{3,200}?),?\sEds?\.;\s(?P<publisher>[^:;]{2,60}):\s(?P<location>[^;\d]{2,60}),\s"
    rf"(?P<date>\d{{4}})(?:;\spp?\.?\s(?P<pages>{PAGES}))?\W*"
)
FORMS = tuple(
    re.compile(form)
    for form in (
        JAPANESE
        + r"「(?P<title>[^「」]+)」[,，、]?\s*『(?P<journal>[^『』]+)』[,，、]?\s*"
        + r"(?:第?(?P<volume>\d+(?:[(（][^()（）]{1,8}[)）])?)\s*[号巻]?)?"
        + rf"(?:[,，、.:：]?\s*(?:pp?\.|第)?\s*(?P<pages>{PAGES})頁?)?\W*",
        JAPANESE + r"『(?P<title>[^『』]+)』[,，、]?\s*(?P<publisher>[^\d\W][^\d「『]*?)\W*",
        CASE + rf"(?P<volume>\d+)\s{REPORTER}\s(?P<pages>\d+)(?:,\s\d+)?\s"
        r"[(\[](?:[^()]{0,20}\s)?(?P<date>\d{4})[)\]]\W*",
        CASE + rf"[(\[](?P<date>\d{{4}})[)\]]\s(?:(?P<volume>\d+)\s)?{REPORTER}\s(?P<pages>\d+)"
        r"(?:\s\([^()]{2,12}\))?\W*",
        CASE
        + r"[\[(](?P<date>\d{4})[\])]\s(?P<journal>[A-Z][A-Za-z]{2,8})(?:\s\([A-Z][a-z]+\))?\s(?P<number>\d+)(?:[,;]\s.*)?",
        LAW
        + r"(?:,?\s(?:s|ss|sch|pt|art|arts|reg|para|§|§§)\.?\s?(?P<section>\d[\w().,\s–-]{0,30}))?\W*",
        ARTICLE,
        CHAPTER,
    )
)
SIGN = re.compile(
    r"[「『]|\s(?:Act|Regulations?|Order|Code|Treaty|Ordinance)\s|,\s\d{1,4}\s[A-Z][\w.&’\s']+\s\d+(?:,\s[\d–-]+)*\s\(|\sv\.?\s|\sEds?\.;\s"
)
LABELS = {"container": "container-title"}
LONGEST = 600  #: characters of a reference that is looked at


def parse(text: str) -> tuple[Part, ...]:
    """Return the parts of a reference printed in one of the forms, or `()`."""
    if len(text) > LONGEST or not SIGN.search(text):
        return ()
    for form in FORMS:
        if match := form.fullmatch(text):
            return tuple(
                Part(LABELS.get(label, label), value.strip())
                for label, value in match.groupdict().items()
                if value
            )
    return ()
