"""Labelled references in the XML of AnyStyle: `<sequence>` of `<author>`, `<title>` … in order.

Source: https://github.com/inukshuk/anystyle, "Training".
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from paracite.errors import ReadError, why
from paracite.parsing.parts import LABELS, Part
from paracite.parsing.tokens import tokens
from paracite.text import squeeze, without_markup

Labelled = tuple[Part, ...]

YEAR = r"(?:1[6-9]|20)\d\d"
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b\.?"
# A locator under one label: year, volume (issue), pages, and the date behind them, each if there.
LOCATOR = re.compile(
    rf"(?P<date>\(\s?{YEAR}\s?\)[,:.;]?\s?|{YEAR}\s?[;,.]\s?(?=\w+\s?[(:]))?"
    r"(?P<volume>(?:vol\.?\s*)?(?-i:[A-Z])?\d{1,4}(?:\s?\([^()]*\))?\s?[:,]\s*|\([^()]{1,9}\)\s?[:,]\s*|\d{1,2}\)\s?:\s*)?"
    r"(?P<pages>(?:pp?\.\s?)?(?:[A-Za-z]?\d+[A-Za-z]?\s?[-–—~]+\s?[A-Za-z]?\d+[A-Za-z]?|[A-Za-z]?\d{2,}[A-Za-z]?)\s?[.,;]?)"
    rf"(?P<last>\s?\(\s?{YEAR}\s?\)\W*|(?<=[,.])\s?(?:{MONTH}\s?(?:{YEAR})?|{YEAR})\W*)?\W*",
    re.IGNORECASE,
)
LABELS_OF_A_LOCATOR = {"date": "date", "volume": "volume", "pages": "pages", "last": "date"}
YEAR_AND_VOLUME = re.compile(rf"(?P<year>{YEAR}\s?[;,.])\s?(?P<volume>\w?\d+.*)")
YEAR_AT_END = re.compile(rf"(?P<imprint>.*[^\W\d_]\W+?)(?P<year>\(?{YEAR}\W*)")
VOLUME_AND_YEAR = re.compile(rf"(?P<volume>\D*\d+,?)\s?(?P<year>\(\s?{YEAR}\s?\)[:,.]?)")
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


def aligned(labelled: Sequence[Part], plain: str) -> Iterator[tuple[str, str]]:
    """Yield the tokens of `plain`, which is the parts with spaces moved, and the label of each.

    A token is what its first letter or digit is.  Nothing is yielded where the two
    texts differ in more than spaces, dashes and a number before them.
    """
    labels = [part.label for part in labelled for c in part.text if not c.isspace()]
    missing = len(labels) - sum(not c.isspace() for c in plain)
    at = missing
    for token, _, _ in tokens(plain) if missing >= 0 else ():
        letter = next((i for i, c in enumerate(token) if c.isalnum()), 0)
        yield token, labels[at + letter]
        at += len(token)


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
    dated = any(part.label == "date" for part in labelled)
    return tuple(each for part in split for each in _split_year(part, dated=dated))


def _respaced(printed: str) -> str:
    shifted = SHIFTED_STOP.sub(r"\1 ", printed)
    return BROKEN_RANGE.sub(r"\1", SPACE_BEFORE_STOP.sub(r"\1", shifted))


def _split_pages(part: Part, *, alone: bool) -> Iterator[Part]:
    """Set apart what stands with the pages: `2007;132(1):45-9`, `(2016)094512`, `2979(1968)`."""
    match = LOCATOR.fullmatch(part.text) if part.label in ("pages", "volume") else None
    held = {name: text for name, text in match.groupdict().items() if text} if match else {}
    whole = "volume" in held if part.label == "volume" else alone or ")" in held.get("volume", ")")
    if len(held) > 1 and whole:
        yield from (Part(LABELS_OF_A_LOCATOR[name], text.strip()) for name, text in held.items())
    else:
        yield part


def _split_year(part: Part, *, dated: bool) -> Iterator[Part]:
    """Set a year apart from the volume before or behind it, and from a place or publisher."""
    imprint = (
        part.label in ("location", "publisher") and not dated and YEAR_AT_END.fullmatch(part.text)
    )
    if imprint:
        yield Part(part.label, imprint["imprint"])
        yield Part("date", imprint["year"])
        return
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
