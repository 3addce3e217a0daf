"""The signs seen on a token, and the features that it gives itself and its neighbours.

A feature is computed once for each distinct form, word or spelling, in a list of
thousands of references too: `label` keeps what the model says of it, and training
spells the features out.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from paracite.parsing import vocabulary
from paracite.parsing.tokens import (
    EDGE,
    INITIAL,
    ROLES,
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
KEYS = ("-", *ROLES, "mo")
CASES = "-UCSl"
KINDS = (
    *("-", "year()", "year", "year+", "years", "range", "roman", "doi", "url", "mixed"),
    *("n1", "n2", "n3", "n4", "n5"),
)
AT = {name: at for names in (KEYS, CASES, KINDS) for at, name in enumerate(names)}
LETTERS = "TJPLGF"  #: of the vocabulary; of equals the first counts
SHARED = 60  #: by the letters of a word; a whole number for one to five of them
BRACKETS = re.compile(r"[^()\[\]]")
END = re.compile(r"[^\w]+$")
INSIDE = frozenset(["In", "in", "In:", "in:", "//"])
STRONG = (".", "?", "!", ":", ";")

Features = tuple[str, ...]


class Numbers(NamedTuple):
    """What is seen on a token, in numbers."""

    key: int  #: in `KEYS`
    kind: int  #: in `KINDS`
    case: int  #: in `CASES`
    ends: bool  #: a stop or comma that belongs to no initial
    strong: bool  #: a stop, colon or semicolon that does
    paged: bool  #: pages, or a word that says so
    inside: bool  #: "In"
    opens: bool  #: a quotation
    closes: bool
    depth: int  #: brackets that it opens, less those that it closes
    letters: tuple[int, ...]  #: how much each of `LETTERS` holds for it


class Sign(NamedTuple):
    """What is seen on one token."""

    word: str
    end: str
    pairing: str  #: what its neighbours see of it, a line each
    form: str  #: the signs that words share, a line each
    numbers: Numbers


def sign(token: str) -> Sign:
    """Return the signs of one token that its own and its neighbours' features are made of."""
    word = canonical(token)
    found = None if token[-1].isalnum() else END.search(token)
    end = found[0][:3] if found else ""
    role, key, kind = vocabulary.role(word), keyword(word), number(token)
    cased = case(token.strip(EDGE))
    initial = bool(INITIAL.fullmatch(token))
    quoted, bracket = quotes(token), "" if token.isalnum() else BRACKETS.sub("", token)[:2]
    numbers = Numbers(
        AT[key],
        AT[kind],
        AT[cased],
        ends=bool(end) and not initial,
        strong=(end[:1] in STRONG and not initial) or end.startswith(")."),
        paged=key == "pp" or kind == "range",
        inside=token in INSIDE,
        opens="Q" in quoted,
        closes="q" in quoted,
        depth=token.count("(") - token.count(")"),
        letters=_letters(role),
    )
    return Sign(
        word or token,
        end,
        f"{cased}\n{end}\n{key}\n{kind}\n{role}",
        f"{role}\n{key}\n{kind}\n{cased}\n{end}\n{quoted}\n{bracket}\n{'i' if initial else '-'}",
        numbers,
    )


@lru_cache
def _letters(role: str) -> tuple[int, ...]:
    return tuple(SHARED // len(role) * (letter in role) for letter in LETTERS)


def of_form(form: str, step: int) -> Features:
    """Return the features that a token of this form has for the one `step` tokens before it.

    The form `""` is that of what stands around a reference.
    """
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
    """Return the features that a word has for the token `step` tokens before it."""
    return (f"{step}:w={word}" if step else f"w={word}",) if word and step in NEAR else ()


def of_spelling(token: str) -> Features:
    """Return the features of how a token is written."""
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
