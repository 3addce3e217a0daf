"""Find the reference list in a text: from its heading to where something else begins."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, groupby, pairwise
from types import MappingProxyType

from paracite.fields.lexicons import lexicon
from paracite.parsing.headings import RULE, heads_group, is_heading, run_in
from paracite.parsing.likeness import looks_like_reference
from paracite.parsing.shapes import DATED, ENDED, LABEL, LONGEST, START, begins_law
from paracite.text import fold, squeeze
from paracite.text import lines as cut_lines

RUNNING = re.compile(r"(?:^\W*\d+\s{2,}|\s{2,}\d+\W*$)")  #: the page number of a running header
OWN_DOI = re.compile(
    r"^\s*(?:article\s+)?doi\s*:?\s*(?:https?://\S+/)?10\.\d{4,9}/\S+\s*$", re.IGNORECASE
)
ON_A_PAGE_EDGE = 3  #: lines between a page's last reference and the next page's header
NOTE = re.compile(r"^\s*(?:[\[(]?1[\])]?[.:]?\s|[¹*†‡]\s?)\s*(?=[^\W\d_a-z])")  #: the first note
FEWEST_OF_NOTE = 4  #: words
MOST_BLANKS = 200  #: in a row that a line keeps; no page is wider
LONG_BLANKS = re.compile(rf"[^\S\r\n\f]{{{MOST_BLANKS},}}")
MAIL = re.compile(r"[\w.-]@[\w-]+\.\w")
DAY = re.compile(
    r"^[^\W\d_][^\d.,:;]{2,40}[:.]?\s(?:\d{1,2}\W{1,2}(?:\w{2,12}\W+){1,3}\d{4}|\d{4}-\d\d?-\d\d?|\d{1,2}[./]\d{1,2}[./]\d{2,4}|[^\W\d_]{3,12} \d{1,2},? \d{4})\W*$"
)  #: what happened on a day: "Received: 3 May 2010"
LONGEST_DAY = 80  #: characters
QUOTED = re.compile(r"[“„«\"「『].{8,}[”“»\"」』]")  #: a title
PARTS = re.compile(r"[.,:;] ")
FEWEST_PARTS = 3  #: that stops set apart in a reference without an author in front
WORD = re.compile(r"[^\W\d_]+")
FEWEST_ENTRIES = 3  #: in a row that make a list without a heading
FURTHEST = 6  #: paragraphs that may stand between two that look like references
LINES = 3  #: of a reference, where a blank line stands between all lines
FOLLOWING = 12  #: lines looked at behind what may end a list
LOOKED_AT = 1000  #: paragraphs of a text without a heading that are looked at
FEWEST_WORDS, MOST_WORDS = 3, 0.05  #: of running text, in what is a reference: count and share
MOST_REFERENCES = 0.7  #: share of paragraphs that makes a text without a heading a list


@dataclass(frozen=True, slots=True)
class Found:
    """The lines of one reference list; `start` is the number of its first line, from 1."""

    start: int
    lines: tuple[str, ...]


def find(text: str, levels: Mapping[int, int] = MappingProxyType({})) -> tuple[Found, ...]:
    """Find every reference list in `text`, in order; none gives `()`.

    `levels` has the level (1 is the highest) of each line, by its place from 0, that is
    known to be a heading: a list then ends where the next heading of its level stands.
    Without a heading a list is what nearly all of a text is, or a run of references in it.
    """
    listed = ["" if _is_furniture(line) else line for line in printed_lines(text)]
    known = [place for place in levels if is_heading(listed[place])]
    if found := _under(listed, known, levels):
        return found
    begun = [place for place, line in enumerate(listed) if is_heading(line) or run_in(line)]
    return _under(listed, begun, levels) or _without_heading(listed)


def printed_lines(text: str) -> list[str]:
    """Cut a text into its lines, blanks in a row shortened to what any layout has."""
    return cut_lines(LONG_BLANKS.sub(" " * MOST_BLANKS, text))


def is_entry(text: str) -> bool:
    """Return whether a paragraph is likely a printed reference, and no text that cites one."""
    if begins_law(text):
        return not is_running(text)
    if MAIL.search(text) and not DATED.search(text):
        return False
    return looks_like_reference(text) and (bool(START.match(text)) or not is_running(text))


def is_running(text: str) -> bool:
    """Return whether a text has words that titles seldom have and sentences always."""
    words = WORD.findall(fold(text))
    common = sum(map(lexicon("running_text").__contains__, words))
    return common >= FEWEST_WORDS and common >= MOST_WORDS * len(words)


def _under(listed: list[str], begun: list[int], levels: Mapping[int, int]) -> tuple[Found, ...]:
    """Return the lists under the headings at `begun`, a list's first line behind some of them."""
    spans = []
    bare = ["" if place in levels else line for place, line in enumerate(listed)]
    for start, following in pairwise([*begun, len(listed)]):
        bare[start] = run_in(listed[start])
        stop = _next_section(listed, levels, start, following)
        if length := _trimmed(bare[start:stop]):
            spans.append((start, start + length))
    return tuple(_found(bare, start, stop) for start, stop in _merged(listed, bare, spans))


