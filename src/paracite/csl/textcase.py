"""Text case: the values of CSL's `text-case`, on rich text.

Spans marked `NO_CASE` keep their case, and so do superscripts, subscripts and small
capitals in title case.

Source: CSL 1.0.2 specification, "Text-case" and "Title case conversion".
"""

import re
from collections.abc import Callable

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
KEPT_IN_TITLES = (
    marks.NO_CASE + marks.PLAIN + marks.SUPERSCRIPT + marks.SUBSCRIPT + marks.FIELD_SMALL_CAPS
)
QUOTES = marks.QUOTE + marks.INNER_QUOTE
SENTENCE_END = ":?!."
OPENING_SIGNS = "([{“‘«„\"'¿¡"

Change = Callable[[str], str]


def text_case(name: str) -> Change:
    """Return the function for a value of the `text-case` attribute."""
    return CASES.get(name, lambda rich: rich)


def lowercase(rich: str) -> str:
    """Make every letter small."""
    return _outside_kept(rich, marks.NO_CASE, str.lower)


def uppercase(rich: str) -> str:
    """Make every letter a capital."""
    return _outside_kept(rich, marks.NO_CASE, str.upper)


def capitalize_first(rich: str) -> str:
    """Make the first letter a capital, where it is a small one."""
    match = LETTER.search(rich)
    if match is None or _kept_at(rich, match.start(), marks.NO_CASE):
        return rich
    word = WORD.search(rich, match.start())
    if word and any(letter.isupper() for letter in word[0]):
        return rich  # `arXiv` is spelled so
    before = rich[: match.start()]
    if before.rstrip() and before.rstrip()[-1:].isdigit():
        return rich
    return before + match[0].upper() + rich[match.end() :]


def capitalize_all(rich: str) -> str:
    """Make the first letter of every word a capital."""
    return _each_word(
        rich, lambda word, *_: _capital(word) if word[1:] == word[1:].lower() else word
    )


def sentence(rich: str) -> str:
    """Sentence case: text all in capitals becomes small, then the first letter a capital."""
    if marks.plain(rich).isupper():
        rich = _outside_kept(rich, marks.NO_CASE, str.lower)
    return capitalize_first(rich)


def title(rich: str) -> str:
    """Title case in English: words become capitalised, stop words inside do not."""

    def change(word: str, following: str, first: bool, last: bool, hyphened: bool) -> str:  # noqa: FBT001  called by position
        bare = word if word.isalpha() else "".join(c for c in word if c.isalnum() or c in "-.")
        if len(bare) == 1 and not first:
            return word
        if _is_small(bare.lower(), following) and not (first or last or hyphened):
            return word.lower() if word[:1] + word[1:].lower() == word else word
        return _capital(word) if word[1:] == word[1:].lower() else word

    return _each_word(rich, change)


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


def _each_word(rich: str, change: Callable[[str, str, bool, bool, bool], str]) -> str:
    words = list(WORD.finditer(rich))
    out: list[str] = []
    position, ending = 0, ""
    plain = marks.plain if marks.ANY.search(rich) else str
    for index, match in enumerate(words):
        word, (start, end) = match[0], match.span()
        gap = plain(rich[position:start])
        first = (
            index == 0
            or rich[start - 1] in QUOTES
            or (gap.rstrip()[-1:] or ending or "-") in SENTENCE_END
            or (gap.strip() in ("—", "–") and gap[:1] == " ")
        )
        bare = plain(word)
        ending = "" if bare.endswith(".") and bare[:-1].lower() in STOP_WORDS else bare[-1]
        last = index == len(words) - 1 or bare[-1] in ":?!"
        kept = plain is marks.plain and _kept_at(rich, start, KEPT_IN_TITLES)
        hyphened = rich[end : end + 1] == "-" != rich[start - 1 : start]
        following = "" if index == len(words) - 1 else words[index + 1][0]
        changed = word if kept else change(word, following, first, last, hyphened)
        out += rich[position:start], changed
        position = end
    return "".join(out) + rich[position:]


CASES: dict[str, Change] = {
    "lowercase": lowercase,
    "uppercase": uppercase,
    "capitalize-first": capitalize_first,
    "capitalize-all": capitalize_all,
    "sentence": sentence,
    "title": title,
}
