"""Reviewing: clusters and pairs that a person decides on, one at a time, with a way back.

The file may change while a person thinks.  A merge then finds its entries again by key and
text, or is refused; an undo takes back its own step or says why it cannot.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from paracite import library, opening, sidecar
from paracite.deduplicating import Cluster, Doubt, find_in, splicing
from paracite.errors import ParaciteError, WriteError
from paracite.opening import OpenList
from paracite.sidecar import PairDecision

Question = Cluster | Doubt
NOT_DUPLICATE, MERGE, SKIP = "not-duplicate", "merge", "skip"


@dataclass(frozen=True, slots=True)
class Step:
    """What was done, on which references, and how it is taken back."""

    name: str
    take_back: Callable[[], object]


class Review:
    """A review of one library: what is pending, what was skipped, and what can be undone.

    Doubtful pairs come first, then the clusters that `dedupe --write` would merge; a cluster
    whose pairs a person has all decided to merge is not asked about again.
    """

    def __init__(self, path: str, profile: str = "default") -> None:
        self.path = path
        self.profile = profile
        self.skipped: list[frozenset[str]] = []
        self.steps: list[Step] = []
        self.pending: list[Question] = []
        self.refresh()

    def refresh(self) -> None:
        """Open the file anew and find what is left to decide."""
        self.opened = opening.open_list(self.path)
        found = find_in([self.opened], profile=self.profile)
        questions: list[Question] = [*found.review, *filter(self._is_open, found.clusters)]
        self.pending = [each for each in questions if frozenset(each.keys) not in self.skipped]

    @staticmethod
    def is_cluster(question: object) -> bool:
        """Return whether a question is on a cluster that would be merged, else on a doubt."""
        return isinstance(question, Cluster)

    def skip(self) -> None:
        """Leave the first question for another time."""
        self.skipped.append(frozenset(self.pending.pop(0).keys))
        self.steps.append(Step(SKIP, self.skipped.pop))

    def decide(self, decision: str, pairs: Sequence[tuple[int, int]] = ((0, 1),)) -> None:
        """Record a decision on pairs of the first question's references, by their numbers."""
        references = self.pending[0].references
        made = [sidecar.pair_decision(references[a], references[b], decision) for a, b in pairs]
        before = [self._decided(each) for each in made]
        sidecar.decide(self.path, made)
        self.steps.append(Step(decision, lambda: sidecar.decide(self.path, before)))
        self.refresh()

    def split(self, number: int) -> None:
        """Take one reference out of the first question's cluster: it is another work."""
        others = range(len(self.pending[0].references))
        self.decide(NOT_DUPLICATE, [(number, other) for other in others if other != number])

    def confirm(self) -> None:
        """Record that the whole cluster is one work, for `dedupe --write` to merge."""
        count = len(self.pending[0].references)
        self.decide(MERGE, list(combinations(range(count), 2)))

    def merge(self, chosen: Mapping[str, int]) -> None:
        """Merge the first question's references in the file.

        `chosen` gives by field the number of the reference whose value counts.
        Raises `WriteError` where the file has changed so that they are not there any more.
        """
        question = self.pending[0]
        now = opening.open_list(self.path)
        positions = [now.find_again(self.opened, each) for each in question.positions]
        found = tuple(each for each in positions if each is not None)
        if len(set(found)) < len(positions):
            self.refresh()
            raise WriteError(
                self.path,
                f"{' and '.join(question.keys)} were changed by another program meanwhile",
                "nothing was merged; the list was read again",
            )
        self._merge(now, _cluster(question, found, now, chosen))

    def _merge(self, now: OpenList, cluster: Cluster) -> None:
        merged = splicing.spliced(now, [cluster])
        now.save(merged)

        def take_back() -> None:
            hint = "paracite undo goes back over all changes"
            current = library.read(self.path)
            if current != merged.data:
                raise WriteError(self.path, "was changed since the merge", hint)
            library.save(self.path, merged.data, now.data)

        self.steps.append(Step(MERGE, take_back))
        self.refresh()

    def undo(self) -> str:
        """Take the last step back, and nothing else; return what it was.

        Raises `ParaciteError` where there is none, or where it cannot be taken back any more.
        """
        if not self.steps:
            raise ParaciteError("nothing was decided yet")
        step = self.steps[-1]
        step.take_back()
        self.steps.pop()
        self.refresh()
        return step.name

    def _decided(self, made: PairDecision) -> PairDecision:
        """Return the decision that stands on a pair before a new one is made."""
        former = (each for each in self.opened.sidecar.decisions.pairs if each.keys == made.keys)
        return next(former, replace(made, decision=sidecar.UNDECIDED))

    def _is_open(self, cluster: Cluster) -> bool:
        of = self.opened.sidecar.decisions.of
        return any(of(a, b) != MERGE for a, b in combinations(cluster.references, 2))


def _cluster(
    question: Question, positions: tuple[int, ...], now: OpenList, chosen: Mapping[str, int]
) -> Cluster:
    """Make the cluster to merge of a question, at the positions where its references are now."""
    references = tuple(now.references[at] for at in positions)
    kept = question.kept if isinstance(question, Cluster) else 0
    values = tuple((field, references[number]) for field, number in chosen.items())
    return Cluster(positions, references, kept, question.score, question.evidence, values)
