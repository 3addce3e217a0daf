"""Cut the lines of a reference list into single references.

Tried in order: numbers that count up, blank lines, hanging indents, one reference a
line, and at last lines that begin like a reference after one that ended.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from paracite.parsing.find import paragraphs
from paracite.parsing.likeness import looks_like_reference
from paracite.text import squeeze

NUMBER = re.compile(
    r"^\s*(?:\[(\d{1,4})\]|\((\d{1,4})\)|(\d{1,4})[.)\]]|(\d{1,4})\s{1,4}(?=\D))\s*\S"
)
HYPHEN = re.compile(r"(?<=[a-zß-öø-ÿ])[-‐\u00ad]$")
PAGE_NUMBER = re.compile(
    r"^\s*(?:\d{1,4}|[ivxlc]{1,7}|page \d+(?: of \d+)?|- ?\d+ ?-)\s*$", re.IGNORECASE
)
CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
START = re.compile(
    rf"^(?:[-–—_]{{2,}}|(?:(?:van|von|de|der|la|le|al|el|di|da|dos)\s+){{0,3}}{CAPITAL}[\w'’‐-]+"
    rf"(?:, ?{CAPITAL}| (?:{CAPITAL}\.|{CAPITAL}{{1,3}}[,.]))|(?:{CAPITAL}\.[\s-]?){{1,3}}{CAPITAL}[\w'’-]+)"
)
DATED = re.compile(
    r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)|\bn\. ?d\.|in press|doi|https?://", re.IGNORECASE
)
ENDED = re.compile(r"[.)\]\d]$|/\S*$")


@dataclass(frozen=True, slots=True)
class Printed:
    """One reference as printed, its lines joined, and the number of its first line."""

    text: str
    line: int


def segment(lines: Sequence[str], first_line: int = 1) -> tuple[Printed, ...]:
    """Cut the lines of a list into references; `first_line` is the number of the first."""
    kept = ["" if PAGE_NUMBER.match(line) else line.rstrip() for line in lines]
    starts = _numbered(kept) or _spaced(kept) or _hanging(kept) or _each(kept) or _begun(kept)
    return _cut(kept, starts, first_line)


def each_paragraph(lines: Sequence[str]) -> tuple[Printed, ...]:
    """Cut a bare list: a reference a paragraph, or a line where no blank line stands."""
    blocks = paragraphs(lines)
    if len(blocks) > 1:
        return _cut(list(lines), [start for start, _ in blocks], 1)
    return _cut(list(lines), [at for at, line in enumerate(lines) if line.strip()], 1)


def join(lines: Sequence[str]) -> str:
    """Join wrapped lines, undoing the hyphen at a line's end where a word goes on."""
    text = ""
    for line in filter(None, map(squeeze, lines)):
        if HYPHEN.search(text) and line[0].islower():
            text = HYPHEN.sub("", text) + line
        elif text.endswith(("/", "-", "–")) and (
            "://" in text.split()[-1] or text[-2:-1].isdigit()
        ):
            text += line
        else:
            text = f"{text} {line}" if text else line
    return text


def _cut(lines: list[str], starts: list[int], first_line: int) -> tuple[Printed, ...]:
    bounds = zip(starts, [*starts[1:], len(lines)], strict=True)
    joined = ((join(lines[a:b]), a) for a, b in bounds)
    return tuple(Printed(text, first_line + at) for text, at in joined if text)


def _numbered(lines: list[str]) -> list[int]:
    """Find the lines whose numbers count up from the first."""
    starts: list[int] = []
    expected = None
    for at, line in enumerate(lines):
        match = NUMBER.match(line)
        if not match:
            continue
        number = int(next(filter(None, match.groups())))
        if number in (range(2) if expected is None else range(expected, expected + 3)):
            starts.append(at)
            expected = number + 1
    filled = [at for at, line in enumerate(lines) if line.strip()]
    enough = (
        len(starts) > 1 and filled and starts[0] == filled[0] and len(filled) <= 12 * len(starts)
    )
    return starts if enough else []


def _spaced(lines: list[str]) -> list[int]:
    """Find paragraphs, where blank lines set references apart and not every line."""
    blocks = paragraphs(lines)
    texts = [join(lines[a:b]) for a, b in blocks]
    whole = [looks_like_reference(text) for text in texts]
    longer = any(b - a > 1 for a, b in blocks)
    good = len(blocks) > 1 and sum(whole) >= 0.7 * len(whole)
    return [a for a, _ in blocks] if good and (longer or _mostly_complete(texts)) else []


def _mostly_complete(texts: list[str]) -> bool:
    """Tell whether most texts begin with a capital letter and so are no broken lines."""
    begun = sum(text[:1].isupper() or not text[:1].isalpha() for text in texts)
    return begun >= 0.9 * len(texts)


def _hanging(lines: list[str]) -> list[int]:
    """Find the lines that stand further left than those that go on."""
    indents = [
        (at, len(line) - len(line.lstrip())) for at, line in enumerate(lines) if line.strip()
    ]
    if not indents:
        return []
    left = min(indent for _, indent in indents)
    starts = [at for at, indent in indents if indent <= left + 1]
    return (
        starts
        if 0.1 * len(indents) <= len(starts) < len(indents) and starts[0] == indents[0][0]
        else []
    )


def _each(lines: list[str]) -> list[int]:
    """Find single lines, where nearly every line is a whole reference with its date or DOI."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    whole = sum(looks_like_reference(lines[at]) for at in filled)
    dated = sum(bool(DATED.search(lines[at])) for at in filled)
    return filled if filled and min(whole / 0.8, dated / 0.9) >= len(filled) else []


def _begun(lines: list[str]) -> list[int]:
    """Find lines that begin like a reference after a line that ended like one."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    return filled[:1] + [
        at
        for before, at in pairwise(filled)
        if START.match(lines[at].lstrip()) and ENDED.search(lines[before])
    ]
