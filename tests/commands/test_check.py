"""The command: exit codes, fixes into files, selection, bad input."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Runner = Callable[..., Any]


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    path = tmp_path / "list.bib"
    path.write_text("@misc{a,\n  title = {Snow},\n  doi = {doi:10.1000/181}\n}\n", "utf-8")
    return path


def test_findings_exit_1_and_a_clean_list_0(run: Runner, bib: Path) -> None:
    done = run("check", bib)
    assert (done.code, done.out.splitlines()[-1]) == (1, "1 finding (1 fixed by --fix).")
    assert run("check", bib, "--ignore", "DOI").code == 0
    assert run("check", bib, "--exit-zero").code == 0
    assert run("check", bib, "--fail-on", "error").code == 0


def test_json_has_its_shape(run: Runner, bib: Path) -> None:
    shown = json.loads(run("check", bib, "--json").out)
    [found] = shown["findings"]
    assert shown["version"] == 1
    assert shown["incomplete"] == 0
    assert list(found) == ["code", "rule", "key", "path", "line", "column", "message", "fix"]


def test_fix_writes_and_diff_only_shows(run: Runner, bib: Path) -> None:
    before = bib.read_bytes()
    assert "+  doi = {10.1000/181}" in run("check", bib, "--diff").out
    assert bib.read_bytes() == before
    assert run("check", bib, "--fix").code == 0
    assert bib.read_bytes() == before.replace(b"doi:", b"")
    run("undo", bib)
    assert bib.read_bytes() == before


def test_other_lists_are_fixed_into_a_new_file(run: Runner, tmp_path: Path) -> None:
    source, target = tmp_path / "list.json", tmp_path / "new.json"
    source.write_text('[{"id": "a", "type": "book", "title": "Snow", "DOI": "10.1000/181."}]')
    assert "new file" in run("check", source, "--fix").err
    run("check", source, "--fix", "-o", target)
    assert json.loads(target.read_text())[0]["DOI"] == "10.1000/181"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.bib"], "no such file"),
        (["--select", "XYZ"], "no rule or family is called 'XYZ'"),
        (["--fail-on", "worse"], "unknown level 'worse'"),
        (["--output-format", "xml"], "unknown output format 'xml'"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(
    run: Runner, bib: Path, arguments: list[str], message: str
) -> None:
    files = [] if arguments[0].endswith(".bib") else [bib]
    done = run("check", *files, *arguments)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert message in done.err


def test_stdin_is_checked(run: Runner) -> None:
    done = run("check", "-", "--output-format", "concise", stdin="@misc{a, title = {Snow.}}\n")
    assert done.out.startswith("-:1:18: TITLE002 [*] a:")


def test_rule_is_explained(run: Runner) -> None:
    assert run("rule", "DOI001").out.startswith("# DOI001 doi-prefix\n")
    assert run("rule", "doi-prefix").out == run("rule", "DOI001").out
    assert "REQ001" in run("rule", "--all").out
    assert run("rule", "NONE001").code == 2


def test_what_is_kept_is_what_is_found_again(run: Runner, bib: Path) -> None:
    first = run("check", bib, "--json")
    assert run("check", bib, "--json") == first
    bib.write_text(bib.read_text("utf-8").replace("doi:", ""), "utf-8")
    assert run("check", bib).code == 0


def test_a_fix_that_holds_names_is_kept_too(run: Runner, bib: Path) -> None:
    bib.write_text("@book{a, author = {Organization, W. H.}, title = {Snow}, year = 2000}\n")
    first = run("check", bib, "--json")
    assert run("check", bib, "--json") == first
    assert "World Health Organization" in first.out


def test_damaged_cache_is_as_good_as_none(run: Runner, bib: Path, tmp_path: Path) -> None:
    first = run("check", bib, "--json")
    for file in (tmp_path / ".cache" / "check").glob("*.json"):
        file.write_text('{"state": 1}')
    assert run("check", bib, "--json") == first


def test_baseline_leaves_only_what_is_new(run: Runner, bib: Path, tmp_path: Path) -> None:
    known = tmp_path / "known.json"
    assert run("check", bib, "--write-baseline", known).code == 1
    assert run("check", bib, "--baseline", known).code == 0
    bib.write_text(bib.read_text("utf-8") + "@misc{b, title = {Glacier.}}\n", "utf-8")
    shown = json.loads(run("check", bib, "--baseline", known, "--json").out)
    assert [each["key"] for each in shown["findings"]] == ["b"]
    known.write_text("[]")
    assert "is no baseline of findings" in run("check", bib, "--baseline", known).err


def test_keys_are_compared_with_manuscripts(run: Runner, bib: Path, tmp_path: Path) -> None:
    paper = tmp_path / "paper.tex"
    paper.write_text("Snow.\n  \\citep[see][2]{ice}\n% \\cite{a}\n")
    shown = json.loads(run("check", bib, "--cited", paper, "--select", "KEY", "--json").out)
    unused, undefined = shown["findings"]
    assert (unused["code"], unused["path"]) == ("KEY005", str(bib))
    assert (undefined["code"], undefined["path"]) == ("KEY006", str(paper))
    assert (undefined["key"], undefined["line"], undefined["column"]) == ("ice", 2, 18)
    full = run("check", bib, "--cited", paper, "--select", "KEY006").out
    assert "2 |   \\citep[see][2]{ice}\n  |                  ^^^" in full


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("paper.md", "As @a says, write to me@example.org."),
        ("paper.org", "[cite:@a]"),
        ("paper.typ", "@a"),
        ("paper.tex", "\\nocite{*}"),
        ("paper.tex", "\\input{part}"),
    ],
)
def test_every_language_and_what_is_included_count(
    run: Runner, bib: Path, tmp_path: Path, name: str, text: str
) -> None:
    (tmp_path / "part.tex").write_text("\\cite{a}")
    (tmp_path / name).write_text(text)
    done = run("check", bib, "--cited", tmp_path / name, "--select", "KEY")
    assert (done.code, done.err) == (0, "")


def test_a_key_may_be_in_any_of_several_lists(run: Runner, bib: Path, tmp_path: Path) -> None:
    other, paper = tmp_path / "other.bib", tmp_path / "paper.tex"
    other.write_text("@misc{b, title = {Ice}}")
    paper.write_text("\\cite{a,b,c}")
    done = run("check", bib, other, "--cited", paper, "--select", "KEY", "--json")
    assert [each["key"] for each in json.loads(done.out)["findings"]] == ["c"]


def test_a_missing_part_is_said_and_another_kind_of_file_refused(
    run: Runner, bib: Path, tmp_path: Path
) -> None:
    paper = tmp_path / "paper.tex"
    paper.write_text("\\cite{a}\n\\input{lost}")
    done = run("check", bib, "--cited", paper, "--select", "KEY")
    assert (done.code, done.err) == (0, f"{paper}:2:8: \\input: there is no lost\n")
    assert run("check", bib, "--cited", tmp_path / "paper.docx").code == 2


def test_registry_answers_and_what_it_lacks_is_incomplete(
    run: Runner, bib: Path, tmp_path: Path
) -> None:
    registry = tmp_path / "registry.jsonl"
    record = {"DOI": "10.1000/181", "type": "journal-article", "title": ["Quite another work"]}
    registry.write_text(json.dumps(record) + "\n")
    bib.write_text("@misc{a, title = {Snow}, doi = {10.1000/181}}\n", "utf-8")
    done = run("check", bib, "--registry", registry, "--select", "DOI", "--json")
    [found] = json.loads(done.out)["findings"]
    assert (found["code"], done.code) == ("DOI013", 1)
    bib.write_text("@misc{a, title = {Snow}, doi = {10.1000/999}}\n", "utf-8")
    done = run("check", bib, "--registry", registry, "--select", "DOI", "--json")
    assert (json.loads(done.out)["incomplete"], done.code) == (1, 3)
    assert run("check", bib, "--registry", registry, "--allow-incomplete").code == 0


def test_stdin_is_mended_to_stdout(run: Runner) -> None:
    done = run("check", "-", "--fix", stdin="@misc{a, title = {Glacier.}}\n")
    assert done.out == "@misc{a, title = {Glacier}}\n"
    assert done.err.endswith("No findings.\n")
    clean = run("check", "-", "--fix", stdin="@misc{a, title = {Glacier}}\n")
    assert clean.out == "@misc{a, title = {Glacier}}\n"
