"""The features of a reference's tokens, each group with the key that it depends on.

A group is computed once for each distinct key, in a list of thousands of references
too: `label` keeps what the model says of it, and training spells the groups out.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from paracite.parsing import vocabulary
from paracite.parsing.tokens import (
    EDGE,
    INITIAL,
    canonical,
    case,
    keyword,
    number,
    quotes,
    shape,
)

FAR = 3  #: tokens to each side that a token's features look at
STEPS = range(-FAR, FAR + 1)
NEAR = STEPS[1:-1]  #: the neighbours whose words are looked at
TELLING = ("id", "rt", "cf", "th", "jn", "pb", "ed", "tr", "pp", "vl", "sr", "en", "rp", "in", "mo")
LETTERS = "TJPLGF"  #: of the vocabulary; of equals the first counts
BRACKETS = re.compile(r"[^()\[\]]")
END = re.compile(r"[^\w]+$")
YEARS = frozenset(["year", "year()", "year+", "years"])
INSIDE = frozenset(["In", "in", "In:", "in:", "//"])
STRONG = (".", "?", "!", ":", ";")
EDGES = [""] * FAR  #: what stands around a reference


class Sign(NamedTuple):
    """What is seen on one token."""

    word: str
    role: str
    key: str
    kind: str
    case: str
    end: str
    quoted: str
    depth: int
    ends: bool  #: a stop or comma that belongs to no initial
    strong: bool  #: a stop, colon or semicolon that does
    paged: bool  #: pages, or a word that says so
    pairing: str  #: what its neighbours see of it, a line each
    form: str  #: the signs that words share, a line each


NOTHING = Sign(
    "", "", "", "", "", "", "", 0, ends=False, strong=False, paged=False, pairing="", form=""
)


@lru_cache(maxsize=65536)
def sign(token: str) -> Sign:
    """Give the signs of one token that its own and its neighbours' features are made of."""
    if not token:
        return NOTHING
    word = canonical(token)
    found = None if token[-1].isalnum() else END.search(token)
    end = found[0][:3] if found else ""
    role, key, kind, cased = (
        vocabulary.role(word),
        keyword(word),
        number(token),
        case(token.strip(EDGE)),
    )
    initial = "i" if INITIAL.fullmatch(token) else "-"
    quoted, bracket = quotes(token), "" if token.isalnum() else BRACKETS.sub("", token)[:2]
    return Sign(
        word or token,
        role,
        key,
        kind,
        cased,
        end,
        quoted,
        token.count("(") - token.count(")"),
        bool(end) and initial == "-",
        (end[:1] in STRONG and initial == "-") or end.startswith(")."),
        key == "pp" or kind == "range",
        f"{cased}\n{end}\n{key}\n{kind}\n{role}",
        f"{role}\n{key}\n{kind}\n{cased}\n{end}\n{quoted}\n{bracket}\n{initial}",
    )


Features = tuple[str, ...]
Key = tuple[str | int, ...]
Keys = Sequence[Key]
Kind = Callable[..., Features]


def features(listed: Sequence[str]) -> list[list[str]]:
    """Give the features of each token of a reference, to train on."""
    around = [sign(token) for token in (*EDGES, *listed, *EDGES)]
    rows = []
    for at, (token, *found) in enumerate(zip(listed, *keys(listed), strict=True)):
        seen = around[at : at + len(STEPS)]
        row = [
            each
            for step, near in zip(STEPS, seen, strict=True)
            for each in of_form(near.form, step)
        ]
        row += [
            each
            for step, near in zip(STEPS, seen, strict=True)
            for each in of_word(near.word, step)
        ]
        row += of_spelling(token)
        row += [each for kind, key in zip(KINDS, found, strict=True) for each in kind(*key)]
        rows.append(row)
    return rows


def of_form(form: str, step: int) -> Features:
    """Give the features that a token of this form has for the one `step` tokens before it."""
    if not form:
        return (f"{step}:edge",) if step else ()
    role, key, kind, cased, end, quoted, bracket, initial = form.split("\n")
    if not step:
        return (
            f"lx={role}",
            f"kw={key}",
            f"nm={kind}",
            f"cp={cased}{end}",
            f"q={quoted}",
            f"b={bracket}",
            f"lc={role}{cased}",
            f"lk={role}{key}",
            f"le={role}{end}",
            f"ne={kind}{end}",
            f"ie={initial}{end}",
        )
    common = (f"{step}:kn={key}{kind}", f"{step}:ce={cased}{end}")
    if abs(step) == FAR:
        return common
    return (*common, f"{step}:lx={role}{initial}", f"{step}:qb={quoted}{bracket}")


def of_word(word: str, step: int) -> Features:
    """Give the features that a word has for the token `step` tokens before it."""
    return (f"{step}:w={word}" if step else f"w={word}",) if word and step in NEAR else ()


def of_spelling(token: str) -> Features:
    """Give the features of how a token is written."""
    if not token:
        return ()
    core = token.strip(EDGE)
    return (
        f"sh={shape(token)}",
        f"fi={token[0] if not token[0].isalnum() else 'a'}",
        f"p3={core[:3]}",
        f"s3={core[-3:]}",
        f"s2={core[-2:]}",
        f"p4={core[:4]}",
        f"s4={core[-4:]}",
    )


