"""Decisions about pairs: they are known again when keys or fields change."""

from dataclasses import replace
from pathlib import Path

import pytest

from paracite import sidecar
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


def place(library: str) -> Path:
    found = sidecar.place(library)
    assert found is not None
    return found


def decide(library: str, a: Reference, b: Reference, decision: str) -> None:
    sidecar.decide(library, [sidecar.pair_decision(a, b, decision)])


def test_a_decision_holds_whichever_way_round(library: str) -> None:
    decide(library, A, B, "not-duplicate")
    made = sidecar.load(library).decisions
    assert made.of(A, B) == made.of(B, A) == "not-duplicate"
    assert made.of(A, replace(B, citekey="c", title="Another")) == ""


@pytest.mark.parametrize("change", [{"citekey": "new"}, {"title": "Federalism, put right"}])
def test_a_decision_holds_when_a_key_or_a_field_changes(
    library: str, change: dict[str, str]
) -> None:
    decide(library, A, B, "version")
    changed = replace(A, citekey=change.get("citekey", "a"), title=change.get("title", A.title))
    assert sidecar.load(library).decisions.of(changed, B) == "version"


def test_a_later_decision_replaces_an_earlier_one_and_order_is_fixed(library: str) -> None:
    others = [replace(A, citekey=f"k{n}", title=f"Title {n}") for n in range(5)]
    for other in others:
        decide(library, A, other, "version")
    forwards = place(library).read_text()
    for other in reversed(others):
        decide(library, A, other, "merge")
        decide(library, A, other, "version")
    assert place(library).read_text() == forwards


def test_a_persons_word_outweighs_evidence(library: str) -> None:
    twin = replace(A, citekey="b", doi="10.1000/182")
    assert find([A, twin]).clusters
    decide(library, A, twin, "not-duplicate")
    found = find([A, twin], decided=sidecar.load(library).decisions.of)
    assert (found.clusters, found.review) == ((), ())
    decide(library, A, B, "merge")
    assert find([A, B], decided=sidecar.load(library).decisions.of).clusters


@pytest.mark.parametrize("text", ["[[pair", '[[pair]]\ndecision = "perhaps"', "\xff"])
def test_a_broken_file_is_named_and_left_alone(library: str, text: str) -> None:
    beside = place(library)
    beside.write_bytes(text.encode("latin-1"))
    with pytest.raises(ParaciteError, match="references.paracite.toml"):  # noqa: RUF043  a name
        sidecar.load(library)
    assert beside.read_bytes() == text.encode("latin-1")
