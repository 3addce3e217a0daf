"""The index: a library's references in SQLite FTS5, listed and searched without reading the file.

An index belongs to one path and holds the digest of the bytes it was made from.  It
lives in the cache folder; a damaged one, or one of an older version, is made again.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from paracite import config, files
from paracite.errors import ParaciteError
from paracite.index import query as queries
from paracite.index import schema
from paracite.index.query import Query, QueryTerm
from paracite.reference import Reference

Item = dict[str, Any]  #: a CSL-JSON item
WAIT = 30.0  #: seconds to wait for another process that is making the same index


@dataclass(slots=True)
class Index:
    """The references of the file at `path`, to be asked for; made by `open`."""

    path: str
    data: bytes
    connection: sqlite3.Connection

    def rows(
        self, columns: Sequence[str], query: Query = (), sort: str = "", *, full: bool = False
    ) -> list[tuple[Any, ...]]:
        """Return these columns of each reference that `query` finds.

        A column is one of `schema.COLUMNS` or any field.  `sort` is a column, `-column`
        for the reverse, `rank` for the best first, and else the order of the file.
        `full` gives all authors with their given names.
        """
        chosen = (queries.column(name, full=full) for name in columns)
        return self._select(", ".join(chosen), query, sort)

    def items(self, query: Query = (), sort: str = "", *, limit: int = -1) -> Iterator[Item]:
        """Yield the CSL-JSON item of each reference that `query` finds, or of the first ones."""
        return map(json.loads, self.item_texts(query, sort, limit=limit))

    def item_texts(self, query: Query = (), sort: str = "", *, limit: int = -1) -> list[str]:
        """Return the same items as JSON, each on one line."""
        found = self._select("item.json, entry.line", query, sort, limit)
        path = json.dumps(self.path, ensure_ascii=False)
        return [
            text.replace(schema.NOWHERE, schema.ORIGIN.format(path=path, line=line), 1)
            for text, line in found
        ]

    def find(self, key: str) -> Item | None:
        """Return the item with a citekey, in any case where none is equal."""
        found = [
            item
            for item in self.items(((QueryTerm(key, "key"),),))
            if item["id"].casefold() == key.casefold()
        ]
        return next((item for item in found if item["id"] == key), next(iter(found), None))

    def _select(
        self, chosen: str, query: Query, sort: str, limit: int = -1
    ) -> list[tuple[Any, ...]]:
        asked = queries.sql(query, sort)
        statement = f"SELECT {chosen} {asked.text} LIMIT {limit}"
        try:
            return _asked(self.connection, statement, asked.parameters)
        except sqlite3.DatabaseError:  # the index is damaged where nobody looked before
            from paracite.index import build

            self.connection.close()
            self.connection = build.create(_place(self.path), self.path, self.data)
            return _asked(self.connection, statement, asked.parameters)


@contextmanager
def open(path: str) -> Iterator[Index]:
    """Return the index of a file, brought up to date with its bytes.

    Raises `ReadError` where the file cannot be read.
    """
    data = files.read_bytes(path)
    index = Index(path, data, _current(path, data))
    try:
        yield index
    finally:
        index.connection.close()


@contextmanager
def of(references: Iterable[Reference]) -> Iterator[Index]:
    """Index references in memory; the `line` of each is its position, counted from 1."""
    from paracite.index import build

    index = Index("", b"", build.of_references(references))
    try:
        yield index
    finally:
        index.connection.close()


def _asked(
    connection: sqlite3.Connection, statement: str, parameters: tuple[str | int, ...]
) -> list[tuple[Any, ...]]:
    connection.create_function("fold", 1, schema.folded, deterministic=True)
    connection.create_function("words", 1, schema.padded, deterministic=True)
    connection.create_function("value", 2, schema.value, deterministic=True)
    return connection.execute(statement, parameters).fetchall()


def _current(path: str, data: bytes) -> sqlite3.Connection:
    """Connect to the index of these bytes; make it or bring it up to date first."""
    place = _place(path)
    connection = _connect(place) if place else None
    if connection:
        try:
            if _is_current(connection, path, data):
                return connection
        except sqlite3.Error:
            pass  # it is damaged, and made again
        connection.close()
    from paracite.index import build

    return build.create(place, path, data)


def _is_current(connection: sqlite3.Connection, path: str, data: bytes) -> bool:
    """Return whether an index is that of these bytes, if need be after an update."""
    [version] = connection.execute("PRAGMA user_version").fetchone()
    if version != schema.VERSION:
        return False
    if schema.meta(connection, "digest") == schema.digest(data):
        return True
    from paracite.index import build

    return build.update(connection, path, data)


def _place(path: str) -> Path | None:
    """Name the file of a path's index; None for stdin or where there is no cache folder."""
    if path == files.STANDARD:
        return None
    folder = config.cache_folder() / "index"
    try:
        files.make_folder(folder)
    except ParaciteError:
        return None
    name = blake2b(str(Path(path).resolve()).encode(), digest_size=16).hexdigest()
    return folder / f"{name}.sqlite"


def _connect(place: Path) -> sqlite3.Connection | None:
    if not place.is_file():
        return None
    try:
        return sqlite3.connect(place, timeout=WAIT)
    except sqlite3.Error:
        return None
