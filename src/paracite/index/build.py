"""Make an index, or bring one up to date by reading only the entries that changed."""

import os
import re
import sqlite3
import tempfile
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import accumulate
from pathlib import Path

from paracite import memory, opening, readers
from paracite.bibtex import pieces
from paracite.index import rows, schema
from paracite.reference import Reference

KEPT = 64  #: how many indexes the cache folder keeps, the latest made
CONTEXT = re.compile(rb"@[ \t]*string", re.IGNORECASE)  #: may change the meaning of every entry
Entry = tuple[int, int, int]  #: id, line, and line within its piece (from 0), as indexed


@dataclass(frozen=True, slots=True)
class Placed:
    """A reference, the number of its piece, and its line in that (from 0)."""

    reference: Reference
    piece: int
    within: int


def create(place: Path | None, path: str, data: bytes) -> sqlite3.Connection:
    """Make the index of `data` anew, in place of any there is; in memory where that fails."""
    cut = _cut(path, data)
    with memory.only_growing():
        placed = list(_read(path, data, cut, range(len(cut))))
        if place:
            try:
                return _create_file(place, cut, placed, schema.digest(data))
            except (OSError, sqlite3.Error):
                pass  # the disk is full or read-only
        connection = sqlite3.connect(":memory:")
        _fill(connection, cut, placed, schema.digest(data))
        return connection


def of_references(references: Iterable[Reference]) -> sqlite3.Connection:
    """Make an index in memory; the line of an entry is the position of its reference, from 1."""
    connection = sqlite3.connect(":memory:")
    placed = [Placed(reference, 0, at) for at, reference in enumerate(references)]
    _fill(connection, [b""], placed, b"")
    return connection


def update(connection: sqlite3.Connection, path: str, data: bytes) -> bool:
    """Bring an index up to date; False, nothing changed, where it has to be made anew."""
    cut = _cut(path, data)
    if len(cut) == 1 or _context(cut) != schema.meta(connection, "context"):
        return False
    with memory.only_growing():
        kept, new, gone = _compared(connection, cut)
        parents = pieces.parents(cut)
        heirs = pieces.heirs(cut, parents, new, _keys(connection, gone))
        gone += (entry for number in heirs for entry in kept.pop(number, ()))
        wanted = new | heirs
        context = {n for n, piece in enumerate(cut) if CONTEXT.match(piece)}
        chosen = context | wanted | pieces.forebears(cut, parents, wanted)
        placed = [p for p in _read(path, data, cut, sorted(chosen)) if p.piece in wanted]
    with connection:
        _delete(connection, gone)
        _move(connection, kept, _starts(cut))
        _insert(connection, cut, placed)
        schema.set_meta(connection, "digest", schema.digest(data))
    return True


def _compared(
    connection: sqlite3.Connection, cut: list[bytes]
) -> tuple[dict[int, list[Entry]], set[int], list[Entry]]:
    """Return the indexed entries of each piece that stays, the new pieces, the entries gone."""
    known = _known(connection)
    kept: dict[int, list[Entry]] = {}
    new: set[int] = set()
    for number, piece in enumerate(cut):
        if same := known.get(_digest(piece)):
            kept[number] = same.pop()
        else:
            new.add(number)
    return kept, new, [entry for groups in known.values() for group in groups for entry in group]


def _move(connection: sqlite3.Connection, kept: dict[int, list[Entry]], starts: list[int]) -> None:
    """Return the entries that stay the lines they are in now."""
    moved = (
        (starts[number] + within, key)
        for number, entries in kept.items()
        for key, line, within in entries
        if line != starts[number] + within
    )
    connection.executemany("UPDATE entry SET line = ? WHERE id = ?", moved)


