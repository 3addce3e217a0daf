"""An index is always that of the file's bytes, however it came to be."""

import random
import sqlite3
from itertools import accumulate
from pathlib import Path

import pytest

from paracite import config, index
from paracite.bibtex import pieces
from paracite.bibtex.document import parse
from paracite.errors import ReadError
from paracite.index import build, query

ENTRY = "@book{{{key},\n  title = {{{title}}},\n  year = {year}\n}}\n\n"


def entry(key: str, title: str = "A title", year: str = "2000", more: str = "") -> str:
    return ENTRY.format(key=key, title=title, year=f"{year}{more}")


def listed(path: Path) -> list[tuple[object, ...]]:
    with index.open(str(path)) as opened:
        return opened.rows(("key", "title", "container", "year", "line"))


def index_file() -> Path:
    [found] = (config.cache_folder() / "index").iterdir()
    return found


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "references.bib"
    path.write_text("".join(entry(f"key{n}", f"Title {n}") for n in range(9)))
    return path


def anew(path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[object, ...]]:
    with monkeypatch.context() as patch:
        patch.setenv("PARACITE_CACHE_DIR", str(tmp_path / "other"))
        made = listed(path)
        for each in (tmp_path / "other" / "index").iterdir():
            each.unlink()
    return made


def test_is_read_once(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = listed(library)
    monkeypatch.setattr(build, "_read", None)  # any reading would fail now
    assert listed(library) == first
    assert [row[0] for row in first] == [f"key{n}" for n in range(9)]


def test_reads_only_what_changed(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed(library)
    seen: list[int] = []
    read = build._read  # noqa: SLF001  what is read is the point

    def watched(path: str, data: bytes, cut: list[bytes], numbers: list[int]) -> object:
        seen.extend(numbers)
        return read(path, data, cut, numbers)

    monkeypatch.setattr(build, "_read", watched)
    text = library.read_text().replace("Title 3", "Another")
    library.write_text(entry("new") + text.replace(entry("key7", "Title 7"), ""))
    assert [row[:2] for row in listed(library)] == [
        ("new", "A title"),
        *((f"key{n}", "Another" if n == 3 else f"Title {n}") for n in range(9) if n != 7),
    ]
    assert seen == [0, 4]


@pytest.mark.parametrize("seed", range(8))
def test_updated_is_as_made_anew(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(seed)  # noqa: S311  the same each time
    path = tmp_path / "references.bib"
    entries = [_some_entry(chance) for _ in range(12)]
    for _ in range(6):
        path.write_text("".join(entries))
        assert listed(path) == anew(path, monkeypatch, tmp_path)
        with index.open(str(path)) as opened:
            found = opened.rows(("key",), query.parse("title:common"), "line")
        assert len(found) == sum(row[1] == "common" for row in listed(path))
        _change(entries, chance)


def _change(entries: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(entries))
    match chance.randrange(4):
        case 0:
            entries.insert(at, _some_entry(chance))
        case 1:
            entries.pop(at)
        case 2:
            entries.insert(0, entries.pop(at))
        case _:
            entries.append(entries[at])


def _some_entry(chance: random.Random) -> str:
    number = chance.randrange(20)
    if number == 0:
        return f"@string{{word = {{Text {chance.randrange(3)}}}}}\n"
    if number == 1:
        return "% a note\n@comment{with { braces }}\n"
    key, parent = f"key{number}", f"key{chance.randrange(20)}"
    more = chance.choice(["", f",\n  crossref = {{{parent}}}", ",\n  publisher = word"])
    kind = chance.choice(["book", "incollection"])
    title = chance.choice(["common", f"Title {number}"])
    return entry(key, title, "2001", more).replace("@book", f"@{kind}")


def test_a_change_of_a_parent_reaches_its_children(tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    child = "@incollection{child, title = {Part}, crossref = {mother}}\n"
    path.write_text(child + entry("mother", "Old") + entry("other"))
    assert listed(path)[0][2] == "Old"
    path.write_text(child + entry("mother", "New") + entry("other"))
    assert listed(path)[0][2] == "New"
    path.write_text(child + entry("other"))
    assert listed(path)[0][2] == ""


@pytest.mark.parametrize("damage", ["garbage", "cut", "empty", "old", "table", "folder"])
def test_a_damaged_one_is_made_again(library: Path, damage: str) -> None:
    first = listed(library)
    place = index_file()
    if damage == "garbage":
        place.write_bytes(b"no database" * 1000)
    elif damage == "cut":
        place.write_bytes(place.read_bytes()[: place.stat().st_size // 2])
    elif damage == "empty":
        place.write_bytes(b"")
    elif damage == "folder":
        place.unlink()
        place.mkdir()
    else:
        change = "PRAGMA user_version = 1" if damage == "old" else "DROP TABLE item"
        with sqlite3.connect(place) as connection:
            connection.execute(change)
        connection.close()
    assert listed(library) == first
    with index.open(str(library)) as opened:
        assert len(list(opened.items())) == len(first)


def test_works_without_a_cache_folder(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARACITE_CACHE_DIR", str(library))
    assert len(listed(library)) == 9


def test_takes_what_no_column_can_hold(tmp_path: Path) -> None:
    path = tmp_path / "references.json"
    title = r"half a \ud800 character, \u0000, \u001f and \u001b[31m"
    year = "9" * 30
    path.write_text(
        f'[{{"id": "a", "type": "book", "title": "{title}",'
        f' "issued": {{"date-parts": [[{year}]]}}}}]'
    )
    assert listed(path) == [("a", "half a \ufffd character, , and [31m", "", None, 1)]
    with index.open(str(path)) as opened:
        [item] = opened.items()
    assert item["issued"] == {"date-parts": [[int(year)]]}


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file"), index.open(str(tmp_path / "none.bib")):
        pass


def test_the_cache_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "KEPT", 3)
    for number in range(5):
        path = tmp_path / f"{number}.bib"
        path.write_text(entry("key"))
        listed(path)
    assert len(list((config.cache_folder() / "index").iterdir())) == 3


def test_pieces_are_all_of_the_file_and_cut_no_entry(corpora: Path) -> None:
    cut_files = 0
    for path in sorted((corpora / "bibtex").rglob("*.bib"))[::4]:
        data = path.read_bytes()
        cut = pieces.cut(data)
        assert b"".join(cut) == data
        if len(cut) > 1:
            cut_files += 1
            blocks = [each for each in parse(data).blocks if each.kind != "text"]
            inside = {at for each in blocks for at in range(each.start + 1, each.end)}
            assert not inside.intersection(accumulate(len(piece.decode()) for piece in cut)), path
    assert cut_files > 100
