"""Answers kept on disk, so that nothing is asked twice.

One SQLite file; a value is JSON, compressed, with the moment it goes stale.  Where the
file cannot be written the answers are kept in memory for this run.
"""

import json
import sqlite3
import threading
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

RECORD_DAYS, SEARCH_DAYS, ABSENT_DAYS = 30, 7, 1
DAY = 86400.0
SCHEMA = """
create table if not exists answer (
  key text primary key, stored real not null, stale real not null, value blob not null
) without rowid;
"""


class Cache:
    """Values by key; `get` gives those still fresh, after `refresh` only this run's own."""

    def __init__(
        self,
        path: Path | None = None,
        *,
        refresh: bool = False,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._clock = clock
        self._since = clock() if refresh else 0.0
        self._lock = threading.Lock()
        self._db = _open(path) if path else _memory()

    def get(self, key: str) -> Any:
        """Return the value kept under `key`, or None where there is no fresh one."""
        with self._lock:
            row = self._db.execute(
                "select value from answer where key = ? and stale > ? and stored >= ?",
                (key, self._clock(), self._since),
            ).fetchone()
        return json.loads(zlib.decompress(row[0])) if row else None

    def put(self, key: str, value: Any, days: float) -> None:
        """Keep a value for some days."""
        packed = zlib.compress(json.dumps(value, ensure_ascii=False).encode())
        now = self._clock()
        row = (key, now, now + days * DAY, packed)
        # A full disk or a lock held by another process costs the memory of it, not the run.
        with suppress(sqlite3.OperationalError), self._lock, self._db:
            self._db.execute("insert or replace into answer values (?, ?, ?, ?)", row)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._db.close()


def _open(path: Path) -> sqlite3.Connection:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        db = sqlite3.connect(path, check_same_thread=False, timeout=10)
        db.execute("pragma journal_mode = wal")
        db.executescript(SCHEMA)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            return _memory()
        path.unlink()  # no database at all: what it held can be asked again
        return _open(path)
    except OSError:
        return _memory()
    return db


def _memory() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:", check_same_thread=False)
    db.executescript(SCHEMA)
    return db
