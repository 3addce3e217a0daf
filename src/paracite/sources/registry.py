"""The local registry: records on disk, looked up by DOI and searched by words.

Read from JSON lines of Crossref-shaped records (plain, or `.gz`), from JSON with `items`
(Crossref's public data file and REST answers), or from the SQLite file `build` makes.

The index is FTS5 without positions or content, so it holds only which words a record
has.  Ranking is ours: the rarest words of the citation are looked up one by one, and a
record gets the weight -log(share of records with the word) for each it has.
"""

import gzip
import json
import math
import sqlite3
import threading
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from paracite.errors import ReadError, why
from paracite.reference import Reference
from paracite.sources._kinds import Record
from paracite.sources._record import to_record, to_reference
from paracite.text import words

Item = dict[str, Any]

MAGIC = b"SQLite format 3\0"
FORMAT = 1  #: of the file `build` makes, in `pragma user_version`
SCHEMA = f"""
pragma user_version = {FORMAT};
create table record (id integer primary key, doi text, body blob not null);
create table origin (path text primary key, size integer, modified real, records integer);
create virtual table word using fts5 (
  text, content = '', detail = none, columnsize = 0, tokenize = 'unicode61 remove_diacritics 0'
);
create virtual table frequency using fts5vocab ('word', 'row');
"""
MOST_NAMES = 8  #: of a record that are indexed
MOST_WORDS = 16  #: of a citation that are looked up, rarest first
MOST_ROWS = 6000  #: fetched for a citation's words together, once four words are known
CANDIDATES = 20
#: Members kept in a record; the rest says nothing about which work it is.
KEPT = frozenset(
    [
        *("DOI", "type", "title", "subtitle", "original-title", "container-title"),
        *("short-container-title", "collection-title", "author", "editor", "translator", "chair"),
        *("issued", "published-print", "published-online", "volume", "issue", "page"),
        *("article-number", "edition-number", "publisher", "publisher-location", "language"),
        *("ISBN", "ISSN", "event", "relation", "updated-by", "paracite"),
    ]
)
KEPT_RELATIONS = ("is-preprint-of", "has-preprint", "is-version-of")
DICTIONARY = (
    b'"relation":{"published-online":{"date-parts":[["published-print":{"date-parts":[['
    b'"publisher":"Elsevier BV Springer Wiley Oxford University Press (OUP)","edition-number":'
    b'"type":"proceedings-article","type":"book-chapter","short-container-title":["Journal of '
    b'"],"ISBN":["978"],"ISSN":["0000-"],"article-number":"","issue":"1","page":"1-","volume":"'
    b'","type":"journal-article","container-title":["Journal of the International"],"author":['
    b'{"given":"","family":""},{"given":"A.","family":"'
    b'"}],"issued":{"date-parts":[[20,1,1]]},"title":["The '
    b'"],"DOI":"10.10'
)
BATCH = 10_000  #: records written at a time


class Registry:
    """Records of one file; safe to ask from several threads."""

    def __init__(self, path: str | Path) -> None:
        """Open a file.  Raises `ReadError`, naming the line of a record that cannot be read."""
        self.name = Path(path).name
        self._lock = threading.Lock()
        if is_built(path):
            self._db = _open_built(path)
        else:
            self._db = sqlite3.connect(":memory:", check_same_thread=False)
            self._db.executescript(SCHEMA)
            add(self._db, records(path))
        self._count = self._db.execute("select count(*) from record").fetchone()[0]

    def __len__(self) -> int:
        return int(self._count)

    def one(self, doi: str) -> Record | None:
        """Give the record of a DOI, or None."""
        query = "select body from record where doi = ? and doi != ''"
        with self._lock:
            row = self._db.execute(query, (doi,)).fetchone()
        return to_record(unpacked(row[0]), self.name) if row else None

    def search(self, text: str, count: int = CANDIDATES) -> tuple[Record, ...]:
        """Give the records that share most of the rare words of a citation, best first."""
        with self._lock:
            ids = self._ranked(text, count)
            rows = [
                self._db.execute("select body from record where id = ?", (id,)).fetchone()
                for id in ids
            ]
        return tuple(to_record(unpacked(row[0]), self.name) for row in rows)

    def _ranked(self, text: str, count: int) -> list[int]:
        known = []
        for word in dict.fromkeys(tokens(text)):
            row = self._db.execute("select doc from frequency where term = ?", (word,)).fetchone()
            if row:
                known.append((row[0], word))
        scores: Counter[int] = Counter()
        fetched = 0
        for used, (documents, word) in enumerate(sorted(known)[:MOST_WORDS]):
            if used > 3 and fetched + documents > MOST_ROWS:
                break
            weight = math.log1p(self._count / documents)
            query = "select rowid from word where word match ?"
            for (id,) in self._db.execute(query, (f'"{word}"',)):
                scores[id] += weight  # type: ignore[assignment]
            fetched += documents
        return [id for id, _ in scores.most_common(count)]

    def origins(self) -> list[tuple[str, int]]:
        """Give the files the records came from, each with how many it gave."""
        return self._db.execute("select path, records from origin order by rowid").fetchall()

    def close(self) -> None:
        """Close the file."""
        self._db.close()


