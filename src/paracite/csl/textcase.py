"""Text case: the values of CSL's `text-case`, on rich text.

Spans marked `NO_CASE` keep their case, and so do superscripts, subscripts and small
capitals in title case.

Source: CSL 1.0.2 specification, "Text-case" and "Title case conversion".
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from paracite.csl import marks

STOP_WORDS = frozenset(
    """
a about above across afore after against al along alongside amid amidst among amongst an and
anenst apropos apud around as aside astride at athwart atop barring before behind below beneath
beside besides between beyond but by c ca circa d de despite down during et except for forenenst
from given in inside into lest like modulo near next nor notwithstanding of off on onto or out
over per plus pro qua sans since so than the through throughout thru thruout till to toward
towards under underneath until unto up upon v van versus via vis-à-vis von vs with within
without yet
""".split()  # noqa: SIM905  a list of words reads best as words
)
# Words that are small only before another: `according to`, but `The Far Side`.
STOP_PHRASES = {
    **dict.fromkeys(("according", "back", "close", "due", "prior", "pursuant"), "to"),
    **dict.fromkeys(("ahead", "because", "instead", "outside", "regardless", "that"), "of"),
    "apart": "from",
    "far": "from",
    "rather": "than",
    "such": "as",
    "where": "as",
}
_inside = rf"[^\s\-–—/{marks.SET}]+"
WORD = re.compile(rf"{_inside}(?:[{marks.SET}]+{_inside})*")
MARK = re.compile(f"([{marks.SET}])")
LETTER = re.compile(r"[^\W\d_]")
WORDS = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
ELIDED = re.compile(r"[^\W\d_]’[^\W\d_]")  #: `d’eau`, `o’clock`
DASHES = "-–—"
KEPT_IN_TITLES = (
    marks.NO_CASE + marks.PLAIN + marks.SUPERSCRIPT + marks.SUBSCRIPT + marks.FIELD_SMALL_CAPS
)
QUOTES = marks.QUOTE + marks.INNER_QUOTE
SENTENCE_END = ":?!"
TURKIC = ("tr", "az")  #: languages whose i has a dot as a capital too
TURKIC_UPPER, TURKIC_LOWER = str.maketrans("iı", "İI"), str.maketrans("Iİ", "ıi")
SHOUTED = 3  #: words all in capitals that are a sentence, and not `PLOS ONE`
OPENING_SIGNS = "([{“‘«„\"'¿¡"

Change = Callable[[str], str]


class Place(NamedTuple):
    """Where a word stands in a title."""

    first: bool  #: of the title or of a part of it
    last: bool  #: of the title, of a part of it, or before a hyphen
    after_stop: bool  #: behind a full stop, which may end a sentence or an abbreviation
    following: str  #: the next word


def text_case(name: str, language: str = "") -> Change:
    """Return the function for a value of the `text-case` attribute, for text in `language`."""
    if language.lower().startswith(TURKIC) and name in TURKIC_CASES:
        return TURKIC_CASES[name]
    return CASES.get(name, lambda rich: rich)


def lowercase(rich: str) -> str:
    """Make every letter small."""
    return _outside_kept(rich, marks.NO_CASE, str.lower)


def uppercase(rich: str) -> str:
    """Make every letter a capital."""
    return _outside_kept(rich, marks.NO_CASE, str.upper)


def capitalize_first(rich: str) -> str:
    """Make the first character a capital, where it is a small letter."""
    match = LETTER.search(rich)
    if match is None or _kept_at(rich, match.start(), marks.NO_CASE):
        return rich
    word = WORD.search(rich, match.start())
    if word and any(letter.isupper() for letter in word[0]):
        return rich  # `arXiv` is spelled so
    before = rich[: match.start()]
    if marks.plain(before).strip(OPENING_SIGNS + DASHES + " "):
        return rich
    return before + match[0].upper() + rich[match.end() :]


def capitalize_all(rich: str) -> str:
    """Make the first letter of every word a capital."""
    return _each_word(
        rich, lambda word, _place: _capital(word) if word[1:] == word[1:].lower() else word
    )


def sentence(rich: str) -> str:
    """Sentence case in English: words with a capital become small, then the first letter a capital.

    A word with capitals inside is a name or stands for several, and stays.
    """
    if marks.plain(rich).isupper():
        return capitalize_first(lowercase(rich))
    return capitalize_first(_outside_kept(rich, marks.NO_CASE, _uncapitalized))


def _uncapitalized(text: str) -> str:
    return WORDS.sub(lambda match: match[0].lower() if match[0].istitle() else match[0], text)


def title(rich: str) -> str:
    """Title case in English: words become capitalised, stop words inside do not.

    A sentence all in capitals is put in small letters first.
    """
    if rich.isupper() and sum(word.isalpha() for word in rich.split()) >= SHOUTED:
        rich = lowercase(rich)

    return _each_word(rich, _title_word)


def _title_word(word: str, place: Place) -> str:
    bare = word if word.isalpha() else "".join(c for c in word if c.isalnum() or c in "-.")
    if not place.first and (len(bare) == 1 or ELIDED.match(word)):
        return word
    if _is_small(bare.lower(), place.following) and not (place.first or place.last):
        as_it_is = place.after_stop or word[1:] != word[1:].lower()
        return word if as_it_is else word.lower()
    return _capital(word) if word[1:] == word[1:].lower() else word


def _is_small(word: str, following: str) -> bool:
    return word.rstrip(".") in STOP_WORDS or STOP_PHRASES.get(word) == following.lower()


def _capital(word: str) -> str:
    match = LETTER.search(word)
    if match is None or word[: match.start()].strip(OPENING_SIGNS + "’"):
        return word
    return word[: match.start()] + match[0].upper() + word[match.end() :]


def _outside_kept(rich: str, kept: str, change: Change) -> str:
    """Apply `change` to the text outside spans opened by a mark in `kept`."""
    if not marks.ANY.search(rich):
        return change(rich)
    out, stack = [], []
    for piece in MARK.split(rich):
        if piece and piece in marks.OPENING:
            stack.append(piece in kept)
        elif piece and piece in marks.CLOSING:
            stack.pop()
        elif not any(stack):
            piece = change(piece)  # noqa: PLW2901  the piece, changed
        out.append(piece)
    return "".join(out)


def _kept_at(rich: str, position: int, kept: str) -> bool:
    stack: list[bool] = []
    for match in marks.ANY.finditer(rich, 0, position):
        if match[0] in marks.OPENING:
            stack.append(match[0] in kept)
        elif match[0] in marks.CLOSING:
            stack.pop()
    return any(stack)


def _each_word(rich: str, change: Callable[[str, Place], str]) -> str:
    words = list(WORD.finditer(rich))
    out: list[str] = []
    position, before = 0, ""
    plain = marks.plain if marks.ANY.search(rich) else str
    for index, match in enumerate(words):
        word, (start, end) = match[0], match.span()
        gap, bare = plain(rich[position:start]), plain(word)
        sign = gap.rstrip()[-1:] or before[-1:]
        first = (
            index == 0
            or rich[start - 1] in QUOTES
            or sign in SENTENCE_END
            or (gap.strip() in ("—", "–") and gap[:1] == " ")
        )
        is_last = index == len(words) - 1
        hyphened = rich[end : end + 1] == "-" != rich[start - 1 : start]
        place = Place(
            first,
            is_last or hyphened or bare[-1] in SENTENCE_END,
            sign == ".",
            "" if is_last else words[index + 1][0],
        )
        kept = plain is marks.plain and _kept_at(rich, start, KEPT_IN_TITLES)
        out += rich[position:start], word if kept else change(word, place)
        position, before = end, bare
    return "".join(out) + rich[position:]


def _turkic_upper(rich: str) -> str:
    return _outside_kept(rich, marks.NO_CASE, lambda text: text.translate(TURKIC_UPPER).upper())


def _turkic_lower(rich: str) -> str:
    return _outside_kept(rich, marks.NO_CASE, lambda text: text.translate(TURKIC_LOWER).lower())


def _turkic_first(rich: str) -> str:
    changed = capitalize_first(rich)
    differs = next(
        (n for n, pair in enumerate(zip(rich, changed, strict=False)) if len({*pair}) > 1), None
    )
    if differs is None or rich[differs] != "i":
        return changed
    return f"{changed[:differs]}İ{changed[differs + 1 :]}"


TURKIC_CASES: dict[str, Change] = {
    "lowercase": _turkic_lower,
    "uppercase": _turkic_upper,
    "capitalize-first": _turkic_first,
}
CASES: dict[str, Change] = {
    "lowercase": lowercase,
    "uppercase": uppercase,
    "capitalize-first": capitalize_first,
    "capitalize-all": capitalize_all,
    "sentence": sentence,
    "title": title,
}
