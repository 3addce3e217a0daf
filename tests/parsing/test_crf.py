"""Decoding by recursion gives what trying every sequence of labels gives."""

from itertools import pairwise, product

import numpy as np
import pytest

from paracite.parsing import contexts, crf, label, labelled, plainly
from paracite.parsing.parts import Part

RANDOM = np.random.default_rng(3)
SCORES = RANDOM.normal(size=(5, 3)).astype(np.float32)
TRANSITIONS = RANDOM.normal(size=(3, 3)).astype(np.float32)


def worth(path: tuple[int, ...]) -> float:
    own = sum(SCORES[at, name] for at, name in enumerate(path))
    return float(own + sum(TRANSITIONS[a, b] for a, b in pairwise(path)))


PATHS = list(product(range(3), repeat=5))


def test_best_is_the_best_of_all() -> None:
    assert tuple(crf.best(SCORES, TRANSITIONS)) == max(PATHS, key=worth)


def test_paths_of_several_sequences_are_those_of_each() -> None:
    lengths = np.array([2, 5, 1, 5, 4])
    scores = RANDOM.normal(size=(17, 3)).astype(np.float32)
    each = [crf.best(one, TRANSITIONS) for one in np.split(scores, np.cumsum(lengths)[:-1])]
    assert crf.paths(scores, lengths, TRANSITIONS) == each


@pytest.mark.parametrize("name", range(3))
def test_best_with_one_is_the_best_of_those_with_one_stretch(name: int) -> None:
    single = [
        p for p in PATHS if "".join(str(int(x == name)) for x in p).strip("0").count("0") == 0
    ]
    assert tuple(crf.best_with_one(SCORES, TRANSITIONS, name)) == max(single, key=worth)


def test_probabilities_are_those_of_all_sequences() -> None:
    weights = np.array([np.exp(worth(path)) for path in PATHS])
    wanted = np.zeros_like(SCORES)
    for path, weight in zip(PATHS, weights / weights.sum(), strict=True):
        wanted[range(5), path] += weight
    assert np.allclose(crf.probabilities(SCORES, TRANSITIONS), wanted, atol=1e-5)


def test_scores_kept_are_the_sums_of_the_features() -> None:
    references = [
        ["Lee,", "K.", "(2003).", "The", "growth.", "J.", "Phys.", "12(3):", "45-67."],
        ["“(A)", "title”,", "In:", "Lee"],
    ]
    labeller = label.trained()
    known = labeller.model.attributes
    spelled = [row for listed in references for row in contexts.features(listed)]
    for _ in range(2):
        for row, features in zip(labeller.emissions(references), spelled, strict=True):
            each = labeller.model.weights[[known[name] for name in features if name in known]]
            assert np.allclose(row, each.sum(axis=0), atol=1e-3)


def test_what_was_kept_is_dropped_before_it_grows_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    labeller = label.trained()
    monkeypatch.setattr(label, "MOST_KEPT", 10)
    for number in range(3):
        labeller.emissions([[f"word{number}-{at}" for at in range(20)]])
    assert len(labeller.numbers) < 30


def test_labels_follow_their_letters_when_spaces_move() -> None:
    printed = (
        Part("author", "1. A. Li"),
        Part("journal", ",Phys .Rev .D"),
        Part("date", "( 2016)"),
    )
    pairs = list(labelled.aligned(printed, plainly(labelled.text(printed))))
    assert pairs == [
        ("A.", "author"),
        ("Li,", "author"),
        ("Phys.", "journal"),
        ("Rev.", "journal"),
        ("D", "journal"),
        ("(2016)", "date"),
    ]