def is_built(path: str | Path) -> bool:
    """Tell whether a file is one that `build` made."""
    try:
        with Path(path).open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def _open_built(path: str | Path) -> sqlite3.Connection:
    try:
        uri = Path(path).resolve().as_uri()
        db = sqlite3.connect(f"{uri}?mode=ro", uri=True, check_same_thread=False)
        version = db.execute("pragma user_version").fetchone()[0]
        db.execute("select count(*) from word where word match 'a'").fetchone()
    except sqlite3.Error as error:
        raise ReadError(path, f"is no registry: {error}", "make it with registry build") from None
    if version != FORMAT:
        raise ReadError(path, "was built by another version", "make it again with registry build")
    return db


def tokens(text: str) -> Iterator[str]:
    """Yield the words of a text as the index holds them."""
    return (part for word in words(text) for part in word.split("_") if part)


def add(db: sqlite3.Connection, items: Iterable[Item]) -> int:
    """Add records to an open registry, without committing; give how many."""
    start = int(db.execute("select coalesce(max(id), 0) from record").fetchone()[0])
    batch: list[tuple[int, str, bytes]] = []
    texts: list[tuple[int, str]] = []
    id = start
    for id, item in enumerate(items, start + 1):
        slim = _slim(item)
        reference = to_reference(slim)
        batch.append((id, str(slim.get("DOI", "")).lower(), packed(slim)))
        texts.append((id, " ".join(tokens(" ".join(_searchable(reference))))))
        if len(batch) == BATCH:
            _write(db, batch, texts)
    _write(db, batch, texts)
    db.execute("create index if not exists record_doi on record (doi) where doi != ''")
    return id - start


def _write(
    db: sqlite3.Connection, batch: list[tuple[int, str, bytes]], texts: list[tuple[int, str]]
) -> None:
    db.executemany("insert into record values (?, ?, ?)", batch)
    db.executemany("insert into word (rowid, text) values (?, ?)", texts)
    batch.clear()
    texts.clear()


def _searchable(reference: Reference) -> Iterator[str]:
    """Yield the texts of a reference that a printed citation of it would show."""
    date = reference.issued
    yield from (reference.title, reference.original_title)
    yield from (reference.container_title, reference.container_title_short)
    for name in (*reference.author, *reference.editor)[:MOST_NAMES]:
        yield name.literal or name.family
    yield str(date.year) if date and date.year is not None else ""
    yield from (reference.volume, reference.page, reference.number)


def _slim(item: Item) -> Item:
    slim = {member: item[member] for member in item if member in KEPT and item[member]}
    if relation := slim.get("relation"):
        slim["relation"] = {kind: relation[kind] for kind in KEPT_RELATIONS if kind in relation}
    for role in ("author", "editor"):
        for name in slim.get(role, ()):
            if isinstance(name, dict):
                name.pop("affiliation", None)
                name.pop("sequence", None)
    return slim


def packed(item: Item) -> bytes:
    """Compress a record; short texts need the dictionary to shrink at all."""
    text = json.dumps(item, ensure_ascii=False, separators=(",", ":")).encode()
    packer = zlib.compressobj(6, zlib.DEFLATED, -13, 6, zlib.Z_DEFAULT_STRATEGY, DICTIONARY)
    return packer.compress(text) + packer.flush()


def unpacked(body: bytes) -> Item:
    """Give back what `packed` compressed."""
    unpacker = zlib.decompressobj(-13, DICTIONARY)
    item: Item = json.loads(unpacker.decompress(body) + unpacker.flush())
    return item


def records(path: str | Path) -> Iterator[Item]:
    """Read the records of a file, one a line, or all of one JSON value (`items`, a list).

    Raises `ReadError` naming the line at fault.
    """
    opener = gzip.open if str(path).endswith(".gz") else open
    try:
        with opener(path, "rb") as file:
            for number, line in enumerate(file, 1):
                if not line.strip():
                    continue
                try:
                    value = json.loads(line)
                except ValueError as error:
                    if number == 1 and (whole := _whole(line + file.read())) is not None:
                        yield from whole
                        return
                    raise ReadError(path, _fault(error), HINT, line=number) from None
                yield from _items_of(value, path, number)
    except FileNotFoundError:
        raise ReadError(path, "no such file", "check the path of the registry") from None
    except IsADirectoryError:
        raise ReadError(path, "is a directory, not a file", "name a file in it") from None
    except (OSError, EOFError, zlib.error) as error:
        reason = why(error) if isinstance(error, OSError) else str(error)
        raise ReadError(path, f"cannot be read: {reason}", HINT) from None


HINT = "a registry has one Crossref record in JSON on each line"


def _fault(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"is no JSON: {error.msg.lower()} in column {error.colno}"
    return "is no JSON: the text is not in UTF-8"


def _whole(text: bytes) -> Sequence[Item] | None:
    """Read a file that is one JSON value over several lines, or give None."""
    try:
        value = json.loads(text)
    except ValueError:
        return None
    items = value if isinstance(value, list) else _listed(value)
    return items if items and all(isinstance(item, dict) for item in items) else None


def _listed(value: Any) -> Any:
    """Give the list of works in a REST answer or a part of the public data file."""
    if not isinstance(value, dict):
        return None
    message = value.get("message")
    if isinstance(message, dict):
        return message.get("items", [message])
    return value.get("items")


def _items_of(value: Any, path: str | Path, line: int) -> Iterator[Item]:
    items = value if isinstance(value, list) else _listed(value) or [value]
    for item in items:
        if not isinstance(item, dict) or not ({"title", "DOI"} & item.keys()):
            raise ReadError(path, "is no record: it has neither title nor DOI", HINT, line=line)
        yield item
