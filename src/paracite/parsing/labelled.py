"""Labelled references in the XML of AnyStyle: `<sequence>` of `<author>`, `<title>` … in order.

Source: https://github.com/inukshuk/anystyle, "Training".
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from paracite.errors import ReadError, why
from paracite.parsing.parts import LABELS, Part
from paracite.text import squeeze, without_markup

Labelled = tuple[Part, ...]

VOLUME_AND_PAGES = re.compile(
    r"(?P<volume>(?:vol\.?\s*)?[A-Z]?\d{1,4}(?:\s?\([^()]*\))?\s?[:,])\s*(?P<pages>[A-Za-z]?\d+\s?[-–—]\s?\w?\d+\W*|\d{2,}\W*)",
    re.IGNORECASE,
)
YEAR_AND_VOLUME = re.compile(r"(?P<year>(?:1[89]|20)\d\d\s?[;,.])\s?(?P<volume>\w?\d+.*)")
VOLUME_AND_YEAR = re.compile(r"(?P<volume>\D*\d+,?)\s(?P<year>\((?:1[89]|20)\d\d\)[:,.]?)")
CLOSING = re.compile(r"^\s*([.,;:)\]]+)\s*")
OPENING = re.compile(r"\s*([(\[]+)\s*$")
SHIFTED_STOP = re.compile(r"(?<=\w)\s+([.,;:])(?=\w)")
SPACE_BEFORE_STOP = re.compile(r"(?<=\w)\s+([.,;:)])(?=\s|$)")
BROKEN_RANGE = re.compile(r"(?<=\d)\s+([-–])(?=\s?\d)")


def load(path: Path) -> list[Labelled]:
    """Read the labelled references of a file, in order.  Raises `ReadError`."""
    from xml.etree import ElementTree as ET

    try:
        root = ET.parse(path).getroot()  # noqa: S314  data one trains on, given on purpose
    except OSError as error:
        raise ReadError(path, f"cannot be read: {why(error)}") from error
    except ET.ParseError as error:
        raise ReadError(path, f"is no well-formed XML: {error}", "labelled XML is wanted") from None
    return [
        tuple(Part(part.tag, squeeze(part.text or "")) for part in sequence if part.tag in LABELS)
        for sequence in root
    ]


def text(labelled: Sequence[Part]) -> str:
    """Join the parts to the reference as printed."""
    return " ".join(part.text for part in labelled)


def repaired(labelled: Sequence[Part]) -> Labelled:
    """Put right what the mapping of GROBID's data damaged.

    Stops that slipped to the next word or part go back, an opening bracket goes
    forward, and a volume that was labelled as pages is labelled as such.
    """
    texts = [_respaced(without_markup(part.text)) for part in labelled]
    for at in range(1, len(texts)):
        if (match := CLOSING.match(texts[at])) and texts[at - 1]:
            texts[at - 1] += match[1]
            texts[at] = texts[at][match.end() :]
        if match := OPENING.search(texts[at - 1]):
            texts[at] = match[1] + texts[at]
            texts[at - 1] = texts[at - 1][: match.start()]
    parts = (Part(p.label, t) for p, t in zip(labelled, texts, strict=True) if t.strip())
    has_volume = any(part.label == "volume" for part in labelled)
    split = (each for part in parts for each in _split_pages(part, alone=not has_volume))
    return tuple(each for part in split for each in _split_year(part))


def _respaced(printed: str) -> str:
    shifted = SHIFTED_STOP.sub(r"\1 ", printed)
    return BROKEN_RANGE.sub(r"\1", SPACE_BEFORE_STOP.sub(r"\1", shifted))


def _split_pages(part: Part, *, alone: bool) -> Iterator[Part]:
    match = VOLUME_AND_PAGES.fullmatch(part.text) if part.label in ("pages", "volume") else None
    if match and (alone or part.label == "volume"):
        yield Part("volume", match["volume"])
        yield Part("pages", match["pages"])
    else:
        yield part


def _split_year(part: Part) -> Iterator[Part]:
    """Set a year apart from the volume beside it: `2007;132(1):`, `80 (2014):`."""
    first = YEAR_AND_VOLUME.fullmatch(part.text) if part.label == "volume" else None
    last = VOLUME_AND_YEAR.fullmatch(part.text) if part.label == "volume" else None
    if first:
        yield Part("date", first["year"])
        yield Part("volume", first["volume"])
    elif last:
        yield Part("volume", last["volume"])
        yield Part("date", last["year"])
    else:
        yield part
