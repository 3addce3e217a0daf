"""What is printed behind a title: edition, translator, then place and publisher or a container."""

import re
from collections.abc import Iterator

from paracite.fields.lexicons import lexicon
from paracite.parsing.parts import Part
from paracite.parsing.sentences import sentences
from paracite.text import fold

PAGES = r"(?:[A-Za-z]{0,2}\d+[A-Za-z]?(?:\s?[-–—‐]{1,2}\s?[A-Za-z]{0,2}\d+[A-Za-z]?)?(?:[,;] ?\d+[-–]\d+)*)"
PLACE_PUBLISHER = re.compile(
    r"(?P<place>[^\W\d_][^:;()\d]{1,50}?)\s?:\s+?(?P<publisher>[^:]{2,100})$"
)
ORDINAL = r"(?:\d{1,3}\W{0,2}(?:st|nd|rd|th|er|e|[eè]me)?|first|second|third|\w{3,7}th)"
REVISED = (
    r"(?:rev|revised|enlarged|expanded|new|überarb|überarbeitete|erw|erweiterte|nouvelle)\b\.?"
)
EDITION = re.compile(
    rf"(?<=[.?!,])\s+(?P<edition>(?:{ORDINAL}\s?(?:\b{REVISED}\s)?|{REVISED}\s)"
    r"(?<=[\s.])(?:ed|edn|edition|éd|édition|aufl|auflage|edición|edição|edizione)\b)"
    r"(?:\.,?\s+|,\s+|\.?$)",
    re.IGNORECASE,
)
TRANSLATED = re.compile(
    r"(?i:translated by|transl?\. by|transl?\.|übersetzt von|übers\. (?:von|v\.)|traduit par|trad\. (?:par|de)|"
    r"traducido por|tradotto da|diterjemahkan oleh|penerjemah:?)\s+(?=[A-ZÀ-Þ])"
)


def stated(text: str) -> tuple[list[str], list[Part]]:
    """Cut a text into sentences; those that state edition and translator are parts.

    >>> stated("Things. 2nd ed. London: Sage.")[0]
    ['Things', 'London: Sage']
    """
    edition = EDITION.search(text)
    pieces = [text[: edition.start()], text[edition.end() :]] if edition else [text]
    listed = [sentence for piece in pieces for sentence in sentences(piece.rstrip(" ,"))]
    others = listed[:1]
    parts = [Part("edition", edition["edition"])] if edition else []
    for sentence in listed[1:]:
        if match := TRANSLATED.match(sentence):
            parts.append(Part("translator", sentence[match.end() :]))
        else:
            others.append(sentence)
    return others, parts


def imprint(text: str, *, chapter: bool = False) -> Iterator[Part]:
    """Read a sentence that names place and publisher, a publisher, or a container."""
    pages = re.fullmatch(rf"pp?\.\s*(?P<pages>{PAGES})", text)
    if pages:
        yield Part("pages", pages["pages"])
    elif (match := PLACE_PUBLISHER.match(text)) and len(match["place"].split()) < 6:
        yield Part("location", match["place"])
        yield Part("publisher", match["publisher"])
    elif chapter or is_publisher(text):
        yield Part("publisher", text)
    else:
        yield Part("container-title", text)


def is_publisher(text: str) -> bool:
    """Return a publisher from a periodical by the words in its name."""
    found = set(re.findall(r"\w+", fold(text)))
    return bool(found & lexicon("publishers")) and not found & lexicon("periodicals")
