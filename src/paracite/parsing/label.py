"""The trained labeller: a linear-chain CRF over the tokens of printed references.

The training and what it was trained on are told in `model/card.md`.
"""

from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import as_file, files
from itertools import accumulate, groupby, pairwise

import numpy as np

from paracite.parsing import contexts, crf, journals, signs
from paracite.parsing.parts import Part
from paracite.parsing.tokens import tokens

MODEL = "references.npz"
ONCE = frozenset(["author", "title", "journal", "container-title", "publisher", "pages"])
NEVER = -1e4  #: added to the score of a label that cannot be
MOST_KEPT = 40_000  #: tokens, at about a kilobyte each
EDGE = [""] * signs.FAR  #: what stands around a reference
Tokens = Sequence[str]


class Labeller:
    """A model with the scores of what it has met."""

    def __init__(self, model: crf.Model) -> None:
        """Begin with no scores."""
        self.model = model
        self.author = model.labels.index("author")
        self.once = [at for at, label in enumerate(model.labels) if label in ONCE]
        self.telling = {name.partition("w=")[2] for name in model.attributes if "w=" in name[:5]}
        self.forget()

    def forget(self) -> None:
        """Drop the scores, so that a list without end takes no memory without end."""
        self.contexts = contexts.Contexts()
        self.scores = crf.Scores(self.model)
        self.kinds = [crf.Kept(self._placer(kind)) for kind in self.contexts.kinds]
        self.forms = crf.Kept(self._place_form)
        self.words = crf.Kept(self._place_word)
        self.numbers = crf.Kept(self._number)
        edge = [*self.forms[""], *self.words[""], 0]
        self.rows, self.signs = [edge], [(0,) * contexts.COLUMNS]  #: of tokens not scored yet
        self.numbers[""] = 0
        self.around = np.zeros((0, len(signs.STEPS), len(self.model.labels)), np.float32)
        self.seen = np.zeros((0, contexts.COLUMNS), np.int64)

    def emissions(self, listed: Sequence[Tokens]) -> crf.Array:
        """Score the labels of each token of several references, one after another."""
        if len(self.numbers) > MOST_KEPT:
            self.forget()
        flat = [*EDGE, *(token for each in listed for token in (*each, *EDGE))]
        numbers = np.array([self.numbers[token] for token in flat], np.intp)
        self._score_new()
        at = np.flatnonzero(numbers)
        scores = np.zeros((len(at), len(self.model.labels)), np.float32)
        for place, step in enumerate(signs.STEPS):
            scores += self.around[numbers[at + step], place]
        lengths = np.array([len(each) for each in listed])
        marks = np.array([mark for each in listed for mark in journals.marks(each)], np.int64)
        keys = self.contexts.keys(self.seen[numbers[at]], lengths, marks)
        for kept, key in zip(self.kinds, keys, strict=True):
            rows = [kept[code] for code in key.codes.tolist()]
            each = self.scores.take(np.array(rows, np.intp))
            scores += each if key.lengths is None else np.repeat(each, key.lengths, axis=0)
        return scores

    def likeliest(self, scores: crf.Array, lengths: Sequence[int]) -> list[list[int]]:
        """Return the likeliest labels of each reference."""
        found = crf.paths(scores, np.array(lengths), self.model.transitions)
        bounds = pairwise(accumulate(lengths, initial=0))
        return [self._once(path, scores[a:b]) for path, (a, b) in zip(found, bounds, strict=True)]

    def _once(self, path: list[int], scores: crf.Array) -> list[int]:
        """Look again, and in one stretch, for what a reference has once."""
        for label in self.once:
            if [at for at, _ in groupby(path)].count(label) > 1:
                path = crf.best_with_one(scores, self.model.transitions, label)
                scores = scores.copy()
                scores[[at != label for at in path], label] = NEVER
        return path

    def _number(self, token: str) -> int:
        seen = signs.sign(token)
        spelling = self.scores.add(signs.of_spelling(token))
        self.rows.append([*self.forms[seen.form], *self.words[seen.word], spelling])
        self.signs.append(self.contexts.numbers(seen))
        return len(self.numbers)

    def _score_new(self) -> None:
        """Add up what each new token says of itself and of its neighbours."""
        if not self.rows:
            return
        known, count = len(self.numbers) - len(self.rows), len(self.numbers)
        each = self.scores.take(np.array(self.rows, np.intp))
        forms, words, spelling = np.split(each, [len(signs.STEPS), -1], axis=1)
        forms[:, 1:-1] += words
        forms[:, signs.FAR] += spelling[:, 0]
        self.around, self.seen = crf.roomy(self.around, count), crf.roomy(self.seen, count)
        self.around[known:count], self.seen[known:count] = forms, self.signs
        self.rows, self.signs = [], []

    def _place_form(self, form: str) -> tuple[int, ...]:
        return tuple(self.scores.add(signs.of_form(form, step)) for step in signs.STEPS)

    def _place_word(self, word: str) -> tuple[int, ...]:
        if word not in self.telling:
            return (0,) * len(signs.NEAR)
        return tuple(self.scores.add(signs.of_word(word, step)) for step in signs.NEAR)

    def _placer(self, kind: Callable[[int], signs.Features]) -> Callable[[int], int]:
        return lambda code: self.scores.add(kind(code))


def parse(text: str, *, names: int = 0, weigh: bool = False) -> tuple[Part, ...]:
    """Label the parts of a printed reference of any style, as `parse_all` does."""
    return parse_all([(text, names)], weigh=weigh)[0]


def parse_all(printed: Sequence[tuple[str, int]], *, weigh: bool = False) -> list[tuple[Part, ...]]:
    """Label the parts of printed references of any style.

    Each comes with the number of characters at its start that are known to name authors.
    With `weigh`, which takes longer, each part gets the lowest probability that its label
    has on any of its tokens.
    """
    cut = [tokens(text) for text, _ in printed]
    filled = [at for at, listed in enumerate(cut) if listed]
    found: list[tuple[Part, ...]] = [()] * len(cut)
    if not filled:
        return found
    labeller = trained()
    scores = labeller.emissions([[token for token, _, _ in cut[at]] for at in filled])
    lengths = [len(cut[at]) for at in filled]
    starts = list(accumulate(lengths, initial=0))
    others = np.arange(len(labeller.model.labels)) != labeller.author
    for at, start in zip(filled, starts, strict=False):
        known = sum(end <= printed[at][1] for _, _, end in cut[at])
        scores[start : start + known] += NEVER * others
    for at, start, path in zip(filled, starts, labeller.likeliest(scores, lengths), strict=False):
        sure = [1.0] * len(path)
        if weigh:
            every = crf.probabilities(scores[start : start + len(path)], labeller.model.transitions)
            sure = [float(row[label]) for row, label in zip(every, path, strict=True)]
        labels = [labeller.model.labels[label] for label in path]
        found[at] = _parts(printed[at][0], cut[at], labels, sure)
    return found


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
    """Return the labeller that is shipped, read once."""
    with as_file(files("paracite.parsing") / "model" / MODEL) as path, np.load(path) as stored:
        return Labeller(crf.model(stored))
