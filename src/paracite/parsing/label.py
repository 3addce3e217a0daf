"""The trained labeller: a linear-chain CRF over the tokens of a printed reference.

The training and what it was trained on are told in `model/card.md`.
"""

from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import as_file, files
from itertools import groupby

import numpy as np

from paracite.parsing import crf, signs
from paracite.parsing.parts import Part
from paracite.parsing.tokens import tokens

MODEL = "references.npz"
ONCE = frozenset(["author", "title", "journal", "container-title", "publisher", "pages"])
NEVER = -1e4  #: added to the score of a label that cannot be
MOST_KEPT = 200_000  #: rows of scores, at about 100 bytes each
# Where in a padded reference stands the token whose form, word or spelling is looked at.
SEEN_FROM = (*range(2 * signs.FAR + 1), *range(1, 2 * signs.FAR), signs.FAR)


class Labeller:
    """A model with the scores of what it has met."""

    def __init__(self, model: crf.Model) -> None:
        """Begin with no scores."""
        self.model = model
        self.author = model.labels.index("author")
        self.once = [at for at, label in enumerate(model.labels) if label in ONCE]
        self.forget()

    def forget(self) -> None:
        """Drop the scores, so that a list without end takes no memory without end."""
        self.scores = crf.Scores(self.model)
        self.forms = crf.Kept(self._place_form)
        self.words = crf.Kept(self._place_word)
        self.tokens = crf.Kept(self._place_token)
        self.kinds = [crf.Kept(self._placer(kind)) for kind in signs.KINDS]

    def emissions(self, listed: Sequence[str]) -> crf.Array:
        """Score the labels of each token."""
        if self.scores.used > MOST_KEPT:
            self.forget()
        count = len(listed)
        around = [self.tokens[token] for token in (*signs.EDGES, *listed, *signs.EDGES)]
        rows = [
            [token[at] for token in around[step : step + count]]
            for at, step in enumerate(SEEN_FROM)
        ]
        for kept, found in zip(self.kinds, signs.keys(listed), strict=True):
            rows.append([kept[key] for key in found])
        return self.scores.sums(np.array(rows, np.intp))

    def likeliest(self, scores: crf.Array) -> list[int]:
        """Give the likeliest labels; what a reference has once is looked for in one stretch."""
        transitions = self.model.transitions
        path = crf.best(scores, transitions)
        for label in self.once:
            if [at for at, _ in groupby(path)].count(label) > 1:
                path = crf.best_with_one(scores, transitions, label)
                scores = scores.copy()
                scores[[at != label for at in path], label] = NEVER
        return path

    def _place_token(self, token: str) -> tuple[int, ...]:
        seen = signs.sign(token)
        spelling = self.scores.add(signs.of_spelling(token))
        return (*self.forms[seen.form], *self.words[seen.word], spelling)

    def _place_form(self, form: str) -> tuple[int, ...]:
        return tuple(self.scores.add(signs.of_form(form, step)) for step in signs.STEPS)

    def _place_word(self, word: str) -> tuple[int, ...]:
        return tuple(self.scores.add(signs.of_word(word, step)) for step in signs.NEAR)

    def _placer(self, kind: signs.Kind) -> Callable[[signs.Key], int]:
        return lambda key: self.scores.add(kind(*key))


def parse(text: str, *, names: int = 0, weigh: bool = False) -> tuple[Part, ...]:
    """Label the parts of a printed reference of any style.

    The first `names` characters are known to name authors.  With `weigh`, which takes
    longer, each part gets the lowest probability that its label has on any of its tokens.
    """
    listed = tokens(text)
    if not listed:
        return ()
    labeller = trained()
    scores = labeller.emissions([token for token, _, _ in listed])
    if names:
        known = sum(end <= names for _, _, end in listed)
        scores[:known] += np.where(
            np.arange(len(labeller.model.labels)) == labeller.author, 0, NEVER
        )
    path = labeller.likeliest(scores)
    sure = [1.0] * len(path)
    if weigh:
        every = crf.probabilities(scores, labeller.model.transitions)
        sure = [float(row[at]) for row, at in zip(every, path, strict=True)]
    return _parts(text, listed, [labeller.model.labels[at] for at in path], sure)


def _parts(
    text: str, listed: Sequence[tuple[str, int, int]], labels: Sequence[str], sure: Sequence[float]
) -> tuple[Part, ...]:
    """Join neighbouring tokens of one label."""
    found = []
    for label, run in groupby(range(len(listed)), key=labels.__getitem__):
        at = list(run)
        stretch = text[listed[at[0]][1] : listed[at[-1]][2]]
        found.append(Part(label, stretch, min(sure[i] for i in at)))
    return tuple(found)


@cache
def trained() -> Labeller:
    """Give the labeller that is shipped, read once."""
    with as_file(files("paracite.parsing") / "model" / MODEL) as path, np.load(path) as stored:
        return Labeller(crf.model(stored))
