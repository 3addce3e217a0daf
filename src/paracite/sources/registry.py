"""The local registry: records on disk, looked up by DOI and searched by words.

Opened from JSON lines of Crossref-shaped records (`_records` says what else is read), or
from the SQLite file that `build` makes of them.

Ranking is ours, for the index holds only which words a record has: the rarest words of
the citation are looked up one by one, and each gives its records a weight that grows with
its rarity.
"""

import math
import sqlite3
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from paracite.errors import ReadError
from paracite.sources._building import FORMAT, build, count, in_memory, tokens
from paracite.sources._kinds import RegistryRecord
from paracite.sources._packing import unpacked
from paracite.sources._record import to_record
from paracite.sources._records import records
from paracite.sources._seam import Client, Source

__all__ = ["Registry", "build", "records"]

MAGIC = b"SQLite format 3\0"
MOST_WORDS = 12  #: of a citation that are looked up, rarest first
MOST_ROWS = 4000  #: fetched for a citation's words together, once three words are known
FEWEST_WORDS = 3
CANDIDATES = 20
REBUILD = "make it with paracite registry build"


class Registry(Client):
    """Records of one file; safe to ask from several threads."""

    def __init__(self, path: str | Path) -> None:
        """Open a file.  Raises `ReadError`, naming the line of a record that cannot be read."""
        self._path = path
        self.name = Path(path).name
        self._lock = threading.Lock()
        self._db = _open_built(path) if _is_built(path) else in_memory(records(path))
        self._count = count(self._db)

    def __len__(self) -> int:
        return self._count

    def known(self, doi: str) -> RegistryRecord | None:
        """Return the record of a DOI (in lower case), the last where there are several, or None."""
        query = "select body from record where doi = ? and doi != '' order by id desc"
        with self._reading():
            row = self._db.execute(query, (doi,)).fetchone()
            return to_record(unpacked(row[0]), self.name) if row else None

    def search(self, text: str) -> tuple[RegistryRecord, ...]:
        """Return the records that share most of the rare words of a citation, best first."""
        query = "select body from record where id = ?"
        with self._reading():
            rows = [self._db.execute(query, (id,)).fetchone() for id in self._ranked(text)]
            return tuple(to_record(unpacked(row[0]), self.name) for row in rows)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Use the file alone.  Raises `ReadError` where it is damaged."""
        try:
            with self._lock:
                yield
        except (sqlite3.DatabaseError, ValueError, TypeError, ArithmeticError) as error:
            raise ReadError(self._path, f"is damaged: {error}", REBUILD) from None

    def _ranked(self, text: str) -> list[int]:
        """Return the numbers of the likeliest records."""
        scores: defaultdict[int, float] = defaultdict(float)
        fetched = 0
        for used, (documents, word) in enumerate(self._rarest(text)):
            if used >= FEWEST_WORDS and fetched + documents > MOST_ROWS:
                break
            weight = math.log1p(self._count / documents)
            query = "select rowid from word where word match ?"
            for (id,) in self._db.execute(query, (f'"{word}"',)):
                scores[id] += weight
            fetched += documents
        return sorted(scores, key=lambda found: -scores[found])[:CANDIDATES]

    def _rarest(self, text: str) -> list[tuple[int, str]]:
        """Return the rarest words of a text that records have, each with how many have it."""
        query = "select records from frequency where word = ?"
        known = [
            (row[0], word)
            for word in dict.fromkeys(tokens(text))
            if (row := self._db.execute(query, (word,)).fetchone())
        ]
        return sorted(known)[:MOST_WORDS]

    def with_doi(self) -> int:
        """Return how many records have a DOI."""
        with self._reading():
            row = self._db.execute("select count(*) from record where doi != ''").fetchone()
        return int(row[0])

    def origins(self) -> list[tuple[str, int]]:
        """Return the files a built registry came from, each with its number of records."""
        with self._reading():
            return self._db.execute("select path, records from origin order by rowid").fetchall()

    def close(self) -> None:
        """Close the file."""
        self._db.close()


def _is_built(path: str | Path) -> bool:
    """Return whether a file is one that `build` made; one that is not there is for others to name."""
    try:
        with Path(path).open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def _open_built(path: str | Path) -> sqlite3.Connection:
    try:
        uri = f"{Path(path).resolve().as_uri()}?mode=ro"
        db = sqlite3.connect(uri, uri=True, check_same_thread=False)
        version = db.execute("pragma user_version").fetchone()[0]
        db.execute("select 1 from record, origin, frequency limit 1").fetchone()
    except sqlite3.Error as error:
        raise ReadError(path, f"is no registry: {error}", REBUILD) from None
    if version != FORMAT:
        raise ReadError(path, "was built by another version of paracite", REBUILD)
    return db


source = Source(
    "local registries",
    order=0,
    open=lambda access: [Registry(path) for path in access.registries],
    citations=True,
)
