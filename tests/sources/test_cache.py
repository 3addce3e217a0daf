"""Answers are kept as long as told, and a file that is no cache stops nobody and is dropped once."""

import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from paracite.sources import CACHE_FILE, _cache
from paracite.sources._cache import DAY, Cache

from .conftest import CANDIDATES, Look, works

FOREVER = 1e12


def test_values_go_stale(tmp_path: Path) -> None:
    now = 1000.0
    cache = Cache(tmp_path / "folder" / "c.sqlite", clock=lambda: now)
    cache.put("a", {"title": "Ä"}, 1)
    assert cache.get("a", dict) == {"title": "Ä"}
    assert cache.get("b", dict) is None
    now += DAY
    assert cache.get("a", dict) is None
    cache.close()


def test_refresh_forgets_what_other_runs_kept(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    before = Cache(path, clock=lambda: 1.0)
    before.put("a", 1, 30)
    before.close()
    later = Cache(path, refresh=True, clock=lambda: 2.0)
    assert later.get("a", int) is None
    later.put("a", 2, 30)
    assert later.get("a", int) == 2
    later.close()


def test_without_a_folder_answers_are_kept_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder.sqlite").mkdir()
    for cache in (
        Cache(tmp_path / "file" / "c.sqlite"),
        Cache(tmp_path / "folder.sqlite"),
        Cache(),
    ):
        cache.put("a", 1, 1)
        assert cache.get("a", int) == 1
        cache.close()


def test_a_file_that_cannot_be_opened_is_not_called_damaged(tmp_path: Path) -> None:
    (tmp_path / "folder.sqlite").mkdir()
    told: list[str] = []
    Cache(tmp_path / "folder.sqlite", tell=told.append).close()
    assert told == []


def test_a_file_that_is_damaged_again_is_not_dropped_again(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    path.write_bytes(b"no database" * 1000)
    told: list[str] = []
    cache = Cache(path, tell=told.append)
    cache.put("a", 1, 1)
    sql(path, "update answer set value = 7")
    assert cache.get("a", int) is None
    cache.put("a", 2, 1)
    assert cache.get("a", int) == 2
    assert len(told) == 1
    cache.close()


def test_a_key_may_have_half_a_character() -> None:
    cache = Cache()
    cache.put("a\ud800", 1, 1)
    assert cache.get("a\ud800", int) == 1


def sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        for statement in statements:
            db.execute(statement)
        db.commit()


def kept(value: bytes) -> Callable[[Path], None]:
    """Keep a value as it is under every key that is asked for."""

    def keep(path: Path) -> None:
        with closing(sqlite3.connect(path)) as db:
            db.execute("update answer set value = ?", (value,))
            db.commit()

    return keep


def damaged_pages(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = b"\x5a" * (len(data) - 4096)
    path.write_bytes(data)


def other_columns(path: Path) -> None:
    sql(path, "drop table answer", "create table answer (key text, body blob)")


def stricter_columns(path: Path) -> None:
    sql(path, "alter table answer rename to old", "drop table old")
    sql(path, "create table answer (key, stored, stale, value, more text not null)")


DAMAGES: dict[str, Callable[[Path], object]] = {
    "garbage": lambda path: path.write_bytes(b"no database" * 1000),
    "a header and garbage": lambda path: path.write_bytes(b"SQLite format 3\0" + b"x" * 9000),
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:4096]),
    "damaged pages": damaged_pages,
    "other columns": other_columns,
    "a column more": stricter_columns,
    "a view": lambda path: sql(
        path, "drop table answer", "create view answer as select 1 key, 2 stored, 3 stale, 4 value"
    ),
    "not compressed": kept(b"plain"),
    "no text": kept(zlib.compress(b"\xff\xfe")),
    "no JSON": kept(zlib.compress(b"{")),
    "NaN": kept(zlib.compress(b"[NaN]")),
    "deep": kept(zlib.compress(b"[" * 100_000 + b"]" * 100_000)),
    "a bomb": kept(zlib.compress(b" " * 2**25)),
    "compressed and cut off": kept(zlib.compress(b"{}" * 1000)[:10]),
    "another type": kept(zlib.compress(b'"text"')),
    "a number": lambda path: sql(path, "update answer set value = 7"),
}


@pytest.fixture
def cache_file(tmp_path: Path) -> Path:
    path = tmp_path / ".cache" / CACHE_FILE
    cache = Cache(path)
    for number in range(30):
        cache.put(f"crossref/10.1000/{number}", {"title": [f"{number}" * 99]}, FOREVER)
    cache.put("crossref/10.1000/one", CANDIDATES["10.1000/two"], FOREVER)
    cache.close()
    sql(path, "pragma journal_mode = delete")
    return path


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_file_is_dropped_and_said_once(
    cache_file: Path, damage: Callable[[Path], object]
) -> None:
    damage(cache_file)
    told: list[str] = []
    cache = Cache(cache_file, tell=told.append)
    for number in range(30):
        cache.get(f"crossref/10.1000/{number}", dict)
        cache.put(f"crossref/10.1000/{number}", {"title": [1]}, 1)
    assert cache.get("crossref/10.1000/7", dict) == {"title": [1]}
    cache.close()
    assert told == [f"{cache_file}: is damaged and was dropped; what it held is asked again"]
    again = Cache(cache_file, tell=told.append)
    assert again.get("crossref/10.1000/29", dict) == {"title": [1]}
    again.close()
    assert len(told) == 1


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_file_changes_no_verdict(
    cache_file: Path, damage: Callable[[Path], object], server: HTTPServer, look: Look
) -> None:
    server.expect_request("/works").respond_with_json(works([*CANDIDATES.values()]))
    damage(cache_file)
    code, found = look()
    assert code == 0
    assert {each["verdict"] for each in found.values()} == {"confirmed"}


def test_a_file_that_another_holds_is_let_be(
    cache_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_cache, "BUSY_SECONDS", 0.01)
    told: list[str] = []
    cache = Cache(cache_file, tell=told.append)
    with closing(sqlite3.connect(cache_file)) as other:
        other.execute("begin exclusive")
        cache.put("b", 1, 1)
        assert cache.get("b", int) is None
    assert told == []
    assert cache.get("crossref/10.1000/one", dict) == CANDIDATES["10.1000/two"]
    cache.close()
