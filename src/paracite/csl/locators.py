"""Locators as writers type them: `12`, `p. 5`, `chap. 1, p. 10`, `vol. 2, pp. 5–7`, `§ 3`.

Source: CSL 1.0.2 specification, appendix IV, "Locators" (the labels); that a locator may bring
labels of its own is the practice of citeproc-js and pandoc.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from paracite.csl.locale import Locale

PAGE = "page"  #: what a locator without a label counts
# The labels of CSL 1.0.2, and what they are shortened to beside the locale's own terms.
LABELS: dict[str, tuple[str, ...]] = {
    "act": (),
    "appendix": ("app.", "apps.", "appx."),
    "article-locator": ("article", "art.", "arts."),
    "book": ("bk.", "bks."),
    "canon": (),
    "chapter": ("chap.", "chaps.", "ch.", "chs."),
    "column": ("col.", "cols."),
    "elocation": (),
    "equation": ("eq.", "eqs.", "eqn."),
    "figure": ("fig.", "figs."),
    "folio": ("fol.", "fols."),
    "issue": ("number", "no.", "nos."),
    "line": ("l.", "ll.", "lines"),
    "note": ("n.", "nn.", "notes", "fn."),
    "opus": ("op.",),
    "page": ("p.", "pp.", "pages", "pg."),
    "paragraph": ("para.", "paras.", "par.", "¶", "¶¶"),
    "part": ("pt.", "pts."),
    "rule": (),
    "scene": ("sc.",),
    "section": ("sec.", "secs.", "sect.", "§", "§§"),
    "sub-verbo": ("s.v.", "s.vv.", "sub verbo"),
    "supplement": ("supp.", "suppl."),
    "surah": (),
    "table": ("tab.", "tbl."),
    "timestamp": (),
    "title-locator": ("tit.",),
    "verse": ("v.", "vv.", "verses"),
    "version": (),
    "volume": ("vol.", "vols."),
}
FORMS = ("long", "short", "symbol")
SIGN = re.compile(r"[^\w.]+")  #: a label that is a sign needs no space after it
NUMBERS = re.compile(r"[\d\s,;:–-]*")
ENDS = re.compile(r"[\s,;:]*\Z")


class Located(NamedTuple):
    """A place in a work: what is counted, where, and what stands before it in a list of places."""

    label: str = PAGE
    value: str = ""
    joined: str = ""


def parse(text: str, label: str, locale: Locale) -> tuple[Located, ...]:
    """Return the places a locator names; what has no label of its own counts `label`.

    Labels are read in English and in the locale's language, in any form and number.
    """
    if NUMBERS.fullmatch(text):  # nothing in it can be a label
        bare = ENDS.sub("", text)
        return (Located(label, bare),) if bare else ()
    spellings, pattern = _spellings(locale)
    places: list[Located] = []
    position, joined = 0, ""
    matches = [match for match in pattern.finditer(text) if _labels_a_value(text, match)]
    for match in (*matches, None):
        end = match.start() if match else len(text)
        if value := text[position:end]:
            ends = ENDS.search(value)
            bare = value[: ends.start()] if ends else value
            if bare:
                places.append(Located(label, bare, joined))
                joined = value[len(bare) :]
        if match:
            label, position = spellings[_spelled(match[1])], match.end()
    return tuple(places)


def _labels_a_value(text: str, match: re.Match[str]) -> bool:
    """Return whether something follows a label that it may count, and not the next label."""
    after = text[match.end() : match.end() + 1]
    return bool(after) and (after.isalnum() or after in "[(–-$")


@lru_cache(maxsize=64)
def _spellings_of(terms: tuple[tuple[str, str], ...]) -> tuple[dict[str, str], re.Pattern[str]]:
    spellings: dict[str, str] = {}
    for spelling, label in terms:
        spellings.setdefault(_spelled(spelling), label)
    longest = sorted({spelling for spelling, _label in terms if spelling}, key=len, reverse=True)
    pattern = "|".join(map(_pattern, longest))
    return spellings, re.compile(rf"(?:(?<=[\s,;:])|\A)({pattern})", re.IGNORECASE)


def _spellings(locale: Locale) -> tuple[dict[str, str], re.Pattern[str]]:
    return _spellings_of(tuple(_terms(locale)))


def _terms(locale: Locale) -> Iterable[tuple[str, str]]:
    """Yield the spellings of all labels, the locale's first."""
    for label in LABELS:
        for form in FORMS:
            term = locale.terms.get((label, form))
            if term:
                yield term.single.strip(), label
                yield term.multiple.strip(), label
    for label, short in LABELS.items():
        for spelling in (label, f"{label}s", *short):
            yield spelling, label


def _pattern(spelling: str) -> str:
    """Return what matches a spelling and the space after it; a full stop may be left out."""
    bare = spelling.removesuffix(".")
    if SIGN.fullmatch(bare):
        return rf"{re.escape(bare)}\s*"
    if len(bare) == 1 and spelling != "p.":  # `a 5` says nothing
        return rf"{re.escape(bare)}\.\s*"
    return rf"{re.escape(bare)}(?:\.\s*|\s+)"


def _spelled(text: str) -> str:
    return text.strip().rstrip(".").casefold()
