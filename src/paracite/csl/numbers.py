"""Numbers: what is numeric, ordinals, roman numerals, page ranges.

Source: CSL 1.0.2 specification, "Number", "Ordinal suffixes", "Page Ranges".
"""

import re
from functools import lru_cache

from paracite.csl.locale import Locale
from paracite.fields.numerals import roman

THOUSANDS = r"(?<![\d,])\d{1,3}(?:,\d{3})+(?![\d,])"  #: one number, as `12,204,311`
GROUPED = re.compile(THOUSANDS)
# Small roman numerals that are no words and no letters of a list: up to 399, two signs or `i v x`.
_roman = r"(?=[ivx]|[lc][ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
UNIT = rf"(?:[A-Za-z]{{0,3}}(?:{THOUSANDS}|\d+)[A-Za-z]{{0,3}}|\b{_roman}\b)"
# What was matched is never tried in another way: a long list of numbers has too many of them.
_join = r"\s*+(?:\\-|--?|,\s*+and\b|[,;&–—]|\band\b)\s*+"
NUMERIC = re.compile(rf"\s*+(?>{UNIT})(?:{_join}(?>{UNIT}))*+\s*")
SPLIT = re.compile(r"\s*(\\-|(?<!\d),|,(?!\d{3}\b)|--?|[;&–—]|\band\b)\s*")
SEVERAL = re.compile(
    rf"(?:\d|\b{_roman}\b)[a-z]?\.?\s*"
    rf"(?:[,;&–—]|(?<!\\)--?|(?:[,;]\s*)?\b[^\W\d_]{{1,3}}\b)\s*(?={UNIT})"
)
PAGE_SPLIT = re.compile(r"(\s*(?:(?<!\d),|,(?!\d{3}\b)|[;&])\s*)")  #: but not at `1,234`
RANGE = re.compile(
    r"\s*([^\s\-–,&]*\d[^\s\-–,&]*|[ivxlcdm]+)\s*(?:--?|–)\s*([^\s\-–,&]*\d[^\s\-–,&]*|[ivxlcdm]+)\s*"
)
LONGEST_RANGE = 100  #: signs; the search tries each digit of a longer text as the last of a page
LONGEST_NUMBER = 18  #: digits of what is counted with; a longer one stays as it is
LEAD = re.compile(r"(.*?\D)??(\d+)(\D*)")


def is_numeric(text: str) -> bool:
    """Return whether text is numbers only, each perhaps with letters, as in `2nd, 4-6 & B12`."""
    return bool(NUMERIC.fullmatch(text))


def is_plural(text: str) -> bool:
    """Return whether a number or locator names several things: `2-4`, `3 & 5`, `3 et 5`."""
    return bool(SEVERAL.search(GROUPED.sub("1", text)))


def numbered(text: str, form: str, locale: Locale, gender: str = "") -> str:
    """Print a numeric text in a form of `cs:number`: each number in it is converted."""
    if not is_numeric(text):
        return text
    out = []
    for place, piece in enumerate(SPLIT.split(text.strip())):
        if place % 2:
            out.append(_separator(piece, locale))
        else:
            out.append(_converted(piece, form, locale, gender))
    return "".join(out)


def _separator(sign: str, locale: Locale) -> str:
    if sign in ("-", "--"):
        return locale.term("page-range-delimiter") or "–"
    if sign == "and":
        return f" {locale.term('and') or sign} "
    if sign == "&":
        return f" {locale.ampersand} "
    return {"\\-": "-", "—": "–", "–": "–", ",": ", ", ";": "; "}[sign]


def _converted(piece: str, form: str, locale: Locale, gender: str) -> str:
    if not piece.isdecimal() or len(piece) > LONGEST_NUMBER:
        return piece
    number = int(piece)
    if form == "ordinal":
        return ordinal(number, locale, gender)
    if form == "long-ordinal":
        return long_ordinal(number, locale, gender)
    return roman(number) if form == "roman" else piece


def ordinal(number: int, locale: Locale, gender: str = "") -> str:
    """Return an ordinal as the locale writes it: 1st, 11th, 2º."""
    for wanted in dict.fromkeys((gender, "", "feminine")):  # as editions are, if nothing is said
        term = _ordinal_term(number, locale, wanted)
        if term is not None:
            return f"{number}{term}"
    return str(number)


