"""The features that tokens have by where they stand, for many references at once.

What such features depend on is packed into one number: for a token, or for a chunk of
tokens between two stops.  A number met before needs no features spelled out.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from paracite.parsing import journals, signs
from paracite.parsing.signs import CASES, KEYS, KINDS, LETTERS, Features, Sign

Array = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
TELLING = ("id", "rt", "cf", "th", "jn", "pb", "ed", "tr", "pp", "vl", "sr", "en", "rp", "in", "mo")
RANKS = np.array([TELLING.index(key) if key in TELLING else len(TELLING) for key in KEYS])
YEARS = np.array(["year" in kind for kind in KINDS])
PAIRING, END, *NUMBERS = range(2 + len(signs.Numbers._fields) - 1)
KEY, KIND, CASE, ENDS, STRONG, PAGED, INSIDE, OPENS, CLOSES, DEPTH = NUMBERS
WEIGHTS = slice(DEPTH + 1, None)
COLUMNS = DEPTH + 1 + len(LETTERS)  #: numbers of a token
NOWHERE = 1 << 40  #: behind every token
EARLIEST = 3  #: tokens before an "In" that names a container
WHEN = "nbya"  #: no year, before it, the year, after it
MANY = 1 << 19  #: more than there are endings or kinds of neighbours
CHUNKS = (len(LETTERS) + 1, len(TELLING) + 1, len(KINDS))
BEGIN, STOP = (int(np.prod(CHUNKS)) + at for at in range(2))  #: around the chunks of a reference
FOLLOWING = len(KEYS) * len(KINDS)  #: behind the last chunk
POSITION = (10, 5, 5)
PLACE = (len(WHEN), 2, 2, 2, 2, 2, 2, 6, 7)
JOURNAL = (journals.STATES, journals.STATES, journals.STATES, len(WHEN))
CHUNK = (2, STOP + 1, STOP + 1, STOP + 1, FOLLOWING + 1, MANY)
CHUNK_PLACE = (2, 9, 5, 5, len(CASES), len(KEYS), MANY)


class PlaceKey(NamedTuple):
    """What the features of one kind depend on: a number for each token, or for each chunk."""

    codes: Array
    lengths: Array | None = None  #: tokens of each chunk


class Ordered(dict[str, int]):
    """Numbers for texts, given as they come; `listed` has the texts in that order."""

    def __init__(self) -> None:
        """Begin with the empty text, which is 0."""
        super().__init__({"": 0})
        self.listed = [""]

    def __missing__(self, text: str) -> int:
        """Return a new text the next number."""
        self.listed.append(text)
        self[text] = len(self)
        return self[text]


class Contexts:
    """Spells out the features of keys; a key means something only to those that made it."""

    def __init__(self) -> None:
        """Begin with no token met."""
        self.pairings, self.ends = Ordered(), Ordered()
        of_chunk = partial(_of_chunk, self.ends.listed)
        of_chunk_place = partial(_of_chunk_place, self.ends.listed)
        self.kinds: tuple[Callable[[int], Features], ...] = (
            partial(_of_pair, self.pairings.listed),
            _of_position,
            _of_place,
            _of_journal,
            *(of_chunk, of_chunk_place) * 2,
        )

    def numbers(self, seen: Sign) -> tuple[int, ...]:
        """Return what is seen on a token as one row of numbers."""
        *numbers, letters = seen.numbers
        return self.pairings[seen.pairing], self.ends[seen.end], *numbers, *letters

    def keys(self, seen: Array, lengths: Array, marks: Array) -> tuple[PlaceKey, ...]:
        """Return the keys of each of `kinds`; `seen` has a row for each token of all references.

        `marks` says of each whether it is in the name of a known journal (see `journals`).
        """
        run = _Run(seen, lengths)
        levels = enumerate((ENDS, STRONG))
        chunks = [key for at, column in levels for key in _chunk_keys(run, seen[:, column], at)]
        places = (_pairs(run), _positions(run), _places(run), _journals(run, marks))
        return *map(PlaceKey, places), *chunks


def features(listed: Sequence[str]) -> list[list[str]]:
    """Return the features of each token of a reference, to train on."""
    contexts = Contexts()
    own = [signs.sign(token) for token in listed]
    seen = np.array([contexts.numbers(each) for each in own], np.int64)
    marks = np.array(journals.marks(listed), np.int64)
    keys = contexts.keys(seen, np.array([len(listed)]), marks)
    edge = [""] * signs.FAR
    forms = [*edge, *(each.form for each in own), *edge]
    words = [*edge, *(each.word for each in own), *edge]
    rows = [list(signs.of_spelling(token)) for token in listed]
    for at, row in enumerate(rows):
        for place, step in enumerate(signs.STEPS, at):
            row.extend(signs.of_form(forms[place], step))
            row.extend(signs.of_word(words[place], step))
    for spell, (codes, repeated) in zip(contexts.kinds, keys, strict=True):
        each = codes if repeated is None else np.repeat(codes, repeated)
        for row, code in zip(rows, each.tolist(), strict=True):
            row.extend(spell(code))
    return rows


class _Run:
    """The tokens of several references, one after another, and where in theirs each stands."""

    def __init__(self, seen: Array, lengths: Array) -> None:
        self.seen, self.lengths = seen, lengths
        self.starts = np.cumsum(lengths) - lengths
        self.reference = np.repeat(np.arange(len(lengths)), lengths)
        self.index = np.arange(len(seen))
        self.start = self.starts[self.reference]
        self.at = self.index - self.start
        self.count = lengths[self.reference]

    def first(self, flags: Flags) -> Array:
        """Return where in its reference the first token with a flag stands, for each token."""
        found = np.minimum.reduceat(np.where(flags, self.at, NOWHERE), self.starts)
        return np.asarray(found[self.reference])

    def before(self, counts: Array) -> Array:
        """Add up what stands before each token in its reference."""
        sums = np.cumsum(counts) - counts
        return np.asarray(sums - sums[self.start])


def packed(sizes: Iterable[int], *digits: Array | Flags | int) -> Array:
    """Pack digits into numbers, each digit smaller than its size."""
    code: Any = 0
    for size, digit in zip(sizes, digits, strict=True):
        code = code * size + digit
    return np.asarray(code, np.int64)


def unpacked(sizes: Sequence[int], code: int) -> list[int]:
    """Return the digits of a number."""
    digits = []
    for size in reversed(sizes):
        code, digit = divmod(code, size)
        digits.append(digit)
    return digits[::-1]


def _behind(values: Array, first: int) -> Array:
    """Return for each place the value of the one before; `first` has none."""
    return np.concatenate(([first], values[:-1]))


def _pairs(run: _Run) -> Array:
    own = run.seen[:, PAIRING]
    return np.where(run.at, packed((MANY, MANY), _behind(own, 0), own), 0)


def _positions(run: _Run) -> Array:
    to_end = np.minimum(run.count - 1 - run.at, 4)
    return packed(POSITION, 10 * run.at // run.count, np.minimum(run.at, 4), to_end)


def _places(run: _Run) -> Array:
    """Return where in the reference each token stands: to its year, "In", pages, quotes, stops."""
    seen, at = run.seen, run.at
    strong, opens = seen[:, STRONG], seen[:, OPENS] > 0
    year, when = _years(run)
    inside = run.first((seen[:, INSIDE] > 0) & (at >= EARLIEST))
    opened = np.maximum.accumulate(np.where(opens, run.index, -1))
    closed = _behind(np.maximum.accumulate(np.where(seen[:, CLOSES], run.index, -1)), -1)
    stopped = _behind(np.maximum.accumulate(np.where(strong, run.index, -1)), -1)
    return packed(
        PLACE,
        when,
        2 * year < run.count,
        at >= inside,
        at >= run.first(seen[:, PAGED] > 0),
        (opened >= run.start) & (opened > closed),
        run.first(opens) < NOWHERE,
        np.minimum(_depths(run), 1),
        np.minimum(run.before(strong), 5),
        np.minimum(run.index - np.maximum(stopped + 1, run.start), 6),
    )


def _years(run: _Run) -> tuple[Array, Array]:
    """Return where the first year of each token's reference stands, and the token to it (`WHEN`)."""
    year = run.first(YEARS[run.seen[:, KIND]])
    where = np.where(run.at < year, 1, np.where(run.at == year, 2, 3))
    return year, np.where(year < NOWHERE, where, 0)


