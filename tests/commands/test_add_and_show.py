"""`add` and `show` on the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from paracite.bibtex.document import parse

Runner = Callable[..., Any]
TEXT = """@article{smith1999one, author = {Smith, John}, title = {One of several things}, year = 1999,
  doi = {10.1000/one}, journal = {Things}}
"""
PRINTED = "Wu, A. (2005). Another kind of thing. Journal of Things, 2(3), 4-5."
RECORD = {
    "DOI": "10.1000/two",
    "type": "journal-article",
    "title": ["A work that is registered"],
    "author": [{"family": "Li", "given": "Mei"}],
    "issued": {"date-parts": [[2010]]},
}


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    made = tmp_path / "references.bib"
    made.write_text(TEXT)
    (tmp_path / "registry.jsonl").write_text(json.dumps(RECORD) + "\n")
    return made


def keys(path: Path) -> list[str]:
    return [entry.key for entry in parse(path.read_bytes()).entries]


def test_adds_a_printed_reference(run: Runner, path: Path) -> None:
    done = run("add", PRINTED)
    assert (done.code, done.out) == (0, "wu2005another\n")
    assert path.read_text().startswith(TEXT)
    assert keys(path) == ["smith1999one", "wu2005another"]
    assert run("undo").code == 0
    assert path.read_text() == TEXT


@pytest.mark.parametrize(
    "entry",
    [
        TEXT,
        "@misc{a, title = {Tides}}",
        "@article{a, author = {Wu, A.}, journal = {Tides and Trade}, year = 1999}",
        "@misc{a, title = {Editorial}, author = {Wu, A.}, year = 1999}",
    ],
)
def test_the_same_entry_is_not_added_twice(run: Runner, path: Path, entry: str) -> None:
    path.write_text("")
    run("add", entry)
    assert len(keys(path)) == 1
    run("add", entry)
    assert len(keys(path)) == 1
    twice = path.with_name("twice.bib")
    twice.write_text(entry.replace("{a,", "{b,") + entry.replace("{a,", "{c,"))
    run("add", str(twice))
    assert len(keys(path)) == 1


def test_adds_from_files_and_stdin_under_keys_of_their_own(run: Runner, path: Path) -> None:
    other = path.with_name("other.ris")
    other.write_text("TY  - BOOK\nAU  - Wu, An\nPY  - 2005\nTI  - Another book\nER  - \n")
    new = "@misc{SMITH1999one, title = {Altogether different}}"
    done = run("add", other, "-", stdin=new)
    assert (done.code, done.out.split()) == (0, ["wu2005another", "SMITH1999onea"])
    assert run("add", "-", stdin=PRINTED).out == "wu2005anothera\n"


def test_a_list_on_stdin_is_read_whole(run: Runner, path: Path) -> None:
    run("add", "-", stdin=f"{PRINTED}\nLi, B. (2001). A book of lists. Press.")
    assert keys(path)[1:] == ["wu2005another", "li2001book"]


def test_a_double_is_said_and_not_added(run: Runner, path: Path) -> None:
    same_doi = "@article{a, title = {One of several things}, doi = {https://doi.org/10.1000/ONE}}"
    done = run("add", same_doi)
    assert (done.code, done.out) == (0, "")
    assert "smith1999one is in references.bib already" in done.err
    assert path.read_text() == TEXT
    assert run("add", PRINTED, PRINTED).out == "wu2005another\n"
    assert len(keys(path)) == 2


def test_a_doi_is_looked_up(run: Runner, path: Path) -> None:
    done = run("add", "https://doi.org/10.1000/TWO", "--registry", "registry.jsonl", "--offline")
    assert (done.code, done.out) == (0, "li2010work\n")
    assert "{A work that is registered}" in path.read_text()


def test_a_doi_that_could_not_be_looked_up_is_no_answer(run: Runner, path: Path) -> None:
    done = run("add", "10.1000/three", PRINTED, "--offline")
    assert (done.code, done.out) == (3, "wu2005another\n")
    assert "10.1000/three: the network was not asked" in done.err
    assert len(keys(path)) == 2


def test_makes_a_library_that_is_not_there(run: Runner, path: Path) -> None:
    assert run("add", PRINTED, "-f", "new.bib").code == 0
    assert keys(path.with_name("new.bib")) == ["wu2005another"]


def test_writes_the_dialect_of_the_library(run: Runner, path: Path) -> None:
    path.write_text("@article{a,\n  title = {T},\n  date = {2001},\n  journaltitle = {J},\n}\n")
    run("add", PRINTED)
    assert "journaltitle = {Journal of Things}" in path.read_text()


def test_follows_the_pattern_of_the_settings(run: Runner, path: Path) -> None:
    path.with_name("paracite.toml").write_text('citekey = "{Author}:{year}"\n')
    assert run("add", PRINTED).out == "Wu:2005\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("add", "none.bib"), "none.bib: no such file"),
        (("add", "my list of things.bib"), "my list of things.bib: no such file"),
        (("add", ""), "argument: is empty"),
        (("add", PRINTED, "-f", "list.json"), "cannot be edited"),
        (("show", "smith1999on"), "has no entry smith1999on (did you mean smith1999one?)"),
        (("show", "a", "-f", "none.bib"), "none.bib: no such file"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    run: Runner, path: Path, arguments: tuple[str, ...], message: str
) -> None:
    path.with_name("list.json").write_text('[{"id": "a", "type": "book"}]')
    done = run(*arguments)
    assert done.code == 2
    assert message in done.err
    assert done.err.count("\n") == 1


def test_show_gives_the_entry_and_all_that_is_known(run: Runner, path: Path) -> None:
    path.write_text(
        "@book{mother, title = {The whole}, publisher = {Press}, year = 2001}\n"
        "@inbook{part, crossref = {mother}, title = {A part of it}, author = {Smith, John},\n"
        "  ids = {old, older}, doi = {10.1000/part}}\n"
        "@inbook{again, title = {A part of it}, author = {Smith, John}, year = 2001,\n"
        "  booktitle = {The whole}, publisher = {Press}, doi = {10.1000/PART}}\n"
    )
    shown = run("show", "part").out
    assert shown.startswith("@inbook{part, crossref = {mother}, title")
    assert "Smith, J. (2001). A part of it. In The whole. Press. https://doi" in shown
    facts = dict(line.split(maxsplit=1) for line in shown.splitlines()[-5:])
    assert facts == {
        "origin": "references.bib:2",
        "doi": "https://doi.org/10.1000/part (not checked yet: paracite validate)",
        "same": "work  again",
        "inherits": "mother",
        "formerly": "old, older",
    }


def test_show_gives_an_item_and_reads_other_formats(run: Runner, path: Path) -> None:
    assert json.loads(run("show", "SMITH1999ONE", "--json").out)["DOI"] == "10.1000/one"
    path.with_name("list.json").write_text('[{"id": "a", "type": "book", "title": "T"}]')
    assert run("show", "a", "-f", "list.json").out.startswith("@book{a,\n  title = {T},\n}\n")
