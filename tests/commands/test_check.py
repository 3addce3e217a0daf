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