def _journals(run: _Run, marks: Array) -> Array:
    """Return whether each token and its neighbours are in the name of a known journal."""
    before = np.where(run.at, _behind(marks, 0), 0)
    after = np.where(run.at < run.count - 1, np.roll(marks, -1), 0)
    return packed(JOURNAL, before, marks, after, _years(run)[1])


def _depths(run: _Run) -> Array:
    """Return how many brackets are open before each token; one that closes none is passed over."""
    level = run.before(run.seen[:, DEPTH])
    apart = run.reference * NOWHERE
    lowest = np.minimum.accumulate(level - apart) + apart
    return np.asarray(level - lowest)


def _chunk_keys(run: _Run, stops: Array, level: int) -> tuple[PlaceKey, PlaceKey]:
    """Return what the tokens between two ends, of clauses or of sentences, have in common."""
    ends = stops > 0
    ends[run.starts + run.lengths - 1] = True
    last = np.flatnonzero(ends)
    first = _behind(last, -1) + 1
    lengths = last - first + 1
    reference = run.reference[first]
    counts = np.bincount(reference)
    nth = np.arange(len(first)) - (np.cumsum(counts) - counts)[reference]
    left = counts[reference] - nth
    kinds = _chunk_kinds(run, first)
    begun = packed((len(KEYS), len(KINDS)), run.seen[first, KEY], run.seen[first, KIND])
    form = packed(
        CHUNK,
        level,
        np.where(nth, _behind(kinds, 0), BEGIN),
        kinds,
        np.where(left > 1, np.roll(kinds, -1), STOP),
        np.where(left > 1, np.roll(begun, -1), FOLLOWING),
        np.where(nth, _behind(run.seen[last, END], 0), 0),
    )
    place = packed(
        CHUNK_PLACE,
        level,
        np.minimum(lengths, 8),
        np.minimum(nth, 4),
        np.minimum(left, 4),
        run.seen[first, CASE],
        run.seen[first, KEY],
        run.seen[last, END],
    )
    return PlaceKey(form, lengths), PlaceKey(place, lengths)


