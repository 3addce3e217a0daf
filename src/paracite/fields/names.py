"""Printed names: `Aldecoa, F., & Keating, M.`, `J. F. Smith and K. Lee`, `Smith JF, Lee K`.

A list of names is cut into pieces at its separators.  A piece is initials, a suffix,
a whole name, or words that may be a family or a given name; its neighbours decide.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from paracite.fields.lexicons import lexicon
from paracite.reference import OTHERS, Name
from paracite.text import fold, squeeze

SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv", "2nd", "3rd"])
UPPER = r"[^\W\d_a-zß-öø-ÿ]"
INITIAL = rf"(?:{UPPER}[a-z]?\.|{UPPER}(?![^\W\d_]))"
SURE_INITIAL = rf"(?:{UPPER}h?\.|{UPPER}(?![^\W\d_]))"  #: `Ng.` may end a list of names
INITIALS = re.compile(
    rf"(?:{INITIAL}[\s-]*)+(?:[a-z]\.)?|{UPPER}{{2,3}}|{UPPER}{{1,2}}-{UPPER}{{1,2}}"
)
LEADING = re.compile(
    rf"((?:{UPPER}[a-z]?\.[\s-]*)+|{UPPER}(?:\s{UPPER})*\s(?={UPPER}[^\W\d_]))(.+)"
)
TRAILING = re.compile(
    rf"(.*[^\W\d_]{{2}}\S*)\s+((?:{SURE_INITIAL}[\s-]*)+|{UPPER}{{1,3}}(?=\.?$)|{UPPER}-{UPPER})\.?"
)
STOP = re.compile(r"(?<=[^\W\d_]{2}[a-zß-öø-ÿ])\.+$")  #: of the sentence, not of the name
BEHIND = re.compile(r"(.+?[.\s])\s*((?:(?:van|von|de|der|den|da|do|dos|du)\s?)+)", re.IGNORECASE)
SUFFIX_BEHIND = re.compile(r"(.*\.),?\s+(Jr|Sr|III?|IV)\.?")
ELLIPSIS = re.compile(r"[,;]?\s*(?:\.\s?\.\s?\.|…)\s*,?\s*")
MARKS = re.compile(r"[*†‡§¹²³⁰-⁹]|\(\d+\)|\borcid\S*", re.IGNORECASE)
BRACKETED = re.compile(rf"\s*\(((?:{INITIAL}[\s-]*)+)\)")
ET_AL = re.compile(
    r"[,;&]?\s*[(\[]?\b(?:(?:et|and|&)\.?\s?al\b\.?|(?:and|&) (?:others|co-?workers)\b|u\.\s?a\."
    r"|dkk\b\.?|и\s+др\.|y otros\b|et coll\b\.?|e outros\b)[)\]]?[.,;:]*",
    re.IGNORECASE,
)
AND = re.compile(
    r"\s*[,;]?\s*(?:(?<!\w)(?:and|et|und|dan)(?!\w)|&)(?:\s*&)?\s*[,;]?\s*", re.IGNORECASE
)
SHORT_AND = re.compile(r"(?<=[^\s,]{2})\s*,?\s+(?:y|e|i|en|og|och|и|ve)\s+(?=[^\W\d_])")
WORD = re.compile(r"[^\W\d_]")
DIRECT_PAIR = 2  #: words from which on a piece can be a given and a family name


def people(text: str) -> tuple[Name, ...]:
    """Read a printed list of names in any usual order.

    Names left out ("et al.") become a last `OTHERS`; those an ellipsis stands for are
    only in the printed text.

    >>> [n.family for n in people("Lee, L. L., W. E. Howard, and R. E. Marsh")]
    ['Lee', 'Howard', 'Marsh']
    """
    plain, left_out = ET_AL.subn(" ", text.strip(" []"))
    others = bool(left_out)
    plain = squeeze(MARKS.sub("", plain))
    if "(" in plain or "…" in plain or ".." in plain or ". ." in plain:
        plain = BRACKETED.sub(r", \1,", ELLIPSIS.sub(", ", plain))
    plain = plain.strip(" ,;:&")
    if not WORD.search(plain):
        return (OTHERS,) if others else ()
    found = _with_second_given_names(
        tuple(_semicolons(plain) if ";" in plain else _listed(plain)), plain
    )
    return (*found, OTHERS) if others else found


def _with_second_given_names(names: tuple[Name, ...], text: str) -> tuple[Name, ...]:
    """Take `Mara` of `K. Mara Welters` for a given name where all others are written out.

    Where others have initials alone it is the first of two family names: `G. García Márquez`.
    """
    direct = [
        name
        for name in names
        if is_initials(name.given) and " " in name.family and f"{name.given} {name.family}" in text
    ]
    others = [name for name in names if name not in direct and not name.literal]
    if not direct or not others or any(is_initials(name.given or "A.") for name in others):
        return names
    return tuple(_with_second_given_name(name) if name in direct else name for name in names)


def _with_second_given_name(name: Name) -> Name:
    *second, family = name.family.split(" ")
    return replace(name, family=family, given=" ".join((name.given, *second)))


@lru_cache(maxsize=65536)
def is_group(text: str) -> bool:
    """Return whether a name is that of an institution."""
    words = re.findall(r"[^\W\d_]+", fold(text))
    return any(word in lexicon("institutions") for word in words)


def is_initials(text: str) -> bool:
    """Return whether `text` is initials alone, as in `J. F.`, `JF` or `J.-P.`."""
    return bool(INITIALS.fullmatch(text.strip()))


def _semicolons(text: str) -> Iterator[Name]:
    """Read names set apart by semicolons: a comma in one is then its own."""
    for part in re.split(r"\s*;\s*", text):
        names = tuple(_listed(part))
        commas = part.count(",")
        yield from names if commas != 1 or len(names) == 1 else (_inverted(*part.split(",")),)


def _listed(text: str) -> Iterator[Name]:
    if is_group(text) and not re.search(rf"{UPPER}\.", text):
        yield Name(literal=text.strip(" .,"))
        return
    for chunk in AND.split(text):
        for part in SHORT_AND.split(chunk) if " " in chunk.strip() else (chunk,):
            pieces = [piece for raw in part.split(",") if (piece := raw.strip(" ;:"))]
            yield from _assembled([p for p in pieces if WORD.search(p)])


def _assembled(pieces: list[str]) -> Iterator[Name]:
    """Make names of the comma-separated pieces between two "and"s."""
    at = 0
    while at < len(pieces):
        name, used = _first(pieces[at:])
        at += used
        if at < len(pieces) and _is_suffix(pieces[at]):
            name = replace(name, suffix=pieces[at])
            at += 1
            if at < len(pieces) and not name.given and is_initials(pieces[at]):
                name = replace(name, given=pieces[at])
                at += 1
        yield name


def _first(pieces: list[str]) -> tuple[Name, int]:
    """Read one name from the start of `pieces`; say how many of them it took."""
    piece, following = pieces[0], pieces[1] if len(pieces) > 1 else ""
    behind = BEHIND.fullmatch(following)
    if is_initials(behind[1] if behind else following) and not _has_initials(piece):
        return _inverted(piece, following), 2
    if following and _is_suffix(following) and len(pieces) > 2 and is_initials(pieces[2]):
        return _inverted(piece, ""), 1
    if following and _is_inverted(piece, following, len(pieces)):
        return _inverted(piece, following), 2
    return _whole(piece), 1


def _is_inverted(piece: str, following: str, count: int) -> bool:
    """Return whether two pieces without initials of their own are `Family, Given`."""
    words = _content_words(piece)
    if is_group(piece) or _has_initials(piece) or (LEADING.match(following) and count > 2):
        return False
    if len(words) == 1:
        return len(following.split()) < 4 and not _is_suffix(following)
    return count == 2 and len(following.split()) == 1 and len(words) == DIRECT_PAIR


def _has_initials(piece: str) -> bool:
    """Return whether a piece is a whole name by its initials: `J. Smith`, `Smith JF`."""
    return bool(LEADING.fullmatch(piece) or TRAILING.fullmatch(piece))


def _content_words(text: str) -> list[str]:
    return [word for word in text.split() if word.lower() not in lexicon("particles")]


def _is_suffix(text: str) -> bool:
    return text.lower().rstrip(".") in SUFFIXES


def _ends_in_suffix(word: str) -> bool:
    """Return a suffix from the initials of the same letters: `Berg JR` is J. R. Berg."""
    return _is_suffix(word) and word not in ("JR", "SR")


def _inverted(family: str, given: str) -> Name:
    """Make a name of `Family` and `Given`, a particle set apart."""
    words = family.split()
    suffix = words.pop().rstrip(",") if len(words) > 1 and _is_suffix(words[-1]) else ""
    particles: list[str] = []
    while len(words) > 1 and words[0].lower() in lexicon("particles") and not words[0].isupper():
        particles.append(words.pop(0))
    first, behind = given.strip(), ""
    if not suffix and (ending := SUFFIX_BEHIND.fullmatch(first)):
        first, suffix = ending.groups()
    match = None
    if len(first) > 2:
        match = BEHIND.fullmatch(first) or BEHIND.fullmatch(first.removesuffix("."))
    if match:
        first, behind = match[1].strip(), match[2].strip()
    if first[-1:] == ".":
        first = STOP.sub("", first)
    return Name(" ".join(words), first, behind, " ".join(particles), suffix)


def _whole(piece: str) -> Name:
    """Read one name that has no comma in it."""
    words = piece.split()
    leading = LEADING.fullmatch(piece)
    if (is_group(piece) and not (leading and " " not in leading[2])) or (
        len(words) == 1 and not leading
    ):
        return Name(literal=piece.rstrip("."))
    suffix = words.pop() if len(words) > 2 and _ends_in_suffix(words[-1]) else ""
    text = " ".join(words)
    if leading := LEADING.fullmatch(text):
        return replace(_inverted(leading[2].strip(" ."), leading[1].strip()), suffix=suffix)
    if trailing := TRAILING.fullmatch(text):
        return replace(_inverted(trailing[1], trailing[2]), suffix=suffix)
    return replace(
        _direct([word.rstrip(".") if len(word) > 2 else word for word in words]), suffix=suffix
    )


def _direct(words: list[str]) -> Name:
    """Read `Given [particle] Family`, or a family name in capitals at either end."""
    capitals = [len(word) > 1 and word.isupper() and "." not in word for word in words]
    if capitals[0] and not capitals[-1]:
        split = capitals.index(False)
        return _inverted(" ".join(words[:split]), " ".join(words[split:]))
    start = next(
        (i for i, word in enumerate(words[:-1]) if i and word in lexicon("particles")),
        len(words) - 1,
    )
    if capitals[-1] and not capitals[0]:
        start = min(start, capitals.index(True))
    return _inverted(" ".join(words[start:]), " ".join(words[:start]))
