"""Cut the lines of a reference list into single references.

Numbers that count up are sure.  Else every layout that lists are printed in is tried
(blank lines, indents, one a line, short last lines), and the one whose pieces look
most like whole references is taken.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from paracite.parsing.find import CAPITAL, START, paragraphs
from paracite.parsing.likeness import looks_like_reference
from paracite.text import squeeze

NUMBER = re.compile(
    r"^\s*(?:\[(\d{1,4})\]|\((\d{1,4})\)|(\d{1,4})[.)\]](?!\d)|(\d{1,4})\s{1,4}(?=\D))\s*\S"
)
HYPHEN = re.compile(r"(?<=[a-zß-öø-ÿ])[-‐\u00ad]$")
PAGE_NUMBER = re.compile(
    r"^\s*(?:\d{1,4}|[ivxlc]{1,7}|page \d+(?: of \d+)?|- ?\d+ ?-)\s*$", re.IGNORECASE
)
BEGINNING = re.compile(rf"^(?:[^\w\s,;:)]*{CAPITAL}|[-–—_•*·]|[„“\"«¿¡]|[^\x00-\u024f])")
DATED = re.compile(
    r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)|\bn\. ?d\.|in press|doi|https?://", re.IGNORECASE
)
ENDED = re.compile(r"[.)\]\d>»”\"*]$|/\S*$")
LONGEST_HEADER = 70  #: characters of a running header
NEARLY_FULL, SHORT = 0.92, 0.75  #: share of the widest line
LONGEST = 600  #: characters of a usual reference
SHORTEST = 25
NEAR = 0.85  #: of the best layout's wholeness


@dataclass(frozen=True, slots=True)
class Printed:
    """One reference as printed, its lines joined, and the number of its first line."""

    text: str
    line: int


def segment(lines: Sequence[str], first_line: int = 1) -> tuple[Printed, ...]:
    """Cut the lines of a list into references; `first_line` is the number of the first."""
    at = _without_furniture(lines)
    kept = [lines[i].strip("\f").rstrip() if i >= 0 else "" for i in at]
    cut = _cut(kept, _numbered(kept) or _likeliest(kept))
    return tuple(Printed(text, first_line + at[start]) for text, start in cut)


def each_paragraph(lines: Sequence[str]) -> tuple[Printed, ...]:
    """Cut a bare list: a reference a paragraph, or a line where no blank line stands."""
    blocks = paragraphs(lines)
    single = [at for at, line in enumerate(lines) if line.strip()]
    starts = [start for start, _ in blocks] if len(blocks) > 1 else single
    return tuple(Printed(text, 1 + start) for text, start in _cut(lines, starts))


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
        return not NUMBER.match(following)
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
        if not line.strip() or PAGE_NUMBER.match(line) or is_header:
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


def _numbered(lines: list[str]) -> list[int]:
    """Find the lines whose numbers, all of one form, count up from the first."""
    starts: list[int] = []
    expected = form = None
    for at, line in enumerate(lines):
        match = NUMBER.match(line)
        if not match or (form and match.lastindex != form):
            continue
        number = int(match[match.lastindex or 0])
        if number in (range(2) if expected is None else range(expected, expected + 3)):
            starts.append(at)
            expected, form = number + 1, match.lastindex
    filled = [at for at, line in enumerate(lines) if line.strip()]
    enough = (
        len(starts) > 1 and filled and starts[0] == filled[0] and len(filled) <= 12 * len(starts)
    )
    return starts if enough else []


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
        bool(ENDED.search(before) and START.match(line)) for before, line in pairwise(filled)
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
