"""Edits, undo and the lock, over real files."""

import os
import signal
import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

import pytest

from paracite import library
from paracite.bibtex.document import BibtexDocument, parse
from paracite.errors import ParaciteError, ReadError, WriteError
from paracite.library import edits, history
from paracite.library.lock import locked

TEXT = """% my library
@string{oup = "Oxford"}

@Book{ smith1999,
    title     = {One},
    publisher = oup
}
@inbook{part, crossref = "smith1999", title = {Two}}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "references.bib"
    made.write_text(TEXT)
    return made


def set_title(path: Path, title: str) -> bool:
    return library.change(
        str(path), lambda source: edits.set_fields(source, "smith1999", [("title", title)])
    )


def test_changes_only_the_field(path: Path) -> None:
    assert set_title(path, "Three")
    assert path.read_text() == TEXT.replace("One", "Three")


def test_an_empty_value_removes_the_field(path: Path) -> None:
    assert set_title(path, "")
    assert path.read_text() == TEXT.replace("    title     = {One},\n", "")


def test_writes_nothing_where_nothing_changes(path: Path) -> None:
    before = path.stat()
    assert not set_title(path, "One")
    assert path.stat() == before
    assert history.versions(str(path)) == []


def test_undo_restores_and_can_be_undone(path: Path) -> None:
    set_title(path, "Three")
    library.undo(str(path))
    assert path.read_text() == TEXT
    library.undo(str(path))
    assert path.read_text() == TEXT.replace("One", "Three")


def test_undo_goes_back_several_changes(path: Path) -> None:
    for title in ("Three", "Four", "Five"):
        set_title(path, title)
    library.undo(str(path), 3)
    assert path.read_text() == TEXT
    library.undo(str(path))
    assert "Five" in path.read_text()
    with pytest.raises(ParaciteError, match="no version to bring back"):
        library.undo(str(path), 9)


def test_undo_brings_back_a_deleted_file(path: Path) -> None:
    set_title(path, "Three")
    path.unlink()
    library.undo(str(path))
    assert path.read_text() == TEXT


def test_undo_keeps_what_another_program_wrote(path: Path) -> None:
    set_title(path, "Three")
    path.write_text("by hand")
    library.undo(str(path))
    assert path.read_text() == TEXT
    library.undo(str(path))
    assert path.read_text() == "by hand"


def test_the_history_is_bounded(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MOST_VERSIONS", 4)
    for number in range(9):
        set_title(path, f"Title {number}")
    assert len(history.versions(str(path))) == 4
    monkeypatch.setattr(history, "MOST_BYTES", 10)
    set_title(path, "last")
    [kept] = history.versions(str(path))
    assert b"Title 8" in kept.read()


def test_refuses_when_another_program_wrote_meanwhile(path: Path) -> None:
    def edit(source: BibtexDocument) -> BibtexDocument:
        path.write_text("by hand")
        return edits.remove(source, ["part"])

    with pytest.raises(WriteError, match="changed by another program meanwhile"):
        library.change(str(path), edit)
    assert path.read_text() == "by hand"
    with pytest.raises(WriteError, match="meanwhile"):
        library.save(str(path), TEXT.encode(), b"new")


def test_an_output_over_a_file_can_be_undone(path: Path) -> None:
    library.write(str(path), b"new")
    assert path.read_bytes() == b"new"
    library.undo(str(path))
    assert path.read_text() == TEXT
    library.write(str(path.with_name("empty.bib")), b"")
    assert path.with_name("empty.bib").read_bytes() == b""


def test_a_file_with_two_names_is_saved_as_a_copy(path: Path, tmp_path: Path) -> None:
    (tmp_path / "other.bib").hardlink_to(path)
    set_title(path, "Three")
    (tmp_path / "other.bib").write_text("by hand")
    library.undo(str(path))
    assert path.read_text() == TEXT


def test_what_a_killed_writer_left_is_removed_in_time(path: Path) -> None:
    left, fresh = path.with_name(".references.bib.a.tmp"), path.with_name(".references.bib.b.tmp")
    left.touch()
    fresh.touch()
    os.utime(left, (0, 0))
    set_title(path, "Three")
    assert not left.exists()
    assert fresh.exists()


def test_keeps_mode_and_symbolic_link(path: Path, tmp_path: Path) -> None:
    path.chmod(0o640)
    link = tmp_path / "link.bib"
    link.symlink_to(path)
    set_title(link, "Three")
    assert link.is_symlink()
    assert "Three" in path.read_text()
    assert path.stat().st_mode & 0o777 == 0o640
    library.undo(str(path))
    assert path.read_text() == TEXT


def test_two_writers_both_get_their_turn(path: Path) -> None:
    def work(name: str) -> None:
        for number in range(10):
            changes = [(f"{name}{number}", "x")]
            library.change(str(path), partial(edits.set_fields, key="part", changes=changes))

    threads = [threading.Thread(target=work, args=(name,)) for name in ("a", "b")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert path.read_text().count("= {x}") + path.read_text().count('= "x"') == 20


def test_a_lock_that_is_held_is_an_error(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("paracite.library.lock.PATIENCE", 0.01)
    with locked(str(path)), pytest.raises(WriteError, match="being written by another"):
        set_title(path, "Three")
    assert path.read_text() == TEXT


def test_rename_takes_references_along(path: Path) -> None:
    library.change(str(path), lambda source: edits.rename(source, "smith1999", "new"))
    assert path.read_text() == TEXT.replace("smith1999", "new")


@pytest.mark.parametrize("key", ["smith199", "Smiht1999"])
def test_an_unknown_key_is_met_with_the_like(path: Path, key: str) -> None:
    with pytest.raises(ParaciteError, match="has no entry") as raised:
        library.change(str(path), lambda source: edits.remove(source, ["part", key]))
    assert raised.value.hint == "did you mean smith1999?"
    assert path.read_text() == TEXT


def test_a_key_that_stands_twice_is_not_guessed_at(path: Path) -> None:
    path.write_text(TEXT + "@misc{part, title = {Three}}\n")
    with pytest.raises(ParaciteError, match="2 entries have the key part, in lines 8, 9"):
        library.change(str(path), lambda source: edits.remove(source, ["part"]))


def test_other_formats_are_not_edited(tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    path.write_text('[{"id": "a", "type": "book"}]')
    with pytest.raises(WriteError, match=r"is not a \.bib file but csljson"):
        library.read(str(path))
    with pytest.raises(ReadError, match="no such file"):
        library.read(str(tmp_path / "none.bib"))
    with pytest.raises(WriteError, match="cannot be edited"):
        library.read("-")


KILLED = """
import os, signal, sys
from paracite import library
from paracite.library import edits