def _ordinal_term(number: int, locale: Locale, gender: str) -> str | None:
    for digits, rule in ((100, "last-two-digits"), (10, "last-digit")):
        found = locale.ordinals.get((f"ordinal-{number % digits:02d}", gender))
        default = "last-digit" if digits == 10 else "last-two-digits"
        if found is None:
            continue
        match = found.match or default
        if match == "whole-number" and number != number % digits:
            continue
        if match == "last-two-digits" and rule == "last-digit" and number >= 10:
            continue
        return found.single
    found = locale.ordinals.get(("ordinal", gender))
    return found.single if found else None


def long_ordinal(number: int, locale: Locale, gender: str = "") -> str:
    """Return an ordinal in words, up to ten: first, second."""
    for wanted in dict.fromkeys((gender, "")):
        found = locale.ordinals.get((f"long-ordinal-{number:02d}", wanted))
        if found:
            return found.single
    return ordinal(number, locale, gender)


@lru_cache(maxsize=65536)
def pages(text: str, form: str, dash: str, ampersand: str = "&") -> str:
    """Print pages: every range with the locale's dash, its end as `page-range-format` has it.

    >>> pages("321-328, 401", "minimal", "–")
    '321–8, 401'
    """
    parts = PAGE_SPLIT.split(text)
    for place in range(0, len(parts), 2):
        parts[place] = _page_range(parts[place], form, dash)
    for place in range(1, len(parts), 2):
        sign = parts[place].strip()
        parts[place] = f" {ampersand} " if sign == "&" else f"{sign} "
    return "".join(parts)


def _page_range(text: str, form: str, dash: str) -> str:
    if "\\-" in text:
        return text.replace("\\-", "-")
    match = RANGE.fullmatch(text) if len(text) <= LONGEST_RANGE else None
    if match is None:
        return (
            re.sub(r"(?<=\d)\s*(?:--?|–)\s*(?=\d)", dash, text)
            if form
            else re.sub(r"\s*(?<!-)-(?!-)\s*|--", dash, text)
            if re.search(r"\d", text)
            else text
        )
    start, end = match.groups()
    short = _end(start, end, form)
    return f"{start}{dash}{short}" if short else f"{start}-{end}"


def _end(start: str, end: str, form: str) -> str:
    """Return the end of a range as `form` has it, or `""` where the two do not belong together."""
    first, last = LEAD.fullmatch(start), LEAD.fullmatch(end)
    if not first or not last or first[3] or last[3]:
        return end
    prefix, a, b = first[1] or "", first[2], last[2]
    if (last[1] or "") != prefix:
        return ""
    plain = (prefix or "p").isalpha()  # not so in `1.1-1.5`, `45:3-45:9`
    return _shortened(prefix, a, b, form) or end if form and plain and a != b else end


def _shortened(prefix: str, a: str, b: str, form: str) -> str:
    """Return the end of a range of numbers as `form` has it, `""` for one that runs backwards.

    `280-30` does: it is no short form of 280-230.
    """
    full = a[: max(0, len(a) - len(b))] + b
    if int(full) < int(a):
        return ""
    if form == "expanded" or len(a) != len(full):
        return prefix + full
    if form.startswith("minimal"):
        return _changed(a, full, 2 if form == "minimal-two" else 1)
    return _chicago(a, full, form)


def _changed(a: str, b: str, least: int) -> str:
    """Return the digits of `b` from the first that differs from `a`, at least `least` of them."""
    same = next((n for n, (x, y) in enumerate(zip(a, b, strict=True)) if x != y), 0)
    return b[min(same, max(0, len(b) - least)) :]


def _chicago(a: str, b: str, form: str) -> str:
    """Shorten by the Chicago Manual: whole below 100 and after hundreds, else two digits or more."""
    number = int(a)
    if number < 100 or number % 100 == 0:
        return b
    if number % 100 < 10:
        return _changed(a, b, 1)
    short = _changed(a, b, 2)
    return b if form != "chicago-16" and len(a) == 4 and len(short) > 2 else short
