"""The headings of reference lists: what they say in sixty languages, however they are set."""

import re
from functools import cache, lru_cache

from paracite.fields.lexicons import lexicon
from paracite.parsing.likeness import looks_like_reference
from paracite.parsing.shapes import CAPITAL
from paracite.text import fold, squeeze

TAGS = re.compile(
    r"<[^<>]*>|\{[#.][^{}]*\}|\\\w+\*?\{|\^?\[\s*(?:edit|modifier|bearbeiten|editar|править)\s*\]"
)
LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
NUMBERED = re.compile(
    r"^(?:(?:chapter|part|section|kapitel|capitulo|chapitre|capitolo|bab)\b)?[\W\d_]*"
)
LETTERED = re.compile(r"^(?:[ivx]+|[a-z])(?:[.:)]\s*|\s+[-–]\s+)[\W\d_]*|^[ivx]+\s+")
OF_A_PART = re.compile(
    r"\s(?:for|in|to|of|cited in)\s(?:the\s)?(?:appendix|chapter|section|part|introduction|text|this).*$"
)
IN_BRACKETS = re.compile(r"\s*[(\[（【][^()\[\]]*[)\]）】]\s*$")
ALSO = re.compile(
    rf"^[\W\d_]*{CAPITAL}[^()（）]*[(（]([^()（）]+)[)）][\s*#:]*$"
)  #: the same in other words
JOINTS = re.compile(
    r"\s+(?:and|und|et|y|e|i|en|och|og|ja|es|a|ve|dan|και|и|та|і|și|si|eta|și|va)\s+|\s*[&/,;|·•–—+-]\s+|\s*/\s*|与|與|及|和|・"
)
RUN_IN = re.compile(r"^(\W*[^\W\d_][^:.\d—–]{2,40}?)\s*(?:[:.—–][\s*_:.—–]*|\*\*[\s:.—–]+)(?=\S)")
RULE = re.compile(
    r"^\s*([-=_*~.·—])(?:\s?\1){2,}\s*$"
)  #: a line drawn under a heading or between parts
GROUP = re.compile(rf"^(?:(?:\d+(?:\.\d+)*|[A-Z]|[IVX]+)[.):]\s+)?({CAPITAL}[^\d\[\]]*?):?$(?<!\.)")
LONGEST = 70  #: characters of a heading
SPACED = 5  #: letters that stand apart, fewest that make a word


@lru_cache(maxsize=4096)
def is_heading(line: str) -> bool:
    """Return whether a line is a reference list's heading, whatever its number and marks."""
    if len(line) > 3 * LONGEST or not line.strip():
        return False
    plain = _plain(line)
    if not plain or len(plain) > LONGEST:
        return False
    known = _known()
    within = ALSO.match(line)
    if within and is_heading(within[1]):
        return True
    return any(
        form in known or _is_joined(form)
        for form in (plain, OF_A_PART.sub("", plain), _unspaced(plain))
    )


def run_in(line: str) -> str:
    """Return what follows a heading on its own line, where it is a reference; else `""`."""
    match = RUN_IN.match(line[: 3 * LONGEST])
    if not match or not is_heading(match[1]):
        return ""
    rest = line[match.end() :]
    return rest if looks_like_reference(rest) else ""


def heads_group(line: str) -> bool:
    """Return whether a line says in known words what group of references follows: "UK cases"."""
    match = GROUP.match(squeeze(line))
    return match is not None and fold(match[1]) in lexicon("group_headings")


def _plain(line: str) -> str:
    """Return the words of a heading without its marks, number and what stands in brackets."""
    words = fold(squeeze(LINK.sub(r"\1", TAGS.sub("", line)))).strip()
    bare = words.strip("[]()【】") if IN_BRACKETS.sub("", words) == "" else words
    bare = IN_BRACKETS.sub("", bare)
    bare = NUMBERED.sub("", LETTERED.sub("", NUMBERED.sub("", bare)))
    return bare.strip(" \t#=*_:.·|¶§~-–—}{[]()【】«»<>،：。、\u200f\u200e")


def _is_joined(words: str) -> bool:
    """Return whether a heading is made of two or three that are known."""
    parts = [part.strip() for part in JOINTS.split(words) if part.strip()]
    return 1 < len(parts) <= 3 and all(part in _known() or part in _companions() for part in parts) and any(part in _known() for part in parts)  # fmt: skip


def _unspaced(words: str) -> str:
    letters = words.split()
    apart = len(letters) >= SPACED and all(len(letter) == 1 for letter in letters)
    return "".join(letters) if apart else words


@cache
def _known() -> frozenset[str]:
    return frozenset(map(fold, lexicon("list_headings")))


@cache
def _companions() -> frozenset[str]:
    return frozenset(map(fold, lexicon("heading_companions")))
