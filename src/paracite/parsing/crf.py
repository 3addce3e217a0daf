"""Decoding of a linear-chain conditional random field, with what was scored before kept.

Source: Lafferty, McCallum and Pereira, "Conditional Random Fields" (2001); Rabiner, "A
Tutorial on Hidden Markov Models" (1989) for the two recursions.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]
Key = TypeVar("Key")
Row = TypeVar("Row")


@dataclass(frozen=True)
class Model:
    """Weights: a row for each attribute, a column for each label, and from label to label."""

    labels: tuple[str, ...]
    attributes: dict[str, int]
    weights: Array
    transitions: Array


class Scores:
    """What a model says of groups of features, a row for each; only `add` makes rows."""

    def __init__(self, model: Model) -> None:
        """Begin with no row but the first, of no feature."""
        self.model = model
        self.rows = np.zeros((1, len(model.labels)), np.float32)
        self.used = 1
        self._features: list[int] = []  #: of the rows not summed yet, one after another
        self._starts: list[int] = []

    def add(self, features: Iterable[str]) -> int:
        """Return the row of some features, the first row where the model knows none of them."""
        known = [at for each in features if (at := self.model.attributes.get(each)) is not None]
        if not known:
            return 0
        self._starts.append(len(self._features))
        self._features += known
        self.used += 1
        return self.used - 1

    def take(self, rows: npt.NDArray[np.intp]) -> Array:
        """Return what the model says of each row."""
        if self._starts:
            self._sum_new()
        taken: Array = self.rows.take(rows, axis=0)
        return taken

    def _sum_new(self) -> None:
        first = self.used - len(self._starts)
        self.rows = roomy(self.rows, self.used)
        each = self.model.weights.take(self._features, axis=0)
        np.add.reduceat(each, self._starts, axis=0, out=self.rows[first : self.used])
        self._features, self._starts = [], []


class Kept(dict[Key, Row], Generic[Key, Row]):
    """The row or rows of each key, which `place` gives where the key is new."""

    def __init__(self, place: Callable[[Key], Row]) -> None:
        """Begin with no key."""
        super().__init__()
        self.place = place

    def __missing__(self, key: Key) -> Row:
        """Place a new key."""
        row = self[key] = self.place(key)
        return row


def roomy(table: npt.NDArray[Any], rows: int) -> npt.NDArray[Any]:
    """Return a table with room for so many rows, and for as many again where it has to grow."""
    if rows <= len(table):
        return table
    return np.concatenate([table, np.zeros((rows, *table.shape[1:]), table.dtype)])


def model(stored: Mapping[str, Any]) -> Model:
    """Make a model of its stored arrays: texts joined by newlines, weights attribute by attribute."""
    labels, attributes = (
        bytes(stored[name]).decode().split("\n") for name in ("labels", "attributes")
    )
    weights = np.zeros((len(attributes), len(labels)), np.float32)
    weights[np.repeat(np.arange(len(attributes)), stored["counts"]), stored["columns"]] = stored[
        "weights"
    ]
    at = {attribute: row for row, attribute in enumerate(attributes)}
    return Model(tuple(labels), at, weights, stored["transitions"].astype(np.float32))


def paths(scores: Array, lengths: Array, transitions: Array) -> list[list[int]]:
    """Return the likeliest sequences of labels (Viterbi).

    `scores` has a row for each token of all sequences, one after another.  All are gone
    through at once, the longest first, so that those which go on stand in front.
    """
    order = np.argsort(-lengths, kind="stable")
    first = (np.cumsum(lengths) - lengths)[order]
    going_on = np.count_nonzero(lengths[:, None] > np.arange(lengths.max()), axis=0)
    sums: list[Array] = []
    for at, count in enumerate(going_on):
        here = scores[first[:count] + at]
        if sums:
            through = sums[-1][:count].T[:, :, None] + transitions[:, None, :]
            here += through.max(axis=0)
        sums.append(here)
    chosen = np.zeros(len(lengths), np.intp)
    steps: list[npt.NDArray[np.intp]] = []
    for at in range(len(sums) - 1, -1, -1):
        row = sums[at]
        if steps:
            row[: going_on[at + 1]] += transitions.T[chosen[: going_on[at + 1]]]
        chosen[: len(row)] = row.argmax(axis=1)
        steps.append(chosen.copy())
    found = np.array(steps[::-1]).T[np.argsort(order)]
    return [path[:length] for path, length in zip(found.tolist(), lengths.tolist(), strict=True)]


def best(scores: Array, transitions: Array) -> list[int]:
    """Return the likeliest sequence of labels of one sequence."""
    return paths(scores, np.array([len(scores)]), transitions)[0]


def probabilities(scores: Array, transitions: Array) -> Array:
    """Return how likely each label of each token is, all sequences together (forward, backward)."""
    own = np.exp(scores - scores.max(axis=1, keepdims=True))
    step = np.exp(transitions)
    forward, backward = own.copy(), np.ones_like(own)
    forward[0] /= forward[0].sum()
    for at in range(1, len(own)):
        forward[at] *= forward[at - 1] @ step
        forward[at] /= forward[at].sum()
    for at in range(len(own) - 2, -1, -1):
        backward[at] = step @ (own[at + 1] * backward[at + 1])
        backward[at] /= backward[at].sum()
    both = forward * backward
    found: Array = both / both.sum(axis=1, keepdims=True)
    return found


def best_with_one(scores: Array, transitions: Array, label: int) -> list[int]:
    """Return the likeliest sequence of labels in which `label` stands in one stretch at most."""
    others = [at for at in range(len(transitions)) if at != label]
    columns = [*others, label, *others]  # before the stretch, in it, behind it
    count = len(others)
    stage = np.repeat([0, 1, 2], [count, 1, count])
    onward = stage[None, :] - stage[:, None]
    allowed = (onward == 0) | (onward == 1)
    steps = np.where(allowed, transitions[np.ix_(columns, columns)], -np.inf).astype(np.float32)
    first = scores[:, columns]
    first[0, count + 1 :] = -np.inf
    return [columns[at] for at in best(first, steps)]
