"""The tables of an index, and how a reference becomes a row of each."""

import json
import re
import sqlite3
from hashlib import sha256
from typing import Any

from paracite.fields.markup import plain
from paracite.text import fold, squeeze, words

VERSION = 3  #: of the tables; an index of another version is made again
RANK = "rank"
COLUMNS = ("key", "type", "kind", "author", "year", "title", "container", "doi", "line")
#: The columns of the full text, and what a hit in each weighs for the rank.
WORDS = {
    "title": 8.0,
    "author": 6.0,
    "editor": 3.0,
    "container": 2.0,
    "publisher": 1.0,
    "keyword": 3.0,
    "abstract": 1.0,
    "note": 1.0,
    "rest": 1.0,
}
TABLES = f"""
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE entry (
    id INTEGER PRIMARY KEY, piece BLOB, line INTEGER, within INTEGER, key TEXT, type TEXT,
    kind TEXT, author TEXT, year INTEGER, title TEXT, container TEXT, doi TEXT
);
CREATE TABLE item (id INTEGER PRIMARY KEY, json TEXT);
CREATE VIRTUAL TABLE words USING fts5({", ".join(WORDS)}, tokenize = 'unicode61');
PRAGMA user_version = {VERSION};
"""
#: The place of an item's origin, which is filled in when it is asked for; within a JSON string
#: the quotation marks would be escaped.
ORIGIN = '"origin": {{"path": {path}, "line": {line}, '
NOWHERE = ORIGIN.format(path='""', line=0)
# Scripts written without spaces: each character is a word, so that any part can be found.
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
DOI_PREFIX = re.compile(r"\A(?:https?://(?:dx\.)?doi\.org/|doi:)\s*", re.IGNORECASE)
UPPER = {
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "pmcid": "PMCID",
    "pmid": "PMID",
    "url": "URL",
}


def digest(data: bytes) -> bytes:
    """Return the digest by which an index knows the bytes it was made from."""
    return sha256(data).digest()


def meta(connection: sqlite3.Connection, name: str) -> bytes | None:
    """Return what an index says of itself under `name`."""
    row = connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    return row[0] if row else None


def set_meta(connection: sqlite3.Connection, name: str, value: bytes) -> None:
    """Let an index say something of itself."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))


def indexed(text: str) -> str:
    """Write text as it is indexed and looked for."""
    return UNSPACED.sub(r" \g<0> ", fold.__wrapped__(text))


def has_words(text: str) -> bool:
    """Return whether there is anything in `text` that can be looked for."""
    return any(character.isalnum() for character in text)


def line(text: str) -> str:
    """Write text as a list shows it: without markup, line breaks and control characters."""
    return squeeze(CONTROLS.sub(" ", plain(text)))


def folded(value: str | int | None) -> str:
    """Fold a column's value, to sort and compare."""
    return fold.__wrapped__("" if value is None else str(value))


def bare_doi(text: str) -> str:
    """Take the resolver's address or label off a DOI, or off the start of one."""
    return DOI_PREFIX.sub("", text.strip()).rstrip("/").casefold()


def padded(value: str | int | None) -> str:
    """Write the words of a value with a space around each, to look for words in it."""
    return f" {' '.join(words('' if value is None else str(value)))} "


def value(item: str, name: str) -> str:
    """Return what a CSL-JSON item has under a variable's name or one of `extra`, as text."""
    read = json.loads(item)
    found = read.get(UPPER.get(name, name))
    if found is None:
        extra = read["custom"]["paracite"].get("extra", {})
        found = next((each for key, each in extra.items() if key.casefold() == name), "")
    if isinstance(found, dict):
        return _date(found)
    if isinstance(found, list):
        return "; ".join(each if isinstance(each, str) else _name(each) for each in found)
    return line(str(found))


def _date(item: dict[str, Any]) -> str:
    ends = item.get("date-parts", [])
    dates = ["-".join(f"{part:02}" for part in end) if end[0] else "" for end in ends]
    return "/".join(dates) or str(item.get("literal", ""))


def _name(item: dict[str, str]) -> str:
    family = f"{item.get('non-dropping-particle', '')} {item.get('family', '')}".strip()
    given = f"{item.get('given', '')} {item.get('dropping-particle', '')}".strip()
    parts = (family, given, item.get("suffix"))
    return item.get("literal") or ", ".join(filter(None, parts))
