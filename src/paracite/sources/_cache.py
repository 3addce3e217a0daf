"""Answers kept on disk, so that nothing is asked twice.

One SQLite file; a value is JSON, compressed, with the moment it goes stale.  Where the
file cannot be written the answers are kept in memory for this run.  A file that is
damaged is dropped, and said so once: what it held can be asked again.
"""

import json
import sqlite3
import threading
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from paracite import limits, strict_json
from paracite.strict_json import encodable

RECORD_DAYS, SEARCH_DAYS, ABSENT_DAYS = 30, 7, 1
DAY = 86400.0
BUSY_SECONDS = 10  #: another process may hold the file
SCHEMA = """
create table if not exists answer (
  key text primary key, stored real not null, stale real not null, value blob not null
) without rowid;
"""
QUERY = "select value from answer where key = ? and stale > ? and stored >= ?"
#: What SQLite says of a file that is no cache; other errors (a lock, a full disk) pass.
DAMAGED = frozenset(
    [
        *(sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_FORMAT),
        *(sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CONSTRAINT),
    ]
)

Kept = TypeVar("Kept")


class Cache:
    """Values by key; `get` gives those still fresh, after `refresh` only this run's own.

    `tell` is called with a sentence where the file had to be dropped.
    """

    def __init__(
        self,
        path: Path | None = None,
        *,
        refresh: bool = False,
        clock: Callable[[], float] = time.time,
        tell: Callable[[str], object] = str,
    ) -> None:
        self._clock = clock
        self._since = clock() if refresh else 0.0
        self._lock = threading.Lock()
        self._path = path
        self._tell = tell
        self._db = self._opened()

    def get(self, key: str, kind: type[Kept]) -> Kept | None:
        """Return the value kept under `key`, or None where there is no fresh one."""
        with self._lock:
            try:
                row = self._db.execute(
                    QUERY, (encodable(key), self._clock(), self._since)
                ).fetchone()
                value = _unpacked(row[0]) if row else None
            except sqlite3.Error as error:
                if _is_damage(error):
                    self._drop()
                return None
            except (ValueError, TypeError, zlib.error):
                self._drop()
                return None
            if value is None or isinstance(value, kind):
                return value
            self._drop()
            return None

    def put(self, key: str, value: Any, days: float) -> None:
        """Keep a value for some days."""
        packed = zlib.compress(json.dumps(value, ensure_ascii=False).encode())
        now = self._clock()
        with self._lock:
            try:
                with self._db:
                    self._db.execute(
                        "insert or replace into answer (key, stored, stale, value) values (?, ?, ?, ?)",
                        (encodable(key), now, now + days * DAY, packed),
                    )
            except sqlite3.Error as error:
                # A full disk or a lock held by another process costs the memory of it, not the run.
                if _is_damage(error):
                    self._drop()

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._db.close()

    def _opened(self) -> sqlite3.Connection:
        """Open the file; what is no cache is dropped, what cannot be opened is let be."""
        if self._path is None:
            return _memory()
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            return _file(self._path)
        except OSError:
            return _memory()
        except sqlite3.Error as error:
            return self._anew() if _is_damage(error) else _memory()

    def _drop(self) -> None:
        self._db.close()
        self._db = self._anew()

    def _anew(self) -> sqlite3.Connection:
        """Remove the file and make a new one; where that fails, keep answers in memory."""
        if self._path is None:
            return _memory()
        path, self._path = self._path, None  # a second time it is not tried
        self._tell(f"{path}: is damaged and was dropped; what it held is asked again")
        try:
            for suffix in ("", "-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
            return _file(path)
        except (OSError, sqlite3.Error):
            return _memory()


def _is_damage(error: sqlite3.Error) -> bool:
    """Return whether the file is at fault, by the primary code of the error."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return code & 0xFF in DAMAGED


def _unpacked(packed: bytes) -> Any:
    """Return a kept value.  Raises `ValueError`, `TypeError` or `zlib.error` for what is none."""
    unpacker = zlib.decompressobj()
    text = unpacker.decompress(packed, limits.RECORD_BYTES)
    if not unpacker.eof:
        raise ValueError("a value that is cut off or too large")
    value = strict_json.loads(text, limits.ANSWER_VALUES)
    strict_json.check_depth(value)
    return value


def _file(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, check_same_thread=False, timeout=BUSY_SECONDS)
    try:
        with suppress(sqlite3.OperationalError):  # without a log of writes it is only slower
            db.execute("pragma journal_mode = wal")
            db.execute(
                "pragma synchronous = normal"
            )  # a crash of the machine costs the last answers
        db.executescript(SCHEMA)
        db.execute(QUERY, ("", 0, 0)).fetchone()  # fails where the table has another form
    except sqlite3.Error:
        db.close()
        raise
    return db


def _memory() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:", check_same_thread=False)
    db.executescript(SCHEMA)
    return db
