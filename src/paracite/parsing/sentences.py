"""Tokens and sentences of a printed reference.

A full stop ends a sentence unless it belongs to an initial or an abbreviation, or
stands in brackets or quotation marks.
"""

import re
from dataclasses import dataclass

from paracite.fields.lexicons import lexicon
from paracite.text import fold

TOKEN = re.compile(r"\w+(?:['’\-‐‑]\w+)*|[^\w\s]")
OPENING, CLOSING = "([{", ")]}"
QUOTES = {"“": "”", "„": "“", "«": "»", '"': '"', "‘": "’", "‚": "‘", "»": "«", "''": "''"}
ENDS = ".?!。"
OWN_STOP = re.compile(r"(?:\d\s?pp?|\b[A-Z]\.\s?[A-Z]|\b(?:etc|Inc|Jr|Ltd|Co|Corp|al))\.$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign, where it stands, and how many brackets are open there."""

    text: str
    start: int
    end: int
    depth: int


def tokens(text: str) -> list[Token]:
    """Cut a text into tokens; a bracket never closed opens nothing."""
    found: list[Token] = []
    depth = 0
    for match in TOKEN.finditer(text):
        sign = match[0]
        if sign in CLOSING and depth:
            depth -= 1
        found.append(Token(sign, match.start(), match.end(), depth))
        if sign in OPENING and CLOSING[OPENING.index(sign)] in text[match.end() :]:
            depth += 1
    return found


def sentences(text: str) -> list[str]:
    """Cut a text into its sentences, each without its final full stop.

    >>> sentences("Diplomacy vs. trade. J. Polit. Sci., 3(1), 5-6.")
    ['Diplomacy vs. trade', 'J. Polit. Sci., 3(1), 5-6']
    """
    bounds = [0]
    listed = tokens(text)
    for at, token in enumerate(listed):
        if token.text in ENDS and not token.depth and _ends(text, listed, at):
            bounds.append(token.end)
    pieces = (text[a:b].strip() for a, b in zip(bounds, [*bounds[1:], len(text)], strict=True))
    return [bare for piece in pieces if (bare := without_stop(piece))]


def without_stop(text: str) -> str:
    """Drop the full stop that ends a sentence, but not one of an abbreviation.

    >>> without_stop("History of the U.S."), without_stop("1999, 223 p."), without_stop("Done.")
    ('History of the U.S.', '1999, 223 p.', 'Done')
    """
    return text if OWN_STOP.search(text) else text.removesuffix(".").strip()


def _ends(text: str, listed: list[Token], at: int) -> bool:
    """Return whether the stop at `at` ends a sentence."""
    if at + 1 == len(listed):
        return True
    stop, following = listed[at], listed[at + 1]
    if following.start == stop.end or not _begins(following.text):
        return False
    if at == 0 or stop.text != ".":
        return True
    before = listed[at - 1].text
    if before == "p" and at > 1 and listed[at - 2].text[-1:].isdigit():
        return True  # "223 p." counts pages, "p. 223" names one
    if len(before) == 1 and before.isalpha():
        return False
    return not _is_abbreviation(before) and not _in_abbreviated_run(text, listed, at)


def _begins(sign: str) -> bool:
    return sign[0].isupper() or sign[0].isdigit() or sign in '([“„«"‘¿¡' or not sign.isascii()


def _is_abbreviation(word: str) -> bool:
    return fold(word) in lexicon("abbreviations")


def _in_abbreviated_run(text: str, listed: list[Token], at: int) -> bool:
    """Return whether the stop is one inside `Polit. Sci.`: short words that all end in stops."""
    before = listed[at - 1]
    short = len(before.text) < 6 and before.text[0].isupper()
    preceded = (
        at > 1 and listed[at - 2].text == "." and not text[listed[at - 2].end :].startswith("  ")
    )
    following = at + 2 < len(listed) and listed[at + 2].text == "." and len(listed[at + 1].text) < 7
    return short and preceded and following