def keys(listed: Sequence[str]) -> tuple[Keys, ...]:
    """Give what the other features of each token depend on, a sequence for each of `KINDS`."""
    signs = [sign(token) for token in listed]
    chunks = [
        *_chunked(signs, [s.ends for s in signs], "c"),
        *_chunked(signs, [s.strong for s in signs], "s"),
    ]
    pairs = [(a.pairing, b.pairing) for a, b in pairwise(signs)]
    return (
        [("", ""), *pairs][: len(signs)],
        _positions(len(signs)),
        _placed(listed, signs),
        *chunks,
    )


@lru_cache(maxsize=1024)
def _positions(count: int) -> Keys:
    return [(10 * at // count, min(at, 4), min(count - 1 - at, 4)) for at in range(count)]


def _placed(listed: Sequence[str], signs: Sequence[Sign]) -> Keys:
    """Say where in the reference each token stands: to its year, "In", pages, quotes, stops."""
    count = len(signs)
    year = next((i for i, s in enumerate(signs) if s.kind in YEARS), -1)
    early = "e" if 0 <= year < count / 2 else "l"
    inside = next((i for i in range(3, count) if listed[i] in INSIDE), count)
    pages = next((i for i, s in enumerate(signs) if s.paged), count)
    quoted = any("Q" in s.quoted for s in signs)
    rows, open_quote, depth, stops, since = [], False, 0, 0, 0
    for at, seen in enumerate(signs):
        open_quote = open_quote or "Q" in seen.quoted
        when = "n" if year < 0 else "b" if at < year else "y" if at == year else "a"
        within = "i" if at >= inside else "-"
        behind = "p" if at >= pages else "-"
        quote = f"{open_quote:d}{quoted:d}"
        rows.append(
            (when, early, within, behind, quote, min(depth, 1), min(stops, 5), min(since, 6))
        )
        if "q" in seen.quoted:
            open_quote = False
        depth = max(0, depth + seen.depth)
        stops, since = (stops + 1, 0) if seen.strong else (stops, since + 1)
    return rows


def _chunked(signs: Sequence[Sign], ends: Sequence[bool], level: str) -> tuple[Keys, Keys]:
    """Say what the tokens between two ends, of clauses or of sentences, have in common."""
    bounds = [0, *(at + 1 for at, end in enumerate(ends) if end)]
    if bounds[-1] < len(signs):
        bounds.append(len(signs))
    chunks = [signs[a:b] for a, b in pairwise(bounds)]
    kinds = ["start", *map(_chunk_kind, chunks), "end"]
    forms: list[Key] = []
    places: list[Key] = []
    for at, chunk in enumerate(chunks):
        length, first, last = len(chunk), chunk[0], chunk[-1]
        after = chunks[at + 1][0] if at + 1 < len(chunks) else None
        following = after.key + after.kind if after else "end"
        forms += [
            (level, *kinds[at : at + 3], following, chunks[at - 1][-1].end if at else "")
        ] * length
        remaining = min(len(chunks) - at, 4)
        places += [
            (level, min(length, 8), min(at, 4), remaining, first.case + first.key, last.end)
        ] * length
    return forms, places


def _chunk_kind(chunk: Sequence[Sign]) -> str:
    """Say what the words of a chunk mostly are, and its most telling keyword."""
    weights: dict[str, float] = {}
    for seen in chunk:
        if seen.role != "-":
            for letter in seen.role:
                weights[letter] = weights.get(letter, 0.0) + 1 / len(seen.role)
    most = max(LETTERS, key=lambda letter: weights.get(letter, 0.0)) if weights else "-"
    found = {seen.key for seen in chunk if seen.key != "-"}
    key = next((key for key in TELLING if key in found), "-") if found else "-"
    return f"{most}{key}{next((seen.kind for seen in chunk if seen.kind != '-'), '-')}"


def _of_pair(before: str, token: str) -> Features:
    if not before:
        return ()
    a, b = before.split("\n"), token.split("\n")
    return (f"pr={''.join(a[:4])}|{''.join(b[:4])}", f"pl={a[4]}{a[1]}|{b[4]}{b[0]}")


def _of_position(tenth: int, start: int, end: int) -> Features:
    return f"pos={tenth}", f"ab={start}", f"fe={end}"


def _of_place(
    when: str, early: str, within: str, behind: str, quote: str, depth: int, stops: int, since: int
) -> Features:
    return (
        f"yr={when}{early}",
        f"zone={within}{behind}{when}",
        f"qo={quote}",
        f"dp={depth}",
        f"ns={stops}",
        f"ds={since}{within}",
        f"nsyr={min(stops, 4)}{when}",
    )


def _of_chunk(level: str, before: str, kind: str, after: str, following: str, end: str) -> Features:
    return (
        f"{level}k={kind}",
        f"{level}f={kind}|{following}",
        f"{level}b={before}|{kind}",
        f"{level}a={kind}|{after}",
        f"{level}e={end}|{kind}",
    )


def _of_chunk_place(
    level: str, length: int, start: int, end: int, first: str, last: str
) -> Features:
    return f"{level}s={length}{last}{start}", f"{level}l={first}{last}{end}"


KINDS: tuple[Kind, ...] = (
    _of_pair,
    _of_position,
    _of_place,
    _of_chunk,
    _of_chunk_place,
    _of_chunk,
    _of_chunk_place,
)  #: what gives the features of each sequence of `keys`