at, steps = int(sys.argv[2]), 0

def count(event, arguments):
    global steps
    if event.split(".")[0] in ("open", "os", "tempfile", "fcntl", "pathlib", "shutil"):
        steps += 1
        if steps == at:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(count)
library.change(
    sys.argv[1], lambda source: edits.set_fields(source, "smith1999", [("note", "x" * 100_000)])
)
print("done")
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 on this system")
def test_killed_at_any_moment_leaves_the_old_or_the_new_file(path: Path) -> None:
    """Kill the writer at each of its calls to the system, until one run gets through."""
    old = path.read_bytes()
    source = parse(old, str(path))
    new = edits.set_fields(source, "smith1999", [("note", "x" * 100_000)]).data
    outcomes: list[bytes] = []
    for at in range(1, 1000):
        path.write_bytes(old)
        done = subprocess.run(
            [sys.executable, "-c", KILLED, str(path), str(at)],
            capture_output=True,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
            check=False,
        )
        assert done.returncode in (0, -signal.SIGKILL), done.stderr.decode()
        outcomes.append(path.read_bytes())
        if done.returncode == 0:
            break
        library.undo(str(path)) if outcomes[-1] == new else None
        assert path.read_bytes() == old
    assert outcomes[-1] == new
    assert {old, new} == set(outcomes)