def _chunk_kinds(run: _Run, first: Array) -> Array:
    """Return what the words of each chunk mostly are, its most telling keyword and first number."""
    weights = np.add.reduceat(run.seen[:, WEIGHTS], first)
    most = np.where(weights.any(axis=1), weights.argmax(axis=1), len(LETTERS))
    key = np.minimum.reduceat(RANKS[run.seen[:, KEY]], first)
    kind = run.seen[:, KIND]
    numbered = np.where(kind, run.index * len(KINDS) + kind, NOWHERE)
    earliest = np.minimum.reduceat(numbered, first)
    return packed(CHUNKS, most, key, np.where(earliest < NOWHERE, earliest % len(KINDS), 0))


def _of_pair(pairings: Sequence[str], code: int) -> Features:
    before, token = unpacked((MANY, MANY), code)
    if not before:
        return ()
    a, b = pairings[before].split("\n"), pairings[token].split("\n")
    return (f"pr={''.join(a[:4])}|{''.join(b[:4])}", f"pl={a[4]}{a[1]}|{b[4]}{b[0]}")


def _of_position(code: int) -> Features:
    tenth, start, end = unpacked(POSITION, code)
    return f"pos={tenth}", f"ab={start}", f"fe={end}"


def _of_place(code: int) -> Features:
    year, early, inside, paged, opened, quoted, depth, stops, since = unpacked(PLACE, code)
    when, within = WHEN[year], "-i"[inside]
    return (
        f"yr={when}{'le'[early]}",
        f"zone={within}{'-p'[paged]}{when}",
        f"qo={opened}{quoted}",
        f"dp={depth}",
        f"ns={stops}",
        f"ds={since}{within}",
        f"nsyr={min(stops, 4)}{when}",
    )


def _of_journal(code: int) -> Features:
    before, mark, after, year = unpacked(JOURNAL, code)
    return f"jn={mark}{WHEN[year]}", f"jc={before}{mark}{after}"


def _of_chunk(ends: Sequence[str], code: int) -> Features:
    at, *around, following, end = unpacked(CHUNK, code)
    level = "cs"[at]
    before, kind, after = map(_kind_said, around)
    key, number = divmod(following, len(KINDS))
    next_word = "end" if following == FOLLOWING else KEYS[key] + KINDS[number]
    return (
        f"{level}k={kind}",
        f"{level}f={kind}|{next_word}",
        f"{level}b={before}|{kind}",
        f"{level}a={kind}|{after}",
        f"{level}e={ends[end]}|{kind}",
    )


@lru_cache(maxsize=STOP + 1)
def _kind_said(code: int) -> str:
    if code >= BEGIN:
        return "start" if code == BEGIN else "end"
    most, key, kind = unpacked(CHUNKS, code)
    return f"{(LETTERS + '-')[most]}{(*TELLING, '-')[key]}{KINDS[kind]}"


def _of_chunk_place(ends: Sequence[str], code: int) -> Features:
    at, length, start, left, case, key, end = unpacked(CHUNK_PLACE, code)
    level = "cs"[at]
    return (
        f"{level}s={length}{ends[end]}{start}",
        f"{level}l={CASES[case]}{KEYS[key]}{ends[end]}{left}",
    )