def _create_file(
    place: Path, cut: list[bytes], placed: list[Placed], digest: bytes
) -> sqlite3.Connection:
    handle, name = tempfile.mkstemp(suffix=".tmp", dir=place.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        connection = sqlite3.connect(temporary)
        connection.execute("PRAGMA journal_mode = OFF")  # what fails is thrown away whole
        _fill(connection, cut, placed, digest)
        connection.close()
        temporary.replace(place)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _forget_old(place.parent)
    return sqlite3.connect(place)


def _forget_old(folder: Path) -> None:
    """Keep the cache from growing with every file that was ever listed."""
    by_age = sorted(folder.iterdir(), key=lambda each: each.stat().st_mtime, reverse=True)
    for each in by_age[KEPT:]:
        each.unlink(missing_ok=True)


def _fill(
    connection: sqlite3.Connection, cut: list[bytes], placed: list[Placed], digest: bytes
) -> None:
    connection.executescript(schema.TABLES)
    with connection:
        _insert(connection, cut, placed)
        schema.set_meta(connection, "digest", digest)
        schema.set_meta(connection, "context", _context(cut))


def _insert(connection: sqlite3.Connection, cut: list[bytes], placed: list[Placed]) -> None:
    starts = _starts(cut)
    [last] = connection.execute("SELECT coalesce(max(id), 0) FROM entry").fetchone()
    numbered = list(enumerate(placed, last + 1))
    connection.executemany(
        _insertion("entry", 12),
        (
            (
                *(key, _digest(cut[each.piece]), starts[each.piece] + each.within, each.within),
                *rows.entry(each.reference),
            )
            for key, each in numbered
        ),
    )
    connection.executemany(
        _insertion("item", 2), ((key, rows.item(each.reference)) for key, each in numbered)
    )
    columns = ", ".join(("rowid", *schema.WORDS))
    connection.executemany(
        _insertion(f"words ({columns})", len(schema.WORDS) + 1),
        ((key, *rows.words(each.reference)) for key, each in numbered),
    )


def _insertion(table: str, columns: int) -> str:
    return f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})"  # noqa: S608  our own names


def _delete(connection: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    keys = [(key,) for key, _, _ in entries]
    connection.executemany("DELETE FROM entry WHERE id = ?", keys)
    connection.executemany("DELETE FROM item WHERE id = ?", keys)
    connection.executemany("DELETE FROM words WHERE rowid = ?", keys)


def _known(connection: sqlite3.Connection) -> defaultdict[bytes, list[list[Entry]]]:
    """Return the entries of each piece that is indexed, by the piece's digest.

    Pieces of equal bytes follow each other in the list, the last one first.
    """
    known: defaultdict[bytes, list[list[Entry]]] = defaultdict(list)
    begun = None
    for digest, *entry in connection.execute(
        "SELECT piece, id, line, within FROM entry ORDER BY line DESC, id DESC"
    ):
        start = entry[1] - entry[2]
        if begun != (digest, start):
            known[digest].append([])
            begun = digest, start
        known[digest][-1].append((entry[0], entry[1], entry[2]))
    return known


def _keys(connection: sqlite3.Connection, entries: Iterable[Entry]) -> set[str]:
    """Return the citekeys of indexed entries, folded."""
    found: set[str] = set()
    for key, _, _ in entries:
        [citekey] = connection.execute("SELECT key FROM entry WHERE id = ?", (key,)).fetchone()
        found.add(citekey.casefold())
    return found


def _read(path: str, data: bytes, cut: list[bytes], numbers: Iterable[int]) -> Iterator[Placed]:
    """Read the references of some of the pieces, as if no others stood in the file."""
    chosen = list(numbers)
    if not chosen:
        return
    part = data if len(chosen) == len(cut) else b"".join(cut[number] for number in chosen)
    starts = _starts([cut[number] for number in chosen])
    for reference in _references(path, part, whole=len(cut) == 1):
        at = max(bisect_right(starts, reference.origin.line) - 1, 0)
        within = reference.origin.line - starts[at]  # -1 where a format has no lines
        yield Placed(reference, chosen[at], within)


def _references(path: str, data: bytes, *, whole: bool) -> Iterable[Reference]:
    """Read all of a file, or some of the entries of an editable one, with the keys it has."""
    document = readers.Document(path, data)
    reader = readers.recognise(document) if whole else readers.reader("bibtex")
    found = reader.read(document).references
    return found if reader.editable else opening.with_own_keys(found)


def _cut(path: str, data: bytes) -> list[bytes]:
    editable = readers.recognise(readers.Document(path, data)).editable
    return pieces.cut(data) if editable else [data]


def _starts(cut: list[bytes]) -> list[int]:
    """Return the line, counted from 1, at which each piece begins."""
    return [*accumulate((piece.count(b"\n") for piece in cut), initial=1)][:-1]


def _context(cut: list[bytes]) -> bytes:
    return _digest(b"".join(filter(CONTEXT.match, cut)))


def _digest(piece: bytes) -> bytes:
    return blake2b(piece, digest_size=12).digest()
