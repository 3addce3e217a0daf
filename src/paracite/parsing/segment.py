"""Cut the lines of a reference list into single references.

Numbers that count up are sure.  Else every layout that lists are printed in is tried
(blank lines, indents, one a line, short last lines), and the one whose pieces look
most like whole references is taken.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from paracite.parsing import labels
from paracite.parsing.find import paragraphs
from paracite.parsing.headings import GROUP, heads_group
from paracite.parsing.likeness import likeness, looks_like_reference
from paracite.parsing.shapes import CAPITAL, DATED, ENDED, LONGEST, START, begins_law
from paracite.text import squeeze

HYPHEN = re.compile(r"(?<=[a-zß-öø-ÿ])[-‐\u00ad]$")
PAGE_NUMBER = re.compile(
    r"^\s*(?:\d{1,4}|[ivxlc]{1,7}|page \d+(?: of \d+)?|- ?\d+ ?-)\s*$", re.IGNORECASE
)
BEGINNING = re.compile(rf"^(?:[^\w\s,;:)]*{CAPITAL}|[-–—_•*·]|[„“\"«¿¡]|[^\x00-\u024f])")
EXPECTING = re.compile(
    r"(?:[,:(–-]|\b(?:pp?|S|s|vol|no|n°|art|str|с|С|t|v|n)\.?)$"
)  #: a number behind it
LONGEST_HEADER = 70  #: characters of a running header
LONGEST_GROUP = 60  #: characters of the heading of a group of references
GROUP_SHARE = 0.5  #: of a usual paragraph's length that such a heading has at most
NEARLY_FULL, SHORT = 0.92, 0.75  #: share of the widest line
SHORTEST = 25
NEAR = 0.85  #: of the best layout's wholeness


@dataclass(frozen=True, slots=True)
class Printed:
    """One reference as printed, its lines joined, the number of its first line, and its key.

    A key in brackets (`[Lee03]`) or the dot of an unnumbered list is no part of the text.
    """

    text: str
    line: int
    key: str = ""


def segment(lines: Sequence[str], first_line: int = 1) -> tuple[Printed, ...]:
    """Cut the lines of a list into references; `first_line` is the number of the first."""
    at = _without_furniture(lines)
    kept = [lines[i].strip("\f").rstrip() if i >= 0 else "" for i in at]
    kept = _without_lone_labels(_without_groups(kept))
    cut = _cut_printed(kept, _starts(kept))
    return tuple(replace(printed, line=first_line + at[printed.line]) for printed in cut)


def each_paragraph(lines: Sequence[str]) -> tuple[Printed, ...]:
    """Cut a bare list: a reference a paragraph, or a line where no blank line stands.

    Lines of one paragraph whose labels count up are references of their own, and so are
    all that have a label where the first has one.
    """
    if starts := labels.numbered(lines) or labels.keyed(lines):
        return tuple(
            replace(printed, line=1 + printed.line) for printed in _cut_printed(lines, starts)
        )
    blocks = paragraphs(lines)
    single = [at for at, line in enumerate(lines) if line.strip()]
    if len(blocks) > 1:
        single = [
            start + at for start, stop in blocks for at in labels.numbered(lines[start:stop]) or [0]
        ]
    return tuple(replace(printed, line=1 + printed.line) for printed in _cut_printed(lines, single))


def _starts(lines: list[str]) -> list[int]:
    """Return the lines that begin a reference: by their labels, else by the likeliest layout."""
    return (
        labels.numbered(lines) or labels.keyed(lines) or labels.marked(lines) or _likeliest(lines)
    )


def _cut_printed(lines: Sequence[str], starts: Sequence[int]) -> list[Printed]:
    """Join the lines of each reference; its line is the place of the first."""
    cut = _cut(lines, starts)
    keyed = len(cut) > 1 and all(labels.key(text)[0] for text, _ in cut)
    is_marked = len(labels.marked([text for text, _ in cut])) > labels.MOST * len(cut)
    found = []
    for text, start in cut:
        key, rest = labels.key(text) if keyed else ("", text)
        found.append(Printed(labels.without_mark(rest) if is_marked else rest, start, key))
    return found


def _without_groups(lines: list[str]) -> list[str]:
    """Blank the headings of groups inside a list: "Primary sources", "UK cases".

    Such a heading stands where a reference has ended, and one begins behind it.
    """
    blocks = paragraphs(lines)
    lengths = sorted(sum(map(len, lines[a:b])) for a, b in blocks)
    usual = lengths[len(lengths) // 2] if lengths else 0
    alone = {a for a, b in blocks if b - a == 1 and len(lines[a]) <= GROUP_SHARE * usual}
    kept = list(lines)
    following = ""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    for before, at in reversed(list(pairwise([-1, *filled]))):
        ended = before < 0 or ENDED.search(lines[before].rstrip()) or _is_group(lines[before])
        if ended and following and _is_group(lines[at], alone=at in alone):
            kept[at] = ""
        else:
            following = lines[at].strip()
            following = following if _begins_one(following) else ""
    return kept


def _begins_one(line: str) -> bool:
    bare = labels.without(line)
    return bool(START.match(bare) or begins_law(bare) or bare != line)


def _is_group(line: str, *, alone: bool = False) -> bool:
    """Return whether a line heads a group: in known words, or in others where it stands alone."""
    text = squeeze(line)
    if len(text) > LONGEST_GROUP or not GROUP.match(text) or likeness(text):
        return False
    return heads_group(text) or (alone and "," not in text)


def _without_lone_labels(lines: list[str]) -> list[str]:
    """Put labels that stand on lines of their own, from the first on, before what follows them."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    lone = [at for at in filled if labels.ALONE.fullmatch(lines[at].strip())]
    if lone[:1] != filled[:1] or not labels.numbered([f"{lines[at]} x" for at in lone]):
        return lines
    kept = list(lines)
    for at, following in pairwise(filled):
        if at in lone and following not in lone:
            kept[at], kept[following] = "", f"{lines[at].strip()} {lines[following].strip()}"
    return kept


