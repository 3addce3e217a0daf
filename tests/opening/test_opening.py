"""A list as it was opened: its keys, its places, and what saving it refuses."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from paracite import files, library, opening, readers, sidecar, writers
from paracite.deduplicating import find_in, splicing
from paracite.deduplicating.reviewing import Review
from paracite.errors import ParaciteError, WriteError
from paracite.library import FileChange

Run = Callable[..., Any]
ROOT = Path(__file__).parents[2]


def entry(key: str, title: str, **fields: str) -> str:
    """Write an entry; one of two with the same title is a duplicate."""
    given = {"author": "Lee, Kim", "journal": "Nature", "volume": "5", "pages": "1--9"} | fields
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in given.items())
    return f"@article{{{key},\n  title = {{{title}}},\n{lines}  year = {{2001}}\n}}\n"


ONE, OTHER = "The first work of all on migration", "Something else entirely about governance"
TWICE = entry("a", ONE, note="kept") + entry("mid", OTHER, pages="20") + entry("b", ONE)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "list.bib"
    made.write_text(TWICE)
    return made


def merged(path: Path) -> None:
    opened = opening.open_list(str(path))
    opened.save(splicing.spliced(opened, find_in([opened]).clusters))


def test_two_entries_on_one_line_are_told_apart(path: Path) -> None:
    flat = [" ".join(entry(key, title).split()) for key, title in (("a", ONE), ("c", OTHER))]
    path.write_text(" ".join(flat) + "\n" + entry("b", ONE, note="precious"))
    merged(path)
    left = opening.open_list(str(path))
    assert [each.citekey for each in left.references] == ["c", "b"]
    assert left.references[1].note == "precious"
    assert left.references[1].get("ids") == "a"


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: entry("z", "Quantum chromodynamics") + text,
        lambda text: text.replace(ONE, "Quantum chromodynamics"),
        lambda text: text.replace(entry("a", ONE, note="kept"), entry("z", "Quantum matters")),
        lambda text: text + "\n",
    ],
    ids=["before", "within", "instead", "after"],
)
def test_a_list_that_changed_since_it_was_opened_is_not_written(
    path: Path, edit: Callable[[str], str]
) -> None:
    opened = opening.open_list(str(path))
    clusters = find_in([opened]).clusters
    assert clusters
    path.write_text(edit(TWICE))
    with pytest.raises(WriteError, match="changed by another program"):
        opened.save(splicing.spliced(opened, clusters))
    assert path.read_text() == edit(TWICE)


def test_a_review_finds_its_entries_again_after_an_edit(path: Path) -> None:
    opened = opening.open_list(str(path))
    review = Review(str(path))
    [cluster] = review.pending
    path.write_text(
        entry("new", "Coral reefs in summer", pages="77") + TWICE.replace("\n}\n", "\n}\n\n")
    )
    assert opening.open_list(str(path)).find_again(opened, 2) == 3
    review.merge({})
    left = opening.open_list(str(path)).references
    assert [each.citekey for each in left] == ["new", "a", "mid"]
    assert cluster.keys == ("a", "b")


def test_a_review_refuses_where_its_entries_are_gone(path: Path) -> None:
    review = Review(str(path))
    changed = TWICE.replace(entry("b", ONE), entry("b", "Quantum chromodynamics"))
    path.write_text(changed)
    with pytest.raises(WriteError, match="a and b were changed by another program"):
        review.merge({})
    assert path.read_text() == changed
    assert review.opened.data == changed.encode()


def test_a_review_takes_back_its_own_step_and_nothing_else(path: Path) -> None:
    review = Review(str(path))
    review.merge({})
    after = path.read_text()
    path.write_text(after + "% by hand\n")
    with pytest.raises(WriteError, match="was changed since the merge"):
        review.undo()
    assert path.read_text() == after + "% by hand\n"
    path.write_text(after)
    assert review.undo() == "merge"
    assert path.read_text() == TWICE


def test_two_decisions_are_taken_back_one_by_one(path: Path) -> None:
    path.write_text(TWICE + entry("c", ONE))
    review = Review(str(path))
    [cluster] = review.pending
    assert cluster.keys == ("a", "b", "c")
    review.split(2)
    decided = sidecar.load(str(path)).decisions
    assert sorted(each.keys for each in decided.pairs) == [("a", "c"), ("b", "c")]
    assert [each.keys for each in review.pending] == [("a", "b")]
    review.decide("version")
    sidecar.look_at(str(path), "a", "title", "0123")  # what another program wrote meanwhile
    assert review.undo() == "version"
    assert [each.keys for each in review.pending] == [("a", "b")]
    assert review.undo() == "not-duplicate"
    assert [each.keys for each in review.pending] == [("a", "b", "c")]
    beside = sidecar.load(str(path))
    assert (beside.decisions.pairs, beside.looked_at) == ((), frozenset(["0123"]))
    with pytest.raises(ParaciteError, match="nothing was decided yet"):
        review.undo()


def test_what_is_confirmed_or_kept_apart_is_not_asked_again(path: Path) -> None:
    path.write_text(TWICE + entry("c", ONE))
    review = Review(str(path))
    review.confirm()
    assert review.pending == []
    assert Review(str(path)).pending == []
    assert review.undo() == "merge"
    review.decide("not-duplicate", [(0, 1), (0, 2), (1, 2)])
    assert Review(str(path)).pending == []
    assert find_in([opening.open_list(str(path))]).clusters == ()


def test_keys_are_each_their_own_and_the_files_are_kept_beside() -> None:
    text = "@book{a, title = {One}}\n@book{A, title = {Two}}\n@book{a, title = {Three}}\n@book{, title = {Four}}"
    opened = opening.open_bytes(text.encode(), "x.bib")
    assert [each.citekey for each in opened.references] == ["a", "A", "aa", "four"]
    assert [each.citekey for each in opened.written] == ["a", "A", "a", ""]
    assert [opened.document.raw(b)[:7] for b in opened.blocks if opened.document] == [
        "@book{a",
        "@book{A",
        "@book{a",
        "@book{,",
    ]


def test_lists_that_are_joined_share_no_key(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.bib"
    other.write_text(entry("a", ONE) + entry("aa", OTHER))
    references = opening.joined(opening.open_all([str(path), str(other)]))
    assert [each.citekey for each in references] == ["a", "mid", "b", "ab", "aa"]


def test_duplicates_of_several_files_say_where_each_is(
    run: Run, path: Path, tmp_path: Path
) -> None:
    import json

    other = tmp_path / "other.bib"
    other.write_text("\n" + entry("a", ONE))
    [cluster] = json.loads(run("dedupe", path, other, "--json").out)["clusters"]
    assert [(Path(m["path"]).name, m["line"], m["key"]) for m in cluster["members"]] == [
        ("list.bib", 1, "a"),
        ("list.bib", 18, "b"),
        ("other.bib", 2, "a"),
    ]
    assert len(set(cluster["keys"])) == 3
    assert "other.bib:2a" in "".join(run("dedupe", path, other).out.split())


# Documents are written but not read; in Hayagriva each entry is named by its key.
KEYLESS = set(readers.names()) - {"docx", "latex", "hayagriva"}


@pytest.mark.parametrize("name", sorted(set(writers.names()) & KEYLESS))
def test_a_list_without_keys_is_exported_whole(run: Run, tmp_path: Path, name: str) -> None:
    """Write the article in every format that is read again, its keys taken out, and export it."""
    listed = opening.open_list(str(ROOT / "data" / "article.txt"))
    writer = writers.writer(name)
    path = tmp_path / f"list{writer.suffix}"
    text = writer.write(listed.references, writers.Options()).data.decode()
    for reference in listed.references:
        text = text.replace(reference.citekey, "")
    path.write_text(text)
    done = run("export", path, "--style", "apa", "--from", name)
    printed = [line for line in done.out.splitlines() if line.strip()]
    assert len(printed) == len(opening.open_list(str(path), name).references) >= 20


def test_the_article_is_exported_whole(run: Run) -> None:
    done = run("export", ROOT / "data" / "article.txt", "--style", "apa")
    assert len([line for line in done.out.splitlines() if line.strip()]) == 22


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("report", "LIST", "-o", "LIST"), "a report would take its place"),
        (("check", "LIST", "--write-baseline", "LIST"), "a baseline would take its place"),
        (("dedupe", "LIST", "--keymap", "LIST"), "a keymap would take its place"),
        (("registry", "build", "LIST", "-o", "LIST"), "a registry would take its place"),
        (("export", "LIST", "--to", "html", "-o", "LIST"), "html would take its place"),
        (("read", "LIST", "--to", "ris", "-o", "LIST"), "ris would take its place"),
        (("export", "LIST", "-o", "list.pdf"), "no format has the suffix .pdf (known: "),
        (("read", "LIST", "-o", "list.xyz"), "no format has the suffix .xyz (known: "),
        (("check", "LIST", "-o", "other.bib"), "give --fix too"),
        (("check", "LIST", "OTHER", "--fix", "-o", "out.bib"), "one file is wanted, not 2"),
        (("resolve", "LIST", "OTHER", "--write", "--offline"), "one file is wanted, not 2"),
        (("list", "LIST", "OTHER", "-s", "year"), "one file is wanted, not 2"),
        (("undo", "LIST"), "no version to bring back"),
    ],
)
def test_no_output_takes_the_place_of_a_list(
    run: Run,
    path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "other.bib").write_text(TWICE)
    names = {"LIST": "list.bib", "OTHER": "other.bib"}
    done = run(*(names.get(each, each) for each in arguments))
    assert (done.code, said in done.err) == (2, True), done.err
    assert path.read_text() == TWICE
    assert sorted(each.name for each in tmp_path.iterdir() if each.name[0] != ".") == [
        "list.bib",
        "other.bib",
    ]


def test_forced_outputs_are_undone(run: Run, path: Path) -> None:
    assert run("report", path, "-o", path, "--force").code == 0
    assert path.read_text().startswith("<!doctype html>")
    assert run("report", ROOT / "data" / "references.bib", "-o", path).code == 0
    run("undo", path)
    run("undo", path, "--steps", 2)
    assert path.read_text() == TWICE


def test_an_entry_is_shown_as_it_stands_whatever_the_file_is_called(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "list.txt"
    path.write_text(
        '@string{oup = "Oxford"}\n@Book{ a,\n  title = {One}, % mine\n  publisher = oup }\n'
    )
    assert "@Book{ a,\n  title = {One}, % mine\n  publisher = oup }" in run("show", path, "a").out
    assert run("set", path, "a", "year=1999").code == 0
    assert "% mine" in path.read_text()


def test_findings_are_found_anew_where_a_setting_changes_them(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list.ris").write_text("TY  - BOOK\nTI  - One\nAU  - Lee, Kim\nER  - \n")
    before = run("check", "list.ris", "--output-format", "json").out
    (tmp_path / "paracite.toml").write_text('citekey = "X{title}"\n')
    after = run("check", "list.ris", "--output-format", "json").out
    assert ('"Xone"' in before, '"Xone"' in after) == (False, True)


def test_what_was_decided_holds_for_checks_and_is_looked_for_once(
    run: Run, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from paracite import deduplicating

    assert "DUP001" in run("check", path, "--select", "DUP").out
    a, _, b = opening.open_list(str(path)).references
    sidecar.decide(str(path), [sidecar.pair_decision(a, b, "not-duplicate")])
    assert "DUP001" not in run("check", path, "--select", "DUP").out
    assert "DUP001" not in run("report", path, "-o", "-").out
    count = 0
    find = deduplicating.find

    def counted(*arguments: Any, **options: Any) -> deduplicating.Duplicates:
        nonlocal count
        count += 1
        return find(*arguments, **options)

    monkeypatch.setattr(deduplicating, "find", counted)
    done = run("tidy", path, "--offline", "-o", path.parent / "out", "--json")
    assert count == 1
    assert "DUP001" not in done.out


WRITER = """
import sys
from paracite import decisions
from paracite.reference import Reference
path, writer = sys.argv[1:]
for number in range(10):
    pair = [Reference(citekey=f"{k}{writer}{number}", title=f"{k} {writer} {number}") for k in "ab"]
    decisions.record(path, *pair, "not-duplicate")
