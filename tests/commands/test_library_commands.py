"""`list`, `search`, `set`, `rename`, `remove` and `undo` on the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Runner = Callable[..., Any]

TEXT = """@article{smith1999, author = {Smith, John}, title = {One}, year = 1999}
@book{li2005, author = {Li, Mei and Wu, An}, title = {Two}, year = 2005}
"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    made = tmp_path / "references.bib"
    made.write_text(TEXT)
    return made


@pytest.mark.usefixtures("path")
def test_list_prints_tabs_when_piped(run: Runner) -> None:
    assert run("list").out == "smith1999\tSmith\t1999\tOne\nli2005\tLi & Wu\t2005\tTwo\n"
    assert run("list", "-s", "-year", "-c", "year,key").out == "2005\tli2005\n1999\tsmith1999\n"
    assert run("list", "--keys").out == "smith1999\nli2005\n"
    assert run("list", "--csv", "--columns", "key,author").out == (
        'key,author\nsmith1999,"Smith, John"\nli2005,"Li, Mei; Wu, An"\n'
    )
    assert [item["id"] for item in json.loads(run("list", "--json").out)] == ["smith1999", "li2005"]


@pytest.mark.usefixtures("path")
def test_search_takes_words_with_a_minus(run: Runner) -> None:
    assert run("search", "two", "--keys").out == "li2005\n"
    assert run("search", "-two", "--keys").out == "smith1999\n"
    assert run("search", "-f", "references.bib", "-type:book", "--keys").out == "smith1999\n"
    assert run("search", "--keys", "one OR two -year:2005").out == "smith1999\n"
    missed = run("search", "nothing")
    assert (missed.code, missed.out, missed.err) == (0, "", "no reference matches\n")


def test_other_formats_and_stdin_are_listed_too(run: Runner, tmp_path: Path) -> None:
    other = tmp_path / "list.json"
    other.write_text('[{"id": "a", "type": "book", "title": "T"}]')
    assert run("list", "-f", other).out == "a\t\t\tT\n"
    assert run("list", "-f", "-", "-c", "key,line", stdin=TEXT).out == "smith1999\t1\nli2005\t2\n"


def test_edits_and_undo(run: Runner, path: Path) -> None:
    assert run("set", "li2005", "note=new", "Year=2006").code == 0
    assert path.read_text() == TEXT.replace("year = 2005", "year = {2006}, note = {new}")
    assert run("rename", "li2005", "wu").code == 0
    assert run("remove", "wu").code == 0
    assert path.read_text() == TEXT.splitlines(keepends=True)[0]
    assert run("undo", "--steps", "3").code == 0
    assert path.read_text() == TEXT
    assert run("undo", path).code == 0
    assert "wu" not in run("list", "--keys").out


def test_undo_takes_back_what_other_commands_write(run: Runner, path: Path) -> None:
    path.write_text(TEXT.replace("title = {One}", "doi = {doi:10.1000/one}"))
    before = path.read_text()
    run("check", "--fix", path)
    assert "{10.1000/one}" in path.read_text()
    run("undo")
    assert path.read_text() == before
    run("read", "-", "-o", path, stdin=TEXT)
    assert path.read_text() != before
    run("undo")
    assert path.read_text() == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("set", "li2006", "note=x"), "has no entry li2006 (did you mean li2005?)"),
        (("set", "li2005", "note"), "'note' is not FIELD=VALUE"),
        (("set", "li2005", "isbn="), "has no field isbn"),
        (("set", "li2005", "note={"), "brace"),
        (("rename", "li2005", "smith1999"), "the key smith1999 is taken"),
        (("rename", "li2005", "a b"), "cannot be a citekey"),
        (("remove", "li2005", "nobody"), "has no entry nobody"),
        (("undo",), "no version to bring back"),
        (("list", "-f", "none.bib"), "none.bib: no such file"),
        (("list", "--sort", "a b"), "'a b' is no column"),
        (("list", "year:x"), "'x' is no year"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    run: Runner, path: Path, arguments: tuple[str, ...], message: str
) -> None:
    done = run(*arguments)
    assert done.code == 2
    assert message in done.err
    assert done.err.count("\n") == 1
    assert path.read_text() == TEXT
