"""Building the index of a local registry: SQLite, with FTS5 for the words.

A build goes on where it was stopped: it writes into `NAME.partial`, notes what it has read
of each source, and takes the place of the old file only when all is in it.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

from paracite.errors import ReadError, WriteError, why
from paracite.sources._packing import packed, slim
from paracite.sources._record import searchable
from paracite.text import words

Item = dict[str, Any]
Input = tuple[Path, Callable[[], Iterable[Item]]]  #: a source, and how its records are read

FORMAT = 1  #: of the file, in `pragma user_version`
# Which words a record has is all the index holds: no positions, no content, no counts.
SCHEMA = """
create table record (id integer primary key, doi text, body blob not null);
create table origin (
  path text primary key, size integer, modified real, records integer, complete integer
);
create virtual table word using fts5 (
  text, content = '', detail = none, columnsize = 0, tokenize = 'unicode61 remove_diacritics 0'
);
create virtual table vocabulary using fts5vocab ('word', 'row');
pragma user_version = 1;
"""
# Made once all records are in; counting a word's records anew for each search is slow.
FINISH = """
create index if not exists record_doi on record (doi) where doi != '';
drop table if exists frequency;
create table frequency (word text primary key, records integer) without rowid;
insert into frequency select term, doc from vocabulary;
"""
BATCH = 10_000  #: records written at a time


def build(target: Path, inputs: Sequence[Input], tell: Callable[[int], object]) -> int:
    """Build the registry `target` from sources; return how many records it has.

    `tell` is called with the number of records so far.  Raises `WriteError`, and
    `ReadError` for a source that cannot be read; then a later call goes on from there.
    """
    partial = target.with_name(f"{target.name}.partial")
    try:
        with closing(_resumed(partial, [path for path, _ in inputs])) as db:
            for path, read in inputs:
                for _ in _add_source(db, path, read):
                    tell(count(db))
            db.execute("insert into word (word) values ('optimize')")
            db.commit()
            db.executescript(f"begin; {FINISH} commit;")
            total = count(db)
            db.execute("pragma journal_mode = delete")
        partial.replace(target)
    except sqlite3.Error as error:
        raise WriteError(target, f"cannot be built: {error}", "nothing was changed") from error
    except OSError as error:
        raise WriteError(target, f"cannot be built: {why(error)}", "nothing was changed") from error
    return total


def in_memory(items: Iterable[Item]) -> sqlite3.Connection:
    """Index records without writing a file."""
    db = sqlite3.connect(":memory:", check_same_thread=False)
    db.executescript(SCHEMA)
    for batch in _batches(items):
        _add(db, batch)
    db.commit()
    db.executescript(FINISH)
    return db


def count(db: sqlite3.Connection) -> int:
    """Return how many records a registry has; they are numbered from 1 without gaps."""
    return int(db.execute("select coalesce(max(id), 0) from record").fetchone()[0])


def tokens(text: str) -> Iterator[str]:
    """Yield the words of a text as the index holds them."""
    return (part for word in words(text) for part in word.split("_") if part)


def _resumed(partial: Path, paths: Sequence[Path]) -> sqlite3.Connection:
    """Open a build that was stopped, if it was one of these very sources; else a new one."""
    states = {_state(path) for path in paths}
    if partial.exists():
        db = _connect(partial)
        try:
            begun = set(db.execute("select path, size, modified from origin"))
        except sqlite3.DatabaseError:
            begun = {("", 0, 0.0)}
        if begun <= states:
            return db
        db.close()
        partial.unlink()
    db = _connect(partial)
    db.executescript(SCHEMA)
    return db


def _connect(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path)
    # Killed at any moment the file stays whole; only a crash of the machine could harm it.
    db.execute("pragma journal_mode = wal")
    db.execute("pragma synchronous = off")
    return db


def _state(path: Path) -> tuple[str, int, float]:
    try:
        status = path.stat()
    except OSError as error:
        raise ReadError(path, why(error), "check the path") from None
    return str(path.resolve()), status.st_size, status.st_mtime


def _add_source(
    db: sqlite3.Connection, path: Path, read: Callable[[], Iterable[Item]]
) -> Iterator[None]:
    """Add what is not yet in of one source; each batch is committed with how far it goes."""
    name, size, modified = _state(path)
    row = db.execute("select records, complete from origin where path = ?", (name,)).fetchone()
    done, complete = row or (0, False)
    if complete:
        return
    note = "insert or replace into origin values (?, ?, ?, ?, ?)"
    for batch in _batches(islice(read(), done, None)):
        _add(db, batch)
        done += len(batch)
        db.execute(note, (name, size, modified, done, False))
        db.commit()
        yield
    db.execute(note, (name, size, modified, done, True))
    db.commit()


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    rest = iter(items)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _add(db: sqlite3.Connection, batch: Sequence[Item]) -> None:
    start = count(db) + 1
    kept = [slim(item) for item in batch]
    db.executemany(
        "insert into record values (?, ?, ?)",
        (
            (id, str(item.get("DOI", "")).lower(), packed(item))
            for id, item in enumerate(kept, start)
        ),
    )
    db.executemany(
        "insert into word (rowid, text) values (?, ?)",
        ((id, " ".join(tokens(searchable(item)))) for id, item in enumerate(kept, start)),
    )