def _next_section(listed: list[str], levels: Mapping[int, int], start: int, stop: int) -> int:
    """Return where the next heading as high as that at `start` stands, at most `stop`.

    A lower one begins a group of the list, unless it says that something else begins.
    """
    level = levels.get(start, max(levels.values(), default=0))
    later = (place for place in levels if start < place < stop)
    ends = (
        place
        for place in later
        if levels[place] < level
        or _is_other(listed[place])
        or (levels[place] == level and not heads_group(listed[place]))
    )
    return min(ends, default=stop)


def _found(listed: list[str], start: int, stop: int) -> Found:
    start = next(i for i in range(start, stop) if listed[i].strip())
    return Found(start + 1, tuple(listed[start:stop]))


def _merged(
    listed: list[str], bare: list[str], spans: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Join lists that only their heading, printed again on each page, sets apart."""
    merged: list[tuple[int, int]] = []
    for start, stop in spans:
        between = [i for i in range(merged[-1][1], start) if bare[i].strip()] if merged else []
        again = merged and squeeze(listed[start]) == squeeze(listed[merged[-1][0]])
        if again and len(between) <= ON_A_PAGE_EDGE:
            merged[-1] = merged[-1][0], stop
        else:
            merged.append((start, stop))
    return merged


def _is_furniture(line: str) -> bool:
    """Return whether a line is a rule, or a heading printed again with a page's number."""
    if RULE.match(line):
        return True
    return bool(RUNNING.search(line)) and is_heading(RUNNING.sub("", line))


def paragraphs(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Return the first line and the line after the last of each run of lines between blank ones."""
    found, start = [], None
    for at, line in enumerate([*lines, ""]):
        if line.strip() and start is None:
            start = at
        elif not line.strip() and start is not None:
            found.append((start, at))
            start = None
    return found


def _trimmed(lines: list[str]) -> int:
    """Return the number of lines up to the last reference; 0 where there is none."""
    blocks = paragraphs(lines)
    ends = [next((i for i in range(a, b) if _is_after(lines, i)), b) for a, b in blocks]
    whole = next(
        (at for at, (end, block) in enumerate(zip(ends, blocks, strict=True)) if end < block[1]),
        None,
    )
    kept = len(blocks) if whole is None else whole + 1
    single = sum(b - a == 1 for a, b in blocks) > MOST_REFERENCES * len(blocks)
    together = LINES if single else 1
    furthest = FURTHEST * together
    last = -1
    for at in range(kept):
        stop = ends[min(at + together, kept) - 1]
        if ends[at] > blocks[at][0] and _holds_references(lines[blocks[at][0] : stop]):
            last = at
        elif at - last > furthest:
            break
    if last < 0:
        return 0
    indents = {_indent(line) for line in lines[: ends[last]] if line.strip()}
    going_on = indents - {min(indents)}
    while last + 1 < kept and (
        _indent(lines[blocks[last + 1][0]]) in going_on or _is_likely(lines, blocks[last + 1])
    ):
        last += 1  # a line that goes on, in a list with a blank line between all lines
    return ends[last]


def _is_likely(lines: list[str], block: tuple[int, int]) -> bool:
    """Return whether a block behind the last sure reference is one too, by weaker signs."""
    text = squeeze(" ".join(lines[slice(*block)]))
    if len(text) > LONGEST or _is_other(text) or OWN_DOI.match(text) or is_running(text):
        return False
    bare = LABEL.sub("", text)
    likely = bare != text or bool(START.match(bare)) or len(PARTS.findall(bare)) >= FEWEST_PARTS
    if not likely or MAIL.search(bare):
        return False
    return bool(DATED.search(bare)) or bool(START.match(bare) and QUOTED.search(bare))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_after(lines: list[str], at: int) -> bool:
    """Return whether line `at` begins what stands after a list, and no reference follows it."""
    goes_on = at > 0 and bool(lines[at - 1].strip())  # with the DOI of a reference
    own = OWN_DOI.match(lines[at]) and not goes_on
    other = _is_other(lines[at]) and not looks_like_reference(lines[at])
    if _begins_notes(lines, at):
        following = lines[at + 1 : at + 1 + FOLLOWING]
        return not any(map(_begins_entry, filter(str.strip, following)))
    following = [line for line in lines[at + 1 : at + 1 + FOLLOWING] if not _is_other(line)]
    if other and fold(squeeze(lines[at])).startswith(_own_citation()):
        return sum(map(_begins_entry, following)) <= 1  # the page's own, under its heading
    return bool(own or other) and not _holds_references(following)


def _begins_notes(lines: list[str], at: int) -> bool:
    """Return whether a line begins the notes to a text: numbered anew, and with no author."""
    match = NOTE.match(lines[at])
    before = next((line.rstrip() for line in reversed(lines[:at]) if line.strip()), "")
    if not match or not ENDED.search(before):
        return False
    text = lines[at][match.end() :]
    return len(text.split()) >= FEWEST_OF_NOTE and not START.match(text) and not begins_law(text)


def _is_other(line: str) -> bool:
    """Return whether a line begins with words that stand after a list, or is only a day."""
    bare = squeeze(line)
    if len(bare) <= LONGEST_DAY and DAY.search(bare):
        return True
    return fold(bare).startswith(_after_list())


@cache
def _own_citation() -> tuple[str, ...]:
    return tuple(map(fold, lexicon("own_citation")))


@cache
def _after_list() -> tuple[str, ...]:
    return tuple(map(fold, lexicon("after_list")))


def _holds_references(lines: list[str]) -> bool:
    """Return whether the lines look like a reference: all together, one, or a few."""
    filled = [line for line in lines if line.strip()]
    some = (squeeze(" ".join(filled[at : at + LINES])) for at in range(len(filled)))
    return any(map(is_entry, chain((squeeze(" ".join(filled)),), filled, some)))


def _without_heading(lines: list[str]) -> tuple[Found, ...]:
    """Take the whole text for a list where most of its beginning is references, else runs of them."""
    blocks = paragraphs(lines)
    looked_at = blocks[:LOOKED_AT]
    texts = [squeeze(" ".join(lines[a:b])) for a, b in looked_at]
    single = [line for a, b in looked_at for line in lines[a:b]][:LOOKED_AT]
    for candidates in (texts, single):
        alike = sum(map(is_entry, candidates))
        if candidates and alike >= MOST_REFERENCES * len(candidates):
            return (_found(lines, blocks[0][0], blocks[-1][1]),)
    return tuple(_found(lines, start, stop) for start, stop in _runs(lines, blocks))


def _runs(lines: list[str], blocks: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the runs of paragraphs, or of lines, that begin and look like references."""
    units: list[tuple[int, int]] = []
    for start, stop in blocks:
        single = [(at, at + 1) for at in range(start, stop)]
        begun = sum(_begins_entry(lines[at]) for at, _ in single)
        units += single if begun > 1 else [(start, stop)]
    for entries, run in groupby(units, lambda unit: _is_alone(lines, unit)):
        listed = list(run)
        if entries and len(listed) >= FEWEST_ENTRIES:
            yield listed[0][0], listed[-1][1]


def _begins_entry(line: str) -> bool:
    return bool(START.match(LABEL.sub("", line.strip())))


def _is_alone(lines: list[str], unit: tuple[int, int]) -> bool:
    """Return whether lines are a reference by strong signs, without a heading over them."""
    text = squeeze(" ".join(lines[slice(*unit)]))
    return _begins_entry(text) and is_entry(text)
