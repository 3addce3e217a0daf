"""Volume and issue printed together: `12(3)`, `Vol. 9, No. 2`, `XVII, 3`, `n° 39`, `3 vols.`."""

import re
from typing import NamedTuple

from paracite.fields.numerals import ROMAN_LETTERS

ROMAN = rf"(?:[{ROMAN_LETTERS}]+|[{ROMAN_LETTERS.lower()}]+)\b"
NUMBER = rf"(?<!\w)(?:[A-Z]{{0,2}}-?\d+[A-Za-z]?\b(?:\s?[-–/+&]\s?[A-Z]?\d+\b)?|{ROMAN}|[A-Z]\b(?!\.?\s?[a-z]))"
ISSUE = r"(?:numbers?|number|num|núm|numéro|número|nummer|nos?|nr|n|issues?|iss|heft|hefte|h|fasc|fascicule|cah|вып)\b"
PIECE = re.compile(
    rf"\(\s*(?P<bracket>[^()]*)\)"
    rf"|(?P<part>(?<!\w)(?:part|pt|teil|partie|parte)\b\.?\s*{NUMBER}|\d+\w*\s?ser\b\.?)"
    rf"|(?P<count>\d+)\s?(?:vols?|volumes|bde|bände|tomes|tt|tom)\b\.?"
    rf"|(?P<issue>{ISSUE}[.°ºo:]*|№|#)\s*(?P<labelled>{NUMBER})"
    rf"|(?P<supplement>\bsuppl(?:ement)?\b\.?(?:\s?{NUMBER})?)"
    rf"|(?P<number>{NUMBER})",
    re.IGNORECASE,
)
WORD = re.compile(
    r"\b(?:volumen?|vol|v|band|bd|tome|tomo|tom|t|jahrgang|jg|jilid|cilt|том|т)\b\.?(?=[\s:.]*\S)",
    re.IGNORECASE,
)
PAIR = re.compile(r"(\d+)\s?[-–/]\s?(\d+)")
LABEL = re.compile(rf"^\W*(?:{ISSUE}[.°ºo:]*|№|#)\W*", re.IGNORECASE)


class Volume(NamedTuple):
    """A volume, an issue, and how many volumes a work has; `""` where not printed."""

    volume: str = ""
    issue: str = ""
    volumes: str = ""


def split(text: str) -> Volume:
    """Cut a printed locator into its parts.

    >>> split("Vol. 9, No. 2")
    Volume(volume='9', issue='2', volumes='')
    """
    volume = issue = count = ""
    for match in PIECE.finditer(WORD.sub(" ", text)):
        kind, value = match.lastgroup or "", (match[match.lastgroup or 0] or "").strip(" .,;:")
        if kind == "part":
            continue
        if kind == "count":
            count = value
        elif kind == "labelled" or (kind in ("bracket", "supplement") and volume):
            issue = issue or LABEL.sub("", value)
        elif kind == "bracket":
            volume = volume or LABEL.sub("", value)
        elif not volume and not (kind == "number" and issue and not value.isdigit()):
            volume = value
        elif not issue:
            issue = value
    return Volume(*_unpaired(volume, issue), count)


def _unpaired(volume: str, issue: str) -> tuple[str, str]:
    """Read `36-3` as volume and issue, for a range of volumes counts up."""
    pair = PAIR.fullmatch(volume)
    if pair and not issue and int(pair[2]) < int(pair[1]):
        return pair[1], pair[2]
    return volume.replace(" ", ""), issue
