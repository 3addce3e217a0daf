"""Find the reference list in a text: from its heading to where something else begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from paracite.fields.lexicons import lexicon
from paracite.parsing.likeness import looks_like_reference
from paracite.text import fold, squeeze

HEADING_MARKS = re.compile(r"^[\W\d_]*(?:[ivx]+\.\s+|[a-z]\.\s+)?|[\W_]+$")
OWN_DOI = re.compile(
    r"^\s*(?:article\s+)?doi\s*:?\s*(?:https?://\S+/)?10\.\d{4,9}/\S+\s*$", re.IGNORECASE
)
LONGEST_HEADING = 60  #: characters
MOST_REFERENCES = 0.7  #: share of paragraphs that makes a text without a heading a list


@dataclass(frozen=True, slots=True)
class Found:
    """The lines of one reference list; `start` is the number of its first line, from 1."""

    start: int
    lines: tuple[str, ...]


def find(text: str) -> tuple[Found, ...]:
    """Find every reference list in `text`, in order; none gives `()`.

    A text without a heading is a list where nearly all its paragraphs look like
    references.
    """
    lines = text.splitlines()
    starts = [i for i, line in enumerate(lines) if is_heading(line)]
    found = []
    for at, start in enumerate(starts):
        stop = starts[at + 1] if at + 1 < len(starts) else len(lines)
        if kept := _trimmed(lines[start + 1 : stop]):
            blank = next(i for i, line in enumerate(lines[start + 1 :]) if line.strip())
            found.append(Found(start + 2 + blank, tuple(kept[blank:])))
    return tuple(found) or _without_heading(lines)


def is_heading(line: str) -> bool:
    """Tell whether a line is a reference list's heading, numbered or not."""
    bare = squeeze(line)
    if not bare or len(bare) > LONGEST_HEADING:
        return False
    return HEADING_MARKS.sub("", fold(bare)) in lexicon("list_headings")


def paragraphs(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Give the first line and the line after the last of each run of lines between blank ones."""
    found, start = [], None
    for at, line in enumerate([*lines, ""]):
        if line.strip() and start is None:
            start = at
        elif not line.strip() and start is not None:
            found.append((start, at))
            start = None
    return found


def _trimmed(lines: list[str]) -> list[str]:
    """Cut what follows the list off its lines; `[]` where they hold no reference."""
    end = last = 0
    misses = 0
    for start, stop in paragraphs(lines):
        ends = next((i for i in range(start, stop) if _is_after(lines, i)), stop)
        if ends > start and _holds_references(lines[start:ends]):
            last, misses = ends, 0
        else:
            misses += 1
        if ends < stop or misses > 3:
            break
        end = stop
    return lines[: min(end or last, last)] if last else []


def _is_after(lines: list[str], at: int) -> bool:
    """Tell whether line `at` begins what stands after a list, and no reference follows it."""
    bare = fold(squeeze(lines[at]))
    furniture = any(bare.startswith(words) for words in lexicon("after_list"))
    if not (OWN_DOI.match(lines[at]) or (furniture and not looks_like_reference(lines[at]))):
        return False
    following = [line for line in lines[at + 1 :] if line.strip()][:6]
    return not any(looks_like_reference(line) for line in following)


def _holds_references(lines: list[str]) -> bool:
    return looks_like_reference(squeeze(" ".join(lines))) or any(map(looks_like_reference, lines))


def _without_heading(lines: list[str]) -> tuple[Found, ...]:
    blocks = paragraphs(lines)
    alike = [looks_like_reference(squeeze(" ".join(lines[a:b]))) for a, b in blocks]
    if not blocks or sum(alike) < MOST_REFERENCES * len(alike):
        alike = [looks_like_reference(line) for line in lines if line.strip()]
        if not alike or sum(alike) < MOST_REFERENCES * len(alike):
            return ()
    return (Found(blocks[0][0] + 1, tuple(lines[blocks[0][0] :])),)
