"""Writes are all or nothing, and never harm what is no regular file."""

import subprocess
import sys
from pathlib import Path

import pytest

from paracite import files
from paracite.errors import ReadError, WriteError

FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.is_char_device(), reason="no /dev/full on this system")


def test_mode_and_link_are_kept(tmp_path: Path) -> None:
    real, link = tmp_path / "real.bib", tmp_path / "link.bib"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    files.write_bytes(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o777 == 0o640


def test_failed_write_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.bib"
    target.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(WriteError, match=r"a\.bib: cannot be written: no space left on device"):
        files.write_bytes(target, b"new")
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"a.bib": b"old"}


@pytest.mark.parametrize("name", ["missing/a.bib", "file/a.bib", "."])
def test_impossible_targets_are_one_clear_line(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WriteError, match=r"^[^\n]+$"):
        files.write_bytes(tmp_path / name, b"x")


@needs_full
def test_a_device_is_written_to_not_replaced() -> None:
    with pytest.raises(WriteError, match="no space left"):
        files.write_bytes(FULL, b"x")
    assert FULL.is_char_device()


@needs_full
def test_full_stdout_is_one_line_and_exit_2() -> None:
    with FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "paracite", "config", "show"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.splitlines() == ["paracite: output: no space left on device"]


@pytest.mark.parametrize(("name", "reason"), [("none", "no such file"), (".", "is a directory")])
def test_unreadable_paths_say_why(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        files.read_bytes(tmp_path / name)
