"""Decisions about pairs: they are known again when keys or fields change."""

from dataclasses import replace
from pathlib import Path

import pytest

from paracite import decisions
from paracite.deduplicating import find
from paracite.errors import ParaciteError
from paracite.reference import Date, Name, Reference

A = Reference(
    citekey="a",
    title="Federalism and the conduct of foreign affairs",
    author=(Name("Duchacek", "I."),),
    issued=Date(1984),
)
B = replace(A, citekey="b", issued=Date(1985))


@pytest.fixture
def library(tmp_path: Path) -> str:
    return str(tmp_path / "references.bib")


def test_a_decision_holds_whichever_way_round(library: str) -> None:
    decisions.record(library, A, B, "not-duplicate")
    made = decisions.load(library)
    assert made.of(A, B) == made.of(B, A) == "not-duplicate"
    assert made.of(A, replace(B, citekey="c", title="Another")) == ""


@pytest.mark.parametrize("change", [{"citekey": "new"}, {"title": "Federalism, put right"}])
def test_a_decision_holds_when_a_key_or_a_field_changes(
    library: str, change: dict[str, str]
) -> None:
    decisions.record(library, A, B, "version")
    changed = replace(A, citekey=change.get("citekey", "a"), title=change.get("title", A.title))
    assert decisions.load(library).of(changed, B) == "version"


def test_a_later_decision_replaces_an_earlier_one_and_order_is_fixed(library: str) -> None:
    others = [replace(A, citekey=f"k{n}", title=f"Title {n}") for n in range(5)]
    for other in others:
        decisions.record(library, A, other, "version")
    forwards = decisions.place(library).read_text()
    for other in reversed(others):
        decisions.record(library, A, other, "merge")
        decisions.record(library, A, other, "version")
    assert decisions.place(library).read_text() == forwards


def test_a_persons_word_outweighs_evidence(library: str) -> None:
    twin = replace(A, citekey="b", doi="10.1000/182")
    assert find([A, twin]).clusters
    decisions.record(library, A, twin, "not-duplicate")
    found = find([A, twin], decided=decisions.load(library).of)
    assert (found.clusters, found.review) == ((), ())
    decisions.record(library, A, B, "merge")
    assert find([A, B], decided=decisions.load(library).of).clusters


@pytest.mark.parametrize("text", ["[[pair", '[[pair]]\ndecision = "perhaps"', "\xff"])
def test_a_broken_file_is_named_and_left_alone(library: str, text: str) -> None:
    place = decisions.place(library)
    place.write_bytes(text.encode("latin-1"))
    with pytest.raises(ParaciteError, match="references.paracite.toml"):  # noqa: RUF043  a name
        decisions.load(library)
    assert place.read_bytes() == text.encode("latin-1")
