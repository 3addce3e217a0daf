"""Answers are kept as long as told, and a file that is no cache stops nobody."""

from pathlib import Path

from paracite.sources._cache import DAY, Cache


def test_values_go_stale(tmp_path: Path) -> None:
    now = 1000.0
    cache = Cache(tmp_path / "folder" / "c.sqlite", clock=lambda: now)
    cache.put("a", {"title": "Ä"}, 1)
    assert cache.get("a") == {"title": "Ä"}
    assert cache.get("b") is None
    now += DAY
    assert cache.get("a") is None
    cache.close()


def test_refresh_forgets_what_other_runs_kept(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    before = Cache(path, clock=lambda: 1.0)
    before.put("a", 1, 30)
    before.close()
    later = Cache(path, refresh=True, clock=lambda: 2.0)
    assert later.get("a") is None
    later.put("a", 2, 30)
    assert later.get("a") == 2
    later.close()


def test_a_broken_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    path.write_bytes(b"no database" * 100)
    cache = Cache(path)
    cache.put("a", 1, 1)
    assert cache.get("a") == 1
    cache.close()


def test_without_a_folder_answers_are_kept_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for cache in (Cache(tmp_path / "file" / "c.sqlite"), Cache()):
        cache.put("a", 1, 1)
        assert cache.get("a") == 1
        cache.close()