"""


def test_two_who_decide_at_once_both_keep_what_they_decided(path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    writing = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), name], env=environment)
        for name in "xy"
    ]
    assert [each.wait() for each in writing] == [0, 0]
    assert len(sidecar.load(str(path)).decisions.pairs) == 20


KILLED = """
import os, signal, sys
from paracite.cli import main

at, steps = int(sys.argv.pop(1)), 0

CHANGING = {"os.rename", "os.link", "os.remove", "os.chmod", "os.mkdir", "os.utime", "fcntl.flock"}

def count(event, arguments):
    global steps
    if event in CHANGING or (event == "open" and arguments[1] not in ("r", "rb", None)):
        steps += 1
        if steps == at:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(count)
main()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 on this system")
def test_killed_while_files_are_written_together_undo_brings_all_back(path: Path) -> None:
    """Kill `dedupe --write --rewrite` at each call to the system until one run gets through."""
    texts = [path.with_name(f"{number}.tex") for number in (1, 2)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    before = {path: TWICE, **dict.fromkeys(texts, r"See \cite{a,b} and \cite{b}.")}
    for at in range(1, 400):
        for file, text in before.items():
            file.write_text(text)
        done = subprocess.run(
            [sys.executable, "-c", KILLED, str(at), "dedupe", path, "--write", "--rewrite", *texts],
            capture_output=True,
            env=environment,
            check=False,
        )
        assert done.returncode in (0, 1, -signal.SIGKILL), done.stderr.decode()
        changed = any(file.read_text() != text for file, text in before.items())
        if changed:
            library.undo(str(path))
        assert {file: file.read_text() for file in before} == before, at
        if done.returncode >= 0:
            assert changed
            break
    else:
        pytest.fail("no run got through")
    assert at > 10


def test_files_that_are_written_together_are_all_written_or_none(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, full = tmp_path / "paper.tex", tmp_path / "full.tex"
    text.write_text("one")
    full.write_text("two")
    changes = [
        FileChange(str(path), TWICE.encode(), b"new"),
        FileChange(str(full), b"two", b"2"),
        FileChange(str(text), b"one", b"1"),
    ]
    write_bytes = files.write_bytes

    def failing(target: str | Path, data: bytes) -> None:
        if Path(target).name == "full.tex" and data == b"2":
            raise WriteError(target, "cannot be written: no space left on device")
        write_bytes(target, data)

    monkeypatch.setattr(files, "write_bytes", failing)
    with pytest.raises(WriteError, match="no space left"):
        library.save_together(changes)
    assert (path.read_text(), text.read_text(), full.read_text()) == (TWICE, "one", "two")
    monkeypatch.undo()


def test_a_file_that_was_not_there_is_gone_again_after_undo(path: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.toml"
    library.save_together(
        [FileChange(str(path), TWICE.encode(), b"new"), FileChange(str(new), None, b"x = 1\n")]
    )
    library.undo(str(path))
    assert (path.read_text(), new.exists()) == (TWICE, False)
    library.undo(str(path))
    assert (path.read_text(), new.read_text()) == ("new", "x = 1\n")