def join(lines: Sequence[str]) -> str:
    """Join wrapped lines, undoing the hyphen at a line's end where a word goes on."""
    pieces: list[str] = []
    last = ""
    for line in filter(None, map(squeeze, lines)):
        if HYPHEN.search(last[-2:]) and line[0].islower():
            pieces[-1] = last[:-1]
        elif pieces and not _goes_on(last, line):
            pieces.append(" ")
        pieces.append(line)
        last = line
    return "".join(pieces)


def _goes_on(line: str, following: str) -> bool:
    """Return whether a line breaks off inside an address, a range of numbers or a double name."""
    address = "://" in line.rpartition(" ")[2]
    if address and " " not in following and any(map(str.isdigit, following)):
        return not labels.NUMBER.match(following)
    if not line.endswith(("/", "-", "–")):
        return False
    return address or line[-2:-1].isdigit() or (line[-2:-1].isalpha() and following[0].isupper())


def _cut(lines: Sequence[str], starts: Sequence[int]) -> list[tuple[str, int]]:
    """Join the lines of each reference; give its text and its first line."""
    bounds = pairwise([*starts, len(lines)])
    joined = ((join(lines[a:b]), a) for a, b in bounds)
    return [(text, start) for text, start in joined if text]


def _without_furniture(lines: Sequence[str]) -> list[int]:
    """Return the lines that are no page number or header; -1 stands for a blank one between.

    Blank lines around these are the page's, but for one where a reference ends and
    another begins.
    """
    filled = [at for at, line in enumerate(lines) if line.strip()]
    on_edge = {at for pair in pairwise(filled) for at in pair if _is_edge(lines, pair)}
    headers = Counter(_header(lines[at]) for at in on_edge)
    kept: list[int] = []
    pending: list[int] = []  # blank lines and furniture since the last line of text
    broken = False
    for at, line in enumerate(lines):
        broken = broken or line.startswith("\f")
        is_header = at in on_edge and headers[_header(line)] > 1 and _header(line)
        if not line.strip() or _is_page_number(lines, at) or is_header:
            pending.append(at)
            broken = broken or bool(line.strip())
            continue
        if not broken:
            kept += pending
        elif kept and ENDED.search(lines[kept[-1]].rstrip()) and START.match(line.strip()):
            kept.append(-1)
        kept.append(at)
        pending, broken = [], False
    return kept


