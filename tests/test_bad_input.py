"""Bad input: one clear line, the right exit code, nothing overwritten.  Every command alike."""

import re
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Runner = Callable[..., Any]

GOOD = "@book{a, author = {Smith, Jane}, title = {A Title}, year = {2001}, doi = {10.1000/xyz}}\n"
PAGE = "A web page.\n\nIt has text, but nobody is cited here.\n"
READING = (
    ("read", "{}"),
    ("list", "--file", "{}"),
    ("search", "title", "--file", "{}"),
    ("show", "a", "--file", "{}"),
    ("check", "{}"),
    ("dedupe", "{}"),
    ("validate", "{}", "--offline"),
    ("resolve", "{}", "--offline"),
    ("export", "{}"),
    ("cite", "a", "--file", "{}"),
    ("tidy", "{}", "--offline", "-o", "{}.out"),
)


def refused(done: Any, *said: str) -> None:
    assert done.code == 2
    assert done.out == ""
    assert done.err.count("\n") == 1, done.err
    for words in said:
        assert words in done.err


def filled(command: tuple[str, ...], path: Path) -> list[str]:
    return [part.format(path) for part in command]


@pytest.mark.parametrize("command", READING, ids=lambda c: c[0])
class TestEveryCommandThatReads:
    def test_missing_file(self, run: Runner, tmp_path: Path, command: tuple[str, ...]) -> None:
        refused(run(*filled(command, tmp_path / "none.bib")), "none.bib: no such file")

    def test_directory(self, run: Runner, tmp_path: Path, command: tuple[str, ...]) -> None:
        refused(run(*filled(command, tmp_path)), "has no reference list in it")

    def test_binary_file(self, run: Runner, tmp_path: Path, command: tuple[str, ...]) -> None:
        path = tmp_path / "picture.png"
        path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0")
        refused(run(*filled(command, path)), "picture.png: is binary data")

    def test_no_list(self, run: Runner, tmp_path: Path, command: tuple[str, ...]) -> None:
        path = tmp_path / "page.txt"
        path.write_text(PAGE)
        refused(run(*filled(command, path)), "page.txt: no reference list", "--from list")


# An empty library is one with nothing in it yet: the other commands say what they miss in it.
NEED_CONTENT = [command for command in READING if command[0] not in ("list", "search", "show")]


@pytest.mark.parametrize("command", NEED_CONTENT, ids=lambda c: c[0])
def test_empty_file(run: Runner, tmp_path: Path, command: tuple[str, ...]) -> None:
    path = tmp_path / "empty.bib"
    path.write_text("\n")
    refused(run(*filled(command, path)), "empty.bib: is empty")


@pytest.mark.parametrize("codec", ["cp1252", "utf-16", "utf-8-sig"])
def test_other_encodings_are_read(run: Runner, tmp_path: Path, codec: str) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(GOOD.replace("Smith", "Müller").encode(codec))
    done = run("read", path)
    assert (done.code, done.err) == (0, "1 reference read\n")
    assert "Müller" in done.out


def test_truncated_bib_keeps_the_good_entries(run: Runner, tmp_path: Path) -> None:
    path = tmp_path / "cut.bib"
    path.write_text(GOOD + "@article{b, title = {Never en")
    done = run("read", path)
    assert done.code == 1
    assert "A Title" in done.out
    assert "cut.bib:2" in done.err


def test_unknown_style(run: Runner, tmp_path: Path) -> None:
    path, out = tmp_path / "a.bib", tmp_path / "out.txt"
    path.write_text(GOOD)
    out.write_text("mine")
    refused(run("export", path, "--style", "apaa", "-o", out), "apaa", "apa")
    assert out.read_text() == "mine"


@pytest.mark.parametrize("flag", ["--from", "--to"])
def test_unknown_format(run: Runner, tmp_path: Path, flag: str) -> None:
    path = tmp_path / "a.bib"
    path.write_text(GOOD)
    refused(run("read", path, flag, "wordstar"), "wordstar", "bibtex")


@pytest.mark.parametrize("command", ["validate", "resolve", "tidy"])
def test_malformed_registry_line(run: Runner, tmp_path: Path, command: str) -> None:
    path, registry = tmp_path / "a.bib", tmp_path / "registry.jsonl"
    path.write_text(GOOD)
    registry.write_text('{"DOI": "10.1000/xyz", "title": ["A Title"]}\n{"DOI": \n')
    output = ["-o", tmp_path / "out"] if command == "tidy" else []
    done = run(command, path, "--offline", "--registry", registry, *output)
    refused(done, "registry.jsonl:2")


@pytest.mark.parametrize("command", ["validate", "tidy"])
def test_unreachable_network_is_could_not_check(
    run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    def unreachable(*_: object) -> None:
        raise OSError(101, "Network is unreachable")

    monkeypatch.setattr(socket, "getaddrinfo", unreachable)
    monkeypatch.setattr("time.sleep", lambda _: None)
    path = tmp_path / "a.bib"
    path.write_text(GOOD)
    output = ["-o", tmp_path / "out"] if command == "tidy" else []
    done = run(command, path, "--mailto", "me@example.org", *output)
    assert done.code == 3
    assert "could not check" in done.out
    assert not re.search(r"[1-9]\d* +not found", done.out)


def test_unwritable_output_keeps_what_was_there(run: Runner, tmp_path: Path) -> None:
    path, taken = tmp_path / "a.bib", tmp_path / "taken"
    path.write_text(GOOD)
    taken.write_text("mine")
    refused(run("read", path, "-o", taken / "b.bib"), "cannot be written")
    refused(run("tidy", path, "--offline", "-o", taken), "is a file, not a folder")
    assert taken.read_text() == "mine"
