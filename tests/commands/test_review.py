"""`paracite review`: a person's answers, remembered, merged and undone."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from paracite import doubts, opening
from paracite.deduplicating import Doubt
from paracite.deduplicating.reviewing import Review
from paracite.render import duplicates

Run = Callable[..., Any]
ARTICLE = Path(__file__).parents[2] / "data" / "references.bib"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "references.bib"
    path.write_bytes(ARTICLE.read_bytes())
    return path


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Give a function that makes a terminal answer with the words given."""

    def answering(*words: str) -> None:
        left: Iterator[str] = iter(words)
        monkeypatch.setattr(typer, "getchar", lambda: next(left))
        monkeypatch.setattr("rich.prompt.PromptBase.get_input", lambda *_, **__: next(left))
        monkeypatch.setattr("paracite.commands._asking.on_terminal", lambda: True)

    return answering


def test_without_a_terminal_it_only_shows(run: Run, library: Path) -> None:
    done = run("review", library)
    assert done.code == 1
    assert "wrong DOI" in done.out
    assert "liu2015introduction" in done.out
    assert not library.with_suffix(".paracite.toml").exists()


def test_an_answer_is_remembered(run: Run, library: Path, answer: Callable[..., None]) -> None:
    answer("?", "w", "y", "k", "k", "k", "k")
    assert run("review", library).code == 0
    assert 'decision = "wrong-doi"' in library.with_suffix(".paracite.toml").read_text()
    answer()
    assert run("review", library).code == 0
    assert library.read_bytes() == ARTICLE.read_bytes()


def test_skip_leaves_the_pair_and_undo_brings_it_back(
    run: Run, library: Path, answer: Callable[..., None]
) -> None:
    answer("s", "s", "s", "s", "s", "s")
    assert run("review", library).code == 1
    answer("q")
    assert run("review", library).code == 1
    going = Review(str(library))
    for step in ("skip", "not-duplicate"):
        if step == "skip":
            going.skip()
        else:
            going.decide(step)
        assert not any(isinstance(each, Doubt) for each in going.pending)
        assert going.undo() == step
        assert going.pending[0].keys == ("liu2020chinese", "liu2015introduction")
    assert not library.with_suffix(".paracite.toml").exists()


def test_a_merge_takes_the_values_that_were_chosen(
    run: Run, library: Path, answer: Callable[..., None]
) -> None:
    differing = dict(duplicates.differing(Review(str(library)).pending[0].references))
    answer("m", *["2"] * len(differing.keys() - {"type"}), "y", "k", "k")
    assert run("review", library).code == 0
    text = library.read_text("utf-8")
    assert "@article{liu2015introduction" not in text
    assert "title = {Introduction}" in text
    assert "liu2020chinese: " in text
    run("undo", library)
    assert library.read_bytes() == ARTICLE.read_bytes()


PRINTED = """@misc{smith,
  author = {Smith},
  title = {Odd},
  printed = {Smith odd things Leiden 12 mimeo see Jones vol},
}
"""


@pytest.fixture
def doubtful(library: Path) -> Path:
    """Give a library whose only entry was read from print with doubt."""
    library.write_text(PRINTED, "utf-8")
    assert doubts.pending(opening.open_list(str(library)))
    return library


def test_doubtful_fields_are_shown_without_a_terminal(run: Run, doubtful: Path) -> None:
    done = run("review", doubtful)
    assert (done.code, doubtful.read_text("utf-8")) == (1, PRINTED)
    assert "smith: is this the" in done.out


def test_a_field_that_was_kept_is_not_asked_again(
    run: Run, doubtful: Path, answer: Callable[..., None]
) -> None:
    count = len(doubts.pending(opening.open_list(str(doubtful))))
    answer("s", *"k" * (count - 1))
    assert run("review", doubtful).code == 1
    assert len(doubts.pending(opening.open_list(str(doubtful)))) == 1
    answer("k")
    assert run("review", doubtful).code == 0
    assert doubtful.read_text("utf-8") == PRINTED


def test_a_field_is_changed_and_that_is_undone(
    run: Run, doubtful: Path, answer: Callable[..., None]
) -> None:
    count = len(doubts.pending(opening.open_list(str(doubtful))))
    answer("c", "nothing", *["c", "title=Odd things"] * (count - 1))
    assert run("review", doubtful).code == 1
    assert len(doubts.pending(opening.open_list(str(doubtful)))) == 1
    if count > 1:
        assert "title = {Odd things}" in doubtful.read_text("utf-8")
        run("undo", doubtful)
    assert doubtful.read_text("utf-8") == PRINTED