def _is_page_number(lines: Sequence[str], at: int) -> bool:
    """Return whether a line is a page's number, and not the end of the line before it."""
    before = lines[at - 1].rstrip() if at else ""
    return bool(PAGE_NUMBER.match(lines[at])) and not EXPECTING.search(before)


def _is_edge(lines: Sequence[str], pair: tuple[int, int]) -> bool:
    """Return whether a page ends at or between two lines."""
    return any(PAGE_NUMBER.match(lines[at]) for at in pair) or lines[pair[1]].startswith("\f")


def _header(line: str) -> str:
    """Return what a running header has in common with those of other pages, or `""`.

    One that could be the end of a reference must be the same to the last digit.
    """
    plain = squeeze(line).casefold()
    if len(plain) > LONGEST_HEADER or not any(map(str.isalpha, plain)):
        return ""
    worded = 2 * sum(map(str.isalpha, plain)) > len(plain) and not looks_like_reference(line)
    return re.sub(r"\d+", "0", plain) if worded else plain


def _likeliest(lines: list[str]) -> list[int]:
    """Try every layout; of those that come near the best the first wins, for it shows most plainly."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    if not filled:
        return []
    tried = [layout(lines, filled) for layout in LAYOUTS]
    usable = [starts for starts in tried if starts and starts[0] == filled[0]]
    whole = [_wholeness(lines, starts) for starts in usable]
    enough = max(whole) - (1 - NEAR) * abs(max(whole))
    return next(starts for starts, each in zip(usable, whole, strict=True) if each >= enough)


def _wholeness(lines: list[str], starts: list[int]) -> float:
    """Return how many of the lines stand in pieces that look like whole references."""
    pieces = (lines[a:b] for a, b in pairwise([*starts, len(lines)]))
    return sum(_is_whole(piece) * sum(map(bool, piece)) for piece in pieces)


def _is_whole(piece: list[str]) -> float:
    """Return how much a piece looks like one whole reference; more than one counts against."""
    filled = [line.strip() for line in piece if line.strip()]
    text = " ".join(filled)
    inner = sum(
        bool(ENDED.search(before) and (START.match(line) or begins_law(line)))
        for before, line in pairwise(filled)
    )
    main = bool(BEGINNING.match(text)) + bool(DATED.search(text))
    minor = bool(ENDED.search(text)) + (SHORTEST <= len(text) <= LONGEST)
    more = inner + max(0.0, len(text) / LONGEST - 1)
    return 0.35 * main + 0.15 * minor - 0.3 * more


def _spaced(lines: list[str], _: list[int]) -> list[int]:
    return [start for start, _ in paragraphs(lines)]


def _hanging(lines: list[str], filled: list[int]) -> list[int]:
    """Find the lines that stand further left than those that go on."""
    indents = _indents(lines, filled)
    left = min(indents.values())
    starts = [at for at, indent in indents.items() if indent <= left + 1]
    return starts if len(starts) < len(filled) else []


def _indented(lines: list[str], filled: list[int]) -> list[int]:
    """Find the lines that stand further right than those that go on."""
    indents = _indents(lines, filled)
    left = min(indents.values())
    return [at for at, indent in indents.items() if indent > left + 1]


def _indents(lines: list[str], filled: list[int]) -> dict[int, int]:
    return {at: len(lines[at]) - len(lines[at].lstrip()) for at in filled}


def _each(_: list[str], filled: list[int]) -> list[int]:
    return filled


def _begun(lines: list[str], filled: list[int]) -> list[int]:
    """Find lines that begin like a reference after one that ended, or that was left short."""
    widths = sorted(len(lines[at]) for at in filled)
    widest = widths[int(0.95 * (len(widths) - 1))]
    return filled[:1] + [
        at for before, at in pairwise(filled) if _begins(lines[before], lines[at].strip(), widest)
    ]


def _begins(before: str, line: str, widest: int) -> bool:
    """Return whether `line` begins a reference, by how much room the line before had left for it."""
    if not BEGINNING.match(line):
        return False
    used = (len(before) + 1 + len(line.split(" ", 1)[0])) / max(widest, 1)
    ended = bool(ENDED.search(before))
    return used < SHORT or (ended and (used < NEARLY_FULL or bool(START.match(line))))


LAYOUTS: tuple[Callable[[list[str], list[int]], list[int]], ...] = (
    _spaced,
    _hanging,
    _indented,
    _each,
    _begun,
)
