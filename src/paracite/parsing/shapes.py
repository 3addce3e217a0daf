"""How printed references begin and end, by signs that hold in most styles."""

import re

CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
PARTICLES = r"(?:(?:van|von|de|der|den|del|della|la|le|al|el|di|da|dos|du|d’|ten|ter|zu)\s+){0,3}"
NAME = rf"{PARTICLES}{CAPITAL}[\w'’‐-]+(?:[ -]{CAPITAL}[\w'’‐-]+)?"
START = re.compile(
    rf"^(?:[-–—_]{{2,}}|{NAME}, ?{CAPITAL}"
    rf"|{NAME} (?:{CAPITAL}[.-]|{CAPITAL}{{1,3}}(?:[,.;:]|(?= \(?\d{{4}})|(?= (?:and|et|und|y|e|&) )))"
    rf"|(?:{CAPITAL}\.[\s-]?){{1,3}}{PARTICLES}{CAPITAL}[\w'’-]+)"
)  #: as most references begin: with a name and initials, or a dash for them
LABEL = re.compile(r"^(?:\[[^\[\]]{1,20}\]|\(\d{1,3}\)|\d{1,3}[.):]?|[-*•·–])\s+")
LAW = re.compile(
    r"^[^\W\d_][^.\[\]]{1,80}?\s(?:v|vs|c|gegen|/)\.?\s[^\[\]]{1,80}[\[(]?\d{4}"
    r"|^[^\W\d_][^.]{2,80}\b(?:Act|Statute|Code|Regulations?|Order|Bill|Directive|Convention|Treaty|Rules|Ordinance)\b.{0,30}\b(?:1[2-9]|20)\d\d\b"
    r"|^(?:Loi|Décret|Gesetz|Verordnung|Lei|Ley|Decreto|Directive|Regulation|Council|Constitution|Arrêté)\b.{0,120}\b(?:1[2-9]|20)\d\d\b"
)  #: a case or an act
DATED = re.compile(
    r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)|\bn\. ?d\.|in press|\bdoi\b.{0,20}10\.|\b10\.\d{4,9}/|https?://",
    re.IGNORECASE,
)
ENDED = re.compile(r"[.)\]\d>»”\"*]$|/\S*$")
LONGEST = 600  #: characters of a usual reference
LONGEST_NAME = 300  #: characters in which the name of a case or an act ends


def begins_law(text: str) -> bool:
    """Return whether a text begins as the name of a case or an act does."""
    return bool(LAW.match(LABEL.sub("", text[:LONGEST_NAME])))
