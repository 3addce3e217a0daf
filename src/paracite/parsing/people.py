"""Printed lists of names in the forms that lists have beyond a grammar of single names.

`Keller, Anna / Brandt, Jonas`, `Costa MRF da, Toski BRGO`, `林志远, 何建国`: brought to a form that
`fields.names` reads, or read here where it knows none.
"""

import re
from dataclasses import replace

from paracite.fields import names
from paracite.fields.lexicons import lexicon
from paracite.parsing import vocabulary
from paracite.reference import OTHERS, Name
from paracite.text import fold

UPPER, LETTER = r"[^\W\d_a-zß-öø-ÿ]", r"[^\W\d_]"
HAN = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
HAN_NAMES = re.compile(rf"\W*(?:\[{HAN}\])?{HAN}[^A-Za-z]*(?:\([A-Za-z ]+\)[^A-Za-z]*|et al\W*)?")
HAN_SEPARATOR = re.compile(r"\s*[,，、;；&]\s*|\s+")
HAN_AND = re.compile(rf"(?<={HAN}{HAN})[和与及](?={HAN}{HAN})")
HAN_BODY = re.compile(r"(?:会|院|所|局|部|厅|司|中心|大学|委员会|集团|政府|馆|社|組|课题组)$")
HAN_NAME = 4  #: characters of the longest name of a person that is cut at an "and"
HAN_ROLE = re.compile(r"(?:著|编著|主编|主編|编|編|译|譯|等|撰)\W*$")
SLASHED = re.compile(
    r"\s+/\s*|\s*/\s+|(?<=[^\W\d_]{2})/(?=[^\W\d_]{2})|(?<=\s[A-Z])/(?=[A-Z][a-z])|(?<=\.)/(?=[^\W\d_])"
)
# Index medicus: family name, initials without stops, a particle behind them.
INDEXED = re.compile(
    rf"(?P<family>(?:{LETTER}[\w'’]{{0,3}}\s)*{UPPER}[\w'’‐-]*{LETTER}(?:[\s-]{UPPER}[\w'’‐-]+)*)\s(?P<given>{UPPER}{{1,4}}|{UPPER}-{UPPER})"
    r"(?:\s(?P<behind>d[aeo]s?|del|van|von|dos|filho))?(?:,?\s(?P<suffix>Jr|Sr|II|III|[23][nr]d))?"
)
BEHIND = re.compile(
    r"(?P<family>[^,]+),\s(?P<given>[^,]+?)\s(?P<behind>d[aeo]s?|del|van|von|van de[nr]?)(?P<suffix>)"
)
INITIAL = re.compile(rf"(?<![^\W\d_]){UPPER}(?:\.|(?=\s|$))")
NATION = re.compile(r"^(?:U\.\s?[SKN]\.(?:\s?[AO]\.)?|D\.\s?C\.)\s")
ACRONYM = re.compile(rf"(?:{UPPER}\.\s?){{3,}}{UPPER}|{UPPER}{{2,6}}")
LINKING = re.compile(
    r"\s(?:of|for|on|für|sobre|pour|sur|per|против)\s(?=.*[^\W\d_])", re.IGNORECASE
)
NOT_A_NAME = re.compile(
    r"\s*\[(?:internet|online|en ligne|en línea|Электронный ресурс)\]", re.IGNORECASE
)
MOST_INITIALS = 4  #: written together
LONG = 4  #: words that few names of one person have
OTHER = frozenset("TJP")  #: roles of words that are no names
AND = re.compile(r"\s(?:and|&|und|et|y|e)\s")
BETWEEN = re.compile(
    r"\s*[,;]\s*(?:(?:and|&|und|y|et|e)\s+)?(?!(?:Jr|Sr|II|III)\b)|\s+(?:and|&|und|y|et|e)\s+"
)
ANDS = re.compile(r"(?:^|(?<=[;,]))\s*(?:e|y|i|and|und|et|&)\s+(?!al\b)(?=[^\W\d_])")


def read(text: str) -> tuple[Name, ...]:
    """Read a printed list of names; names left out become a last `OTHERS`.

    >>> [name.family for name in read("Moura SAV, Costa MRF da, Toski BRGO")]
    ['Moura', 'Costa', 'Toski']
    """
    return tuple(map(_with_initials_apart, _read(text)))


