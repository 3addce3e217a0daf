"""`paracite read`, from the outside."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parents[2] / "data"


def test_article_gives_references_bib_byte_for_byte(run: Callable[..., Any]) -> None:
    done = run("read", DATA / "article.txt")
    assert done.code == 0
    assert done.out == (DATA / "references.bib").read_text("utf-8")


def test_references_bib_reads_back_to_the_same(run: Callable[..., Any]) -> None:
    first = json.loads(run("read", DATA / "article.txt", "--to", "csljson").out)
    again = json.loads(run("read", DATA / "references.bib", "--to", "csljson").out)
    assert len(again) == 22
    assert [item["id"] for item in again] == [item["id"] for item in first]
    for name in ("author", "editor", "title", "container-title", "issued", "page", "DOI", "URL"):
        assert [item.get(name) for item in again] == [item.get(name) for item in first], name


def test_several_sources_and_stdin_in_order(run: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Lee, K. (2003). One. Roe Press.\n")
    done = run(
        "read", path, "-", "--from", "list", "--to", "csljson", stdin="Roe, J. (2001). Two. Sage.\n"
    )
    assert [item["title"] for item in json.loads(done.out)] == ["One", "Two"]


def test_what_is_no_reference_is_left_out_and_said(run: Callable[..., Any]) -> None:
    done = run("read", "-", "--from", "list", stdin="Lee, K. (2003). One. Sage.\n\nNo reference\n")
    assert done.code == 1
    assert "-:3: left out" in done.err
    assert "No reference" not in done.out


def test_output_format_follows_the_suffix(run: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    assert run("read", DATA / "article.txt", "-o", path).code == 0
    assert len(json.loads(path.read_text("utf-8"))) == 22


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"Only running text, no list.\n", "no reference list was found"),
        (b"\0\1\2\3binary", "binary data"),
    ],
)
def test_unusable_input_is_one_line_and_exit_2(
    run: Callable[..., Any], tmp_path: Path, content: bytes, said: str
) -> None:
    path, target = tmp_path / "a.dat", tmp_path / "out.bib"
    path.write_bytes(content)
    done = run("read", path, "-o", target)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert said in done.err
    assert not target.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none.txt"], "no such file"),
        (["empty"], "has no reference list"),
        (["empty/*.bib"], "no file fits"),
    ],
)
def test_missing_file_and_folder(
    run: Callable[..., Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    said: str,
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    done = run("read", *arguments)
    assert done.code == 2
    assert said in done.err


def test_a_folder_and_a_pattern_stand_for_the_lists_in_them(
    run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("b/two.bib", "one.bib", ".hidden/no.bib", "node_modules/no.bib", "b/notes.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"@misc{{{path.stem}, title = {{{path.stem}}}}}\n")
    for arguments in (
        (".",),
        ("*.bib", "b/"),
        ("[bo]*/*.bib", "*.bib"),
        ("one.bib", "b/two.bib", "./b"),
    ):
        done = run("list", *arguments, "--keys")
        assert sorted(done.out.split()) == ["one", "two"], arguments
        assert run("check", *arguments, "--select", "KEY001").code == 0


def test_wrong_encoding_still_reads(run: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Müller, K. (2003). Über Größe. Sage.\n".encode("latin-1"))
    done = run("read", path, "--from", "list", "--to", "csljson")
    assert json.loads(done.out)[0]["author"] == [{"family": "Müller", "given": "K."}]


def test_explain_shows_each_part_and_how_sure_it_is(run: Callable[..., Any]) -> None:
    text = "K. Lee, A title of some length, Phys. Rev. B 12, 45 (2003).\n"
    done = run("read", "-", "--from", "list", "--explain", stdin=text)
    assert done.code == 0
    shown = [line.split(maxsplit=2) for line in done.out.splitlines()[1:]]
    assert ["author", "K. Lee,"] in [[label, words] for label, _, words in shown]
    assert all(0 < float(sure.rstrip("?")) <= 1 for _, sure, _ in shown)
