"""Split BibTeX text into blocks that tile it: entries, macros, preambles, comments, the rest.

bibtexparser's splitter is not used: for 100,000 entries it takes 9 of the 12 CPU
seconds and 560 of the 600 MB there are for the whole reading, gives no offsets, and
drops what it cannot place.  bibtexparser writes new entries, and serves the tests as
a second opinion.

An entry whose braces balance before the next line that starts with `@type{`, and that
only white space separates from the next `@`, is sure: finding it takes one match, and
its fields are split when asked for.  Every other entry is split at once, by
`paracite.bibtex.body`, which repairs what it can and says so.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from paracite.bibtex import body
from paracite.bibtex.body import Body, Fault

TYPE = r"@[ \t]*([^\W\d][^\s{}(),\"@=#%'\\]*)\s*"
HEAD = re.compile(TYPE + r"([{(])")
WITH_KEY = re.compile(TYPE + r"\{\s*[^\s,{}\"=]+\s*,")
SURE = re.compile(
    r"@[ \t]*(?!(?i:string|comment|preamble)\s*\{)([^\W\d][^\s{}(),\"@=#%'\\]*)\s*(\{)"
    r"\s*([^\s,{}\"=%\\]+)\s*(?=[,}])[^{}]*+(?:" + body.INNER + r"[^{}]*+)*+\}()\s*+(?:(?=@)|\Z)"
)
END_OF_LINE = re.compile(r"[^\r\n]*")
LONGEST_PREFIX = 4096  #: how far back before an `@` its line is looked at
MOST_INSIDE = 16  #: lines like `@book{` that a value may hold before its entry counts as open


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text; `kind` is entry, string, preamble, comment or text.

    `type` and `key` are as written; `body` is None while a sure entry's fields have not
    been split.  Offsets count characters of the text from 0.
    """

    kind: str
    start: int
    end: int
    type: str = ""
    key: str = ""
    opening: int = 0  #: where the `{` or `(` stands
    body: Body | None = None


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of `text` in order; together they are all of it."""
    starts = [match.start() for match in HEAD.finditer(text) if _starts_line(text, match.start())]
    at_line_start = frozenset(starts)
    done = at = 0
    while (at := text.find("@", at)) >= 0:
        if at in at_line_start or _only_space(text, done, at) or _in_line(text, done, at):
            block = _block(text, at, starts)
        else:
            block = None
        if block is None:
            at += 1
            continue
        if done < at:
            yield Block("text", done, at)
        yield block
        done = at = block.end
    if done < len(text):
        yield Block("text", done, len(text))


def block_at(text: str, start: int) -> Block | None:
    """Return the block that starts at `start`, the text before it left out of account."""
    heads = (match.start() for match in HEAD.finditer(text, start))
    return _block(
        text, start, list(islice(filter(lambda at: _starts_line(text, at), heads), MOST_INSIDE + 2))
    )


def places_of(text: str, key: str) -> Iterator[int]:
    """Yield where an entry with this key, in any case, may start."""
    with_key = re.compile(TYPE + r"[{(]\s*" + re.escape(key) + r"(?=[\s,})])", re.IGNORECASE)
    return (match.start() for match in with_key.finditer(text))


def sure_block(text: str, start: int) -> Block | None:
    """Return the block at `start` where a quick look is proof enough that one starts there.

    Inside another entry or a comment more braces would be open than closed before it.
    """
    if not _starts_line(text, start) or text.count("{", 0, start) != text.count("}", 0, start):
        return None
    block = block_at(text, start)
    return block if block and block.kind == "entry" and not block.body else None


def split(text: str, block: Block) -> Body:
    """Return the key, fields and faults of any block but free text."""
    if block.body:
        return block.body
    return body.parse(text, block.opening, block.end, keyed=True)


def _starts_line(text: str, at: int) -> bool:
    before = text[max(0, at - LONGEST_PREFIX) : at].rstrip(" \t")
    return not before or before[-1] in "\r\n\ufeff"


def _only_space(text: str, start: int, end: int) -> bool:
    return end - start < LONGEST_PREFIX and not text[start:end].strip("\ufeff \t\r\n")


def _in_line(text: str, done: int, at: int) -> bool:
    """Return whether an `@` within a line of free text starts an entry: no address, no comment."""
    if text[at - 1].isalnum() or not WITH_KEY.match(text, at):
        return False
    start = max(done, at - LONGEST_PREFIX)
    line = max(text.rfind("\n", start, at), text.rfind("\r", start, at)) + 1 or start
    return not text[line:at].lstrip().startswith("%")


def _block(text: str, start: int, starts: Sequence[int]) -> Block | None:
    """Find the block at `start`; `starts` are the offsets where a line begins with `@type{`."""
    following = bisect_right(starts, start)
    limit = starts[following] if following < len(starts) else len(text)
    if sure := SURE.match(text, start, limit):
        return Block("entry", start, sure.start(4), sure[1], sure[3], sure.start(2))
    head = HEAD.match(text, start)
    if head is None:
        return None
    kind, opening = head[1].casefold(), head.start(2)
    limits = list(starts[following : following + MOST_INSIDE + 1])
    if len(limits) <= MOST_INSIDE:
        limits.append(len(text))
    if kind in ("preamble", "comment"):
        return _free_block(text, Block(kind, start, start, head[1], opening=opening), limits)
    kind = "string" if kind == "string" else "entry"
    found = _best(text, opening, limits, keyed=kind == "entry")
    return Block(kind, start, found.end, head[1], found.key, opening, found)


def _best(text: str, opening: int, limits: list[int], *, keyed: bool) -> Body:
    """Split up to the next block; where that is not clean, up to the first end that is.

    So a value may hold a line like `@book{`, and an entry that is never closed does not
    swallow those that follow.
    """
    first = body.parse(text, opening, limits[0], keyed=keyed)
    if not any(fault.breaks for fault in first.faults):
        return first
    for limit in limits[1:]:
        try:
            return body.parse_clean(text, opening, limit, keyed=keyed)
        except body.NotCleanError:
            continue
    if first.closed:
        return first
    wary = body.parse(text, opening, limits[0], keyed=keyed, wary=True)
    return wary if wary.closed else first


def _free_block(text: str, block: Block, limits: list[int]) -> Block:
    """Find the end of a block of free text; one that is never closed ends with its line."""
    for limit in limits:
        if end := body.closing(text, block.opening, limit):
            return replace(block, end=end, body=Body("", block.opening, (), (), end, closed=True))
    line = END_OF_LINE.match(text, block.opening)
    end = line.end() if line else len(text)
    open_ended = Fault(block.opening, f"this @{block.kind} is never closed")
    return replace(block, end=end, body=Body("", end, (), (open_ended,), end, closed=False))
