"""The trained labeller: a linear-chain CRF over the tokens of a printed reference.

Source: Lafferty, McCallum and Pereira, "Conditional Random Fields" (2001); the
training and what it was trained on are told in `model/card.md`.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import as_file, files
from itertools import groupby, pairwise
from typing import Any

from paracite.parsing import vocabulary
from paracite.parsing.parts import Part
from paracite.parsing.tokens import (
    EDGE,
    INITIAL,
    canonical,
    case,
    keyword,
    number,
    quotes,
    shape,
    tokens,
)

MODEL = "references.crfsuite"
FAR = 3  #: tokens to each side that a token's features look at
TELLING = ("id", "rt", "cf", "th", "jn", "pb", "ed", "tr", "pp", "vl", "sr", "en", "rp", "in", "mo")
BRACKETS = re.compile(r"[^()\[\]]")
END = re.compile(r"[^\w]+$")
YEARS = frozenset(["year", "year()", "year+", "years"])


def parse(text: str, *, weigh: bool = False) -> tuple[Part, ...]:
    """Label the parts of a printed reference of any style.

    With `weigh`, which takes twice the time, each part gets the lowest probability
    that its label has on any of its tokens.
    """
    listed = tokens(text)
    if not listed:
        return ()
    tagger = _tagger()
    labels = tagger.tag(features([token for token, _, _ in listed]))
    sure = [tagger.marginal(name, at) if weigh else 1.0 for at, name in enumerate(labels)]
    return _parts(text, listed, labels, sure)


def features(listed: Sequence[str]) -> list[list[str]]:
    """Give the features of each token of a reference, for training and for labelling."""
    signs = [_signs(token) for token in listed]
    placed, chunked = _placed(listed, signs), _chunked(signs)
    count = len(listed)
    rows = []
    for at, token in enumerate(listed):
        row = [*_own(token), *placed[at], *chunked[at]]
        for step in range(1, FAR + 1):
            row += _near(listed[at - step], -step) if at >= step else (f"{-step}:edge",)
            row += _near(listed[at + step], step) if at + step < count else (f"{step}:edge",)
        if at:
            row += _pair(listed[at - 1], token)
        rows.append(row)
    return rows


def _parts(
    text: str, listed: Sequence[tuple[str, int, int]], labels: Sequence[str], sure: Sequence[float]
) -> tuple[Part, ...]:
    """Join neighbouring tokens of one label."""
    found = []
    for label, run in groupby(range(len(listed)), key=labels.__getitem__):
        at = list(run)
        stretch = text[listed[at[0]][1] : listed[at[-1]][2]]
        found.append(Part(label, stretch, min(sure[i] for i in at)))
    return tuple(found)


@cache
def _tagger() -> Any:
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    with as_file(files("paracite.parsing") / "model" / MODEL) as path:
        tagger.open(str(path))
    return tagger


@lru_cache(maxsize=65536)
def _signs(token: str) -> tuple[str, ...]:
    """Give the signs of one token that its own and its neighbours' features are made of."""
    word = canonical(token)
    core = token.strip(EDGE)
    end = END.search(token)
    return (
        word or token,
        vocabulary.role(word),
        keyword(word),
        number(token),
        case(core),
        (end[0] if end else "")[:3],
        quotes(token),
        BRACKETS.sub("", token)[:2],
        "i" if INITIAL.fullmatch(token) else "-",
    )


@lru_cache(maxsize=65536)
def _own(token: str) -> tuple[str, ...]:
    word, role, key, kind, cased, end, quoted, bracket, initial = _signs(token)
    core = token.strip(EDGE)
    return (
        f"w={word}",
        f"lx={role}",
        f"kw={key}",
        f"nm={kind}",
        f"cp={cased}{end}",
        f"ss={shape(token)}",
        f"fi={token[0] if not token[0].isalnum() else 'a'}",
        f"q={quoted}",
        f"b={bracket}",
        f"p3={core[:3]}",
        f"s3={core[-3:]}",
        f"s2={core[-2:]}",
        f"lc={role}{cased}",
        f"lk={role}{key}",
        f"le={role}{end}",
        f"ne={kind}{end}",
        f"ie={initial}{end}",
    )


