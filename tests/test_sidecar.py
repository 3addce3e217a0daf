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


def test_one_decision_says_nothing_of_others_that_look_alike(library: str) -> None:
    """Three references with one fingerprint: what was decided on two holds for these two."""
    alike = [replace(A, citekey=key, doi="10.1000/182") for key in ("a1", "a2", "a3")]
    assert len({sidecar.fingerprint(each) for each in alike}) == 1
    decide(library, alike[0], alike[1], "not-duplicate")
    made = sidecar.load(library).decisions
    assert made.of(alike[1], alike[0]) == "not-duplicate"
    assert made.of(alike[0], alike[2]) == made.of(alike[1], alike[2]) == ""
    found = find(alike, decided=made.of)
    assert {key for each in found.clusters for key in each.keys} >= {"a3"}
    decide(library, alike[0], alike[2], "version")
    decide(library, alike[1], alike[2], "wrong-doi")
    made = sidecar.load(library).decisions
    pairs = [(0, 1), (0, 2), (1, 2)]
    assert [made.of(alike[a], alike[b]) for a, b in pairs] == [
        "not-duplicate",
        "version",
        "wrong-doi",
    ]


def test_a_decision_that_is_taken_back_leaves_the_rest(library: str) -> None:
    place(library).write_text('# mine\n[[allow]]\ncodes = ["doi001"]\nkey = "a"\n')
    decide(library, A, B, "version")
    sidecar.look_at(library, "a", "title", "00ff")
    decide(library, A, B, sidecar.UNDECIDED)
    beside = sidecar.load(library)
    assert beside.decisions.pairs == ()
    assert beside.looked_at == frozenset(["00ff"])
    assert [(each.codes, each.key) for each in beside.allowances] == [(("DOI001",), "a")]
    assert place(library).read_text().startswith("# mine\n")


@pytest.mark.parametrize(
    "text",
    [
        "pair = 5",
        "[[pair]]\nkeys = 5\nfingerprints = ['a', 'b']\ndecision = 'merge'",
        "[[pair]]\nkeys = ['a', 'b', 'c']\nfingerprints = ['a', 'b']\ndecision = 'merge'",
        "[[pair]]\nkeys = ['a', 'b']\nfingerprints = ['a', 'b']\ndecision = ['merge']",
        "[[field]]\nfingerprints = 1",
        "[[allow]]\ncodes = 'DOI001'",
        "allow = ['DOI001']",
    ],
)
def test_values_of_a_wrong_type_are_named(library: str, text: str) -> None:
    place(library).write_text(text)
    with pytest.raises(ParaciteError, match="references.paracite.toml"):  # noqa: RUF043  a name
        sidecar.load(library)


def test_stdin_and_text_have_nothing_beside_them() -> None:
    assert sidecar.place("-") is None
    assert sidecar.place("") is None
    with pytest.raises(ParaciteError, match="kept beside a file"):
        sidecar.look_at("-", "a", "title", "00")
