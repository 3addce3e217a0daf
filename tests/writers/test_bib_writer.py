"""BibTeX and biblatex: entries apart by a blank line, in UTF-8 or in ASCII with commands."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from paracite import readers, writers
from paracite.readers import Document
from paracite.reference import Date, Name, Reference

ASCII = writers.Options(ascii=True)
MULLER = Reference(
    citekey="muller",
    type="article-journal",
    author=(Name("Müller", "Łukasz"), Name("Ångström", "Žofia")),
    title="Über naïve Straßen – α ≤ β",
    container_title="Æther",
    issued=Date(2001, 5),
    url="https://example.org/ü",
)


@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
def test_entries_are_apart(name: str) -> None:
    second = Reference(citekey="b", type="book", title="B")
    data = writers.writer(name).write([MULLER, second], writers.Options()).data.decode()
    assert data.startswith("@article{muller,\n")
    assert data.count("\n\n@book{b,\n") == 1
    assert data.endswith("\n}\n")
    assert "Müller, Łukasz" in data


@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
def test_ascii_reads_as_it_was(name: str) -> None:
    writing = writers.writer(name).write([MULLER], ASCII)
    text = writing.data.decode("ascii")
    assert r"M{\"{u}}ller" in text
    assert "url = {https://example.org/%C3%BC}" in text
    [read] = readers.reader("bibtex").read(Document("x", writing.data)).references
    for field in ("author", "title", "container_title", "issued"):
        assert getattr(read, field) == getattr(MULLER, field)
    assert writing.warnings == ("bibtex changes url: 1",)


def test_letters_without_a_command_stay_and_are_named() -> None:
    reference = Reference(citekey="李", type="book", title="研究 of 研", doi="10.1000/研")
    writing = writers.writer("bibtex").write([reference], ASCII)
    assert "研究 of 研" in writing.data.decode()
    assert "doi = {10.1000/%E7%A0%94}" in writing.data.decode()
    assert writing.warnings == (
        "LaTeX has no command for 李, it stays as it is: 1",
        "LaTeX has no command for 研, it stays as it is: 2",
        "LaTeX has no command for 究, it stays as it is: 1",
        "bibtex changes doi: 1",
    )


def test_no_reference_makes_an_empty_file() -> None:
    assert writers.writer("bibtex").write([], writers.Options()).data == b""


def test_option_of_export(run: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text("@book{a,\n  title = {Über},\n  year = {2001},\n}\n", "utf-8")
    assert r"{\"{U}}ber" in run("export", path, "--to", "bibtex", "--ascii").out
    assert "Über" in run("export", path, "--to", "bibtex").out