@lru_cache(maxsize=200000)
def _near(token: str, step: int) -> tuple[str, ...]:
    word, role, key, kind, cased, end, quoted, bracket, initial = _signs(token)
    common = (f"{step}:kn={key}{kind}", f"{step}:ce={cased}{end}")
    if abs(step) == FAR:
        return common
    more = (f"{step}:w={word}", f"{step}:lx={role}{initial}", f"{step}:qb={quoted}{bracket}")
    return common + more


@lru_cache(maxsize=200000)
def _pair(before: str, token: str) -> tuple[str, str]:
    a, b = _signs(before), _signs(token)
    return (
        f"pr={a[4]}{a[5]}{a[2]}{a[3]}|{b[4]}{b[5]}{b[2]}{b[3]}",
        f"pl={a[1]}{a[5]}|{b[1]}{b[4]}",
    )


def _chunked(signs: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Give the features that the tokens between two stops or commas have in common."""
    bounds = [0, *(at + 1 for at, sign in enumerate(signs) if sign[5] and sign[8] == "-")]
    if bounds[-1] < len(signs):
        bounds.append(len(signs))
    chunks = [signs[a:b] for a, b in pairwise(bounds)]
    kinds = [_chunk_kind(chunk) for chunk in chunks]
    rows: list[tuple[str, ...]] = []
    for at, chunk in enumerate(chunks):
        following = chunks[at + 1][0] if at + 1 < len(chunks) else ("", "", "", "end")
        before = kinds[at - 1] if at else "start"
        after = kinds[at + 1] if at + 1 < len(chunks) else "end"
        row = (
            f"ck={kinds[at]}",
            f"cf={kinds[at]}|{following[2]}{following[3]}",
            f"cb={before}|{kinds[at]}",
            f"ca={kinds[at]}|{after}",
            f"cs={min(len(chunk), 8)}{chunk[-1][5]}{min(at, 4)}",
            f"ce={chunk[0][4]}{chunk[0][2]}{chunk[-1][5]}{min(len(chunks) - at, 4)}",
        )
        rows += [row] * len(chunk)
    return rows


def _chunk_kind(chunk: Sequence[tuple[str, ...]]) -> str:
    """Say what the words of a chunk mostly are, and its most telling keyword."""
    weights = dict.fromkeys("TJPLGF", 0.0)
    for sign in chunk:
        for letter in sign[1].strip("-"):
            weights[letter] += 1 / len(sign[1])
    most = max(weights, key=weights.__getitem__) if any(weights.values()) else "-"
    keys = {sign[2] for sign in chunk}
    key = next((key for key in TELLING if key in keys), "-")
    number_kind = next((sign[3] for sign in chunk if sign[3] != "-"), "-")
    return f"{most}{key}{number_kind}"


def _placed(listed: Sequence[str], signs: Sequence[tuple[str, ...]]) -> list[list[str]]:
    """Give the features that tell where in the reference each token stands."""
    count = len(listed)
    year = next((i for i, s in enumerate(signs) if s[3] in YEARS), -1)
    early = "e" if 0 <= year < count / 2 else "l"
    inside = next(
        (i for i, s in enumerate(signs) if i > 2 and listed[i] in ("In", "in", "In:", "in:", "//")),
        count,
    )
    pages = next((i for i, s in enumerate(signs) if s[2] == "pp" or s[3] == "range"), count)
    quoted = any("Q" in s[6] for s in signs)
    rows, open_quote, depth, stops, since = [], False, 0, 0, 0
    for at, (token, sign) in enumerate(zip(listed, signs, strict=True)):
        open_quote = open_quote or "Q" in sign[6]
        when = "n" if year < 0 else "b" if at < year else "y" if at == year else "a"
        rows.append(
            [
                f"pos={10 * at // count}",
                f"ab={min(at, 4)}",
                f"fe={min(count - 1 - at, 4)}",
                f"yr={when}{early}",
                f"zone={'i' if at >= inside else '-'}{'p' if at >= pages else '-'}{when}",
                f"qo={open_quote:d}{quoted:d}",
                f"dp={min(depth, 1)}",
                f"ns={min(stops, 5)}",
                f"ds={min(since, 6)}{'i' if at >= inside else '-'}",
                f"nsyr={min(stops, 4)}{when}",
            ]
        )
        if "q" in sign[6]:
            open_quote = False
        depth = max(0, depth + token.count("(") - token.count(")"))
        strong = (sign[5][:1] in (".", "?", "!", ":", ";") and sign[8] == "-") or sign[
            5
        ].startswith(").")
        stops, since = (stops + 1, 0) if strong else (stops, since + 1)
    return rows
