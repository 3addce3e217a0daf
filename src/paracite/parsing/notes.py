"""What a number of a list holds: one work, several, or only a word on a work cited before.

Sources for the forms: The Bluebook, rules 1.2 (signals) and 4 (short citations); OSCOLA, part 1.2;
DIN ISO 690, annex B.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from paracite.parsing import labels
from paracite.parsing.find import is_entry, is_running
from paracite.parsing.likeness import likeness
from paracite.parsing.shapes import DATED, START, begins_law

SIGNAL = re.compile(
    r"^(?:(?:but\s+)?(?:see|cf\.?|compare|accord|contra)(?:\s+(?:also|generally|especially|further|esp\.))?(?:,?\s*e\.?\s?g\.?,?)?"
    r"|e\.\s?g\.,?|(?:siehe|vgl\.|vergleiche|s\.)(?:\s+(?:auch|dazu|hierzu|etwa|insb(?:esondere|\.)))*(?:,?\s*z\.\s?B\.,?)?"
    r"|voir(?:\s+(?:aussi|notamment|par exemple))?,?|v\.\s+aussi|cfr\.?|véase(?:\s+también)?|vid\.?|ver(?:\s+(?:também|también))?,?|si veda|zie(?:\s+ook)?"
    r"|por todos,?|см\.(?:\s+также)?|zob\.|viz|bkz\.|se(?:\s+også)?|lihat)[:,]?\s+(?=[^\W\d_]{2}|[“\"«„(])",
    re.IGNORECASE,
)
SHORT = re.compile(
    r"^(?:ibid(?:em)?|id\.|idem|eadem|loc\.\s?cit|op\.\s?cit|supra|infra|ebd\.?|ebenda|a\.\s?a\.\s?O|там же|tamże|dies\.|ders\.|aynı yer)(?!\w)"
    r"|\b(?:supra|infra)\s+(?:n\.?|note|notes|part|section|text|pp?\.|at)\b|\bop\.\s?cit\b|\bloc\.\s?cit\b|\ba\.\s?a\.\s?O\."
    r"|\b(?:above|below)\s+(?:n\.?|note)\s+\d|\(n\s\d+\)|\boben\s+(?:Anm|Fn)\b|\bprécit[ée]|\bcit\.,\s+(?:p|s)\.|указ\.\s?соч",
    re.IGNORECASE,
)
LETTER = re.compile(r"(?:^|(?<=[.;,)\]\d])\s*|\s)\(?([a-k])\)\s*(?=[^\W\d_a-z]|[“\"„«(])")
BETWEEN = re.compile(r";\s+(?=(?:but\s+see|see|cf|vgl|voir|and)\b|[^\W\d_a-z])")
LONGEST_SHORT = 200  #: characters of a short citation
MARKED = re.compile(r"\[[A-Z](?:/OL|B/OL)?\]|[“„«「『]|[\u4e00-\u9fff]{4}|://")
FEWEST_NOTES = 0.1  #: share of a list that cites again or has a signal, where it is one of notes
WEAKEST = 2  #: signs, weighted, that a reference without a date has at least
FEWEST_WORDS = 5  #: of a work cited among others in a note


@dataclass(frozen=True, slots=True)
class Cited:
    """What one number of a list holds: the works printed in it, and what is none, and why."""

    works: tuple[str, ...]
    left_out: str = ""
    why: str = ""


def cited(text: str, *, notes: bool) -> Cited:
    """Return the works in one number of a list, each without the signal before it.

    `notes` says that the list is one of notes, where a number may cite several works
    with semicolons between, or none.
    """
    label, bare = _parted(text)
    if lettered := _lettered(bare):
        return Cited(lettered)
    if is_short(bare):
        return Cited((), bare, "cites a work again")
    if not is_reference(text):
        return Cited((), bare, "does not look like a reference")
    if not notes:
        return Cited((text,))
    works = tuple(_without_signal(part) for part in _separated(bare))
    return Cited((label + works[0], *works[1:]))


def are_notes(texts: Sequence[str]) -> bool:
    """Return whether a list is one of notes: some of its numbers cite again or begin with a signal."""
    bare = [labels.without(text) for text in texts]
    alike = sum(
        is_short(text) or bool(SIGNAL.match(text) and not START.match(text)) for text in bare
    )
    return alike > FEWEST_NOTES * len(texts)


def is_short(text: str) -> bool:
    """Return whether a text only points to a work cited elsewhere: "Ibid., 45", "Lee, supra note 3"."""
    return len(text) <= LONGEST_SHORT and bool(SHORT.search(text)) and not DATED.search(text)


def is_reference(text: str) -> bool:
    """Return whether a text of a list may be a reference, by its weakest signs."""
    bare = labels.without(text)
    if START.match(bare) or begins_law(bare):
        return True
    if is_running(bare) and not is_entry(bare):
        return False  # running text
    return likeness(text) >= WEAKEST or bool(DATED.search(bare)) or bool(MARKED.search(bare))


def _parted(text: str) -> tuple[str, str]:
    bare = labels.without(text)
    return text[: len(text) - len(bare)], bare


def _lettered(text: str) -> tuple[str, ...]:
    """Return the works that are marked (a), (b), (c) in one number, or `()`."""
    found = list(LETTER.finditer(text))
    counting = [
        match for match, letter in zip(found, "abcdefghijk", strict=False) if match[1] == letter
    ]
    if len(counting) < 2 or counting[0].start() > 1 or len(counting) < len(found):
        return ()
    ends = [match.start() for match in counting[1:]] + [len(text)]
    return tuple(text[match.end() : end].strip() for match, end in zip(counting, ends, strict=True))


def _separated(text: str) -> list[str]:
    """Cut a note at the semicolons that stand between two works."""
    cuts = [0]
    for match in BETWEEN.finditer(text):
        before, behind = text[cuts[-1] : match.start()], text[match.end() :]
        if _is_work(before) and _is_work(behind.split("; ", 1)[0]):
            cuts.append(match.end())
    return [text[a:b].rstrip("; ") for a, b in pairwise([*cuts, len(text) + 2])]


def _is_work(text: str) -> bool:
    return bool(DATED.search(text)) and len(text.split()) > FEWEST_WORDS


def _without_signal(text: str) -> str:
    match = SIGNAL.match(text)
    return text[match.end() :] if match and not START.match(text) else text