def _with_initials_apart(name: Name) -> Name:
    """Read `AB` behind a family name that is not all capitals as the initials A. B."""
    together = 1 < len(name.given) <= MOST_INITIALS and name.given.isalpha()
    if not together or not name.given.isupper() or name.family.isupper():
        return name
    return replace(name, given=" ".join(f"{letter}." for letter in name.given))


def _read(text: str) -> tuple[Name, ...]:
    if HAN_NAMES.fullmatch(text):
        return _han(text)
    if found := _indexed(text):
        return found
    bare = NOT_A_NAME.sub("", text).strip(" .,;:")
    if is_body(bare):
        return (Name(literal=bare),)
    if "/" in text and not names.is_group(text):
        text = SLASHED.sub("; ", text)
    text = ANDS.sub(" ", text)
    pieces = re.split(r"\s*;\s*", text.strip(" ."))
    behind = [BEHIND.fullmatch(piece) for piece in pieces]
    if not any(behind):
        return names.people(text)
    listed = zip(pieces, behind, strict=True)
    return tuple(
        n for piece, match in listed for n in ([_name(match)] if match else names.people(piece))
    )


def _han(text: str) -> tuple[Name, ...]:
    """Read names in Chinese, Japanese or Korean letters, family and given name written as one."""
    others = re.search(r"等\W*$|et al", text)
    bare = re.sub(r"[(（][^()（）]*[)）]|et al\W*", "", text)
    found = []
    for piece in HAN_SEPARATOR.split(
        bare.strip(" .,．。，、:：;；[]【】") if "[" not in bare[:2] else bare
    ):
        pair = HAN_AND.split(piece)
        short = all(len(half) <= HAN_NAME for half in pair) or all(map(HAN_BODY.search, pair[:-1]))
        for half in pair if short else (piece,):
            name = (
                HAN_ROLE.sub("", half.strip(" .．。:："))
                if len(half) > 2
                else half.strip(" .．。:：")
            )
            found += [Name(literal=name)] if name not in ("", "等") else []
    return (*found, OTHERS) if others else tuple(found)


def is_body(text: str) -> bool:
    """Return whether a name without a comma is that of an institution, by the words it has.

    >>> is_body("SAC Consulting"), is_body("Tony Burnard"), is_body("Office for Statistics")
    (True, False, True)
    """
    text = NATION.sub("", text)
    listed = [word.strip(".,;:()[]") for word in text.split()]
    listed = [word for word in listed if word]
    if len(listed) < 2 or "," in text or ";" in text or INITIAL.search(text):
        return bool(ACRONYM.fullmatch(text.strip(" .")))
    if names.is_group(text) or LINKING.search(text):
        return True
    roles = [vocabulary.role(fold(word)) for word in listed]
    if "G" in roles[0] or "G" in roles[-1] or "F" in roles[-1] or AND.search(text):
        return False
    acronym = bool(ACRONYM.fullmatch(listed[0])) and not listed[1].isupper() and "F" not in roles[0]
    return acronym or any(set(role) <= OTHER for role in roles[-1 if len(listed) < LONG else 0 :])


def _indexed(text: str) -> tuple[Name, ...]:
    """Read `Family INITIALS` throughout, or nothing."""
    plain, left_out = names.ET_AL.subn("", text.strip(" .,:;"))
    pieces = [bare for piece in BETWEEN.split(plain) if (bare := piece.strip(" ."))]
    found = [_index_entry(piece) for piece in pieces]
    if not any(found):
        return ()
    listed = zip(pieces, found, strict=True)
    read = [
        _name(match) if match else is_body(piece) and Name(literal=piece) for piece, match in listed
    ]
    if not all(read):
        return ()
    known = tuple(name for name in read if name)
    return (*known, OTHERS) if left_out else known


def _index_entry(piece: str) -> re.Match[str] | None:
    """Return a family name and initials; a body and its number or country is none."""
    match = INDEXED.fullmatch(piece)
    if not match or " " not in match["family"]:
        return match
    numbered = match["given"] in ("II", "III", "IV") and is_body(match["family"])
    return None if numbered or names.is_group(match["family"]) else match


def _name(match: re.Match[str]) -> Name:
    words = match["family"].split()
    particles = []
    while len(words) > 1 and words[0].lower() in lexicon("particles") and words[0][0].islower():
        particles.append(words.pop(0))
    return Name(
        " ".join(words),
        match["given"],
        match["behind"] or "",
        " ".join(particles),
        match["suffix"] or "",
    )
