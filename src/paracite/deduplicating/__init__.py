"""Finding duplicates in a list: clusters to merge, pairs to review, related publications."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from paracite.errors import ParaciteError
from paracite.matching import block, cluster, compare, decide, merge, supplements
from paracite.matching.block_keys import Pair
from paracite.matching.decide import Decision
from paracite.matching.evidence import Evidence
from paracite.matching.forms import Form, form
from paracite.matching.sketch import sketch
from paracite.memory import only_growing
from paracite.opening import OpenList, joined
from paracite.reference import DATE_FIELDS, NAME_FIELDS, Reference

#: Fields of a record that is more than a heading: one beside its title is enough.
TELLING_FIELDS = ("title", *NAME_FIELDS, *DATE_FIELDS, "container_title", "publisher", "url", "doi")
ONE_SOURCE = "alike, but both are of one source"
CHAINED = "alike, but not the others of its cluster"


@dataclass(frozen=True, slots=True)
class Cluster:
    """References of one work, known by their positions in the list."""

    positions: tuple[int, ...]
    references: tuple[Reference, ...]  #: those at these positions
    kept: int  #: which of them is kept, the fullest
    score: float  #: probability of the weakest pair that holds it together
    evidence: tuple[Evidence, ...]  #: that of this pair
    chosen: tuple[tuple[str, Reference], ...] = ()  #: whose value a person wants, by field

    @property
    def keep(self) -> Reference:
        """The reference that is kept."""
        return self.references[self.kept]

    @property
    def keys(self) -> tuple[str, ...]:
        """The citekeys, in the order of the list."""
        return tuple(reference.citekey for reference in self.references)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two references that a person should look at, or that are related, and why."""

    positions: tuple[int, int]
    references: tuple[Reference, Reference]
    reason: str
    score: float
    evidence: tuple[Evidence, ...]

    @property
    def keys(self) -> tuple[str, str]:
        """The citekeys of both."""
        a, b = self.references
        return a.citekey, b.citekey


@dataclass(frozen=True, slots=True)
class SharedDoi:
    """A DOI that several works of one issue share: the supplement's or the book's, not theirs."""

    doi: str
    positions: tuple[int, ...]
    references: tuple[Reference, ...]

    @property
    def reason(self) -> str:
        """What is wrong, in words."""
        return f"the DOI of what they stand in, {len(self.references)} records: {self.doi}"


@dataclass(frozen=True, slots=True)
class Duplicates:
    """What is to be merged, what a person decides, and what is related but kept apart."""

    clusters: tuple[Cluster, ...]
    review: tuple[Doubt, ...]
    relations: tuple[Doubt, ...]
    shared: tuple[SharedDoi, ...] = ()

    @property
    def surplus(self) -> int:
        """The number of references that merging takes away."""
        return sum(len(cluster.references) - 1 for cluster in self.clusters)


class Judge:
    """Decides on pairs of one list; forms are made once, and only for records with a rival."""

    def __init__(
        self,
        references: Sequence[Reference],
        rule: Callable[[Sequence[Evidence]], Decision],
        decided: Callable[[Reference, Reference], str] | None,
        *,
        across: bool,
    ) -> None:
        self.references = references
        self.across = across
        self.rule = rule
        self.decided = decided
        self.forms: dict[int, Form] = {}
        self.decisions: dict[Pair, Decision] = {}
        self.sketches = [sketch(reference) for reference in references]
        self.shared = supplements.shared_dois(references, self.sketches)

    def form(self, at: int) -> Form:
        """Return the form of a reference."""
        if at not in self.forms:
            made = form(self.references[at])
            if made.ids.get("doi") in self.shared:
                made = replace(made, ids={k: v for k, v in made.ids.items() if k != "doi"})
            self.forms[at] = made
        return self.forms[at]

    def evidence(self, a: int, b: int) -> tuple[Evidence, ...]:
        """Return the evidence on a pair."""
        return compare.compare_forms(self.form(a), self.form(b))

    def are_equal(self, a: int, b: int) -> bool:
        """Return whether two records say the same, and more than a title."""
        first, second = self.references[a], self.references[b]
        if not first.title or not compare.are_equal(first, second):
            return False
        return sum(bool(getattr(first, name)) for name in TELLING_FIELDS) > 1

    def of_one_source(self, a: int, b: int) -> bool:
        """Return whether both records come from one database or, where none is named, one file."""
        first, second = (self.references[at] for at in (a, b))
        return (first.source or first.origin.path) == (second.source or second.origin.path)

    def decide(self, a: int, b: int) -> Decision:
        """Decide on a pair."""
        if (a, b) not in self.decisions:
            decided = self.decided and self.decided(self.references[a], self.references[b])
            if decided:
                made = decide.by_person(decided)
            elif self.are_equal(a, b):
                made = decide.of_equals()
            else:
                made = self.rule(self.evidence(a, b))
            if self.across and not decided and made.verdict == "merge" and self.of_one_source(a, b):
                made = Decision("review", -decide.SURE, ONE_SOURCE)  # nor through a third record
            self.decisions[a, b] = made
        return self.decisions[a, b]


def find_in(
    lists: Sequence[OpenList],
    *,
    profile: str = "default",
    merge_versions: bool = False,
    across: bool = False,
) -> Duplicates:
    """Find the duplicates in opened lists, taken as one; what a person decided holds.

    Positions count through all lists.  Options and errors are those of `find`.
    """

    def decided(a: Reference, b: Reference) -> str:
        made = (one.sidecar.decisions.of(a, b) for one in lists)
        return next(filter(None, made), "")

    return find(
        joined(lists),
        profile=profile,
        merge_versions=merge_versions,
        across=across,
        decided=decided,
    )


def merged(references: Sequence[Reference], duplicates: Duplicates) -> tuple[Reference, ...]:
    """Return the list with each cluster merged, where its first member stood."""
    standing: dict[int, Reference] = dict(enumerate(references))
    for found in duplicates.clusters:
        first, *others = sorted(found.positions)
        standing[first] = merge.merge(found.references, found.keep)
        for position in others:
            del standing[position]
    return tuple(standing.values())


def find(
    references: Sequence[Reference],
    *,
    profile: str = "default",
    merge_versions: bool = False,
    across: bool = False,
    decided: Callable[[Reference, Reference], str] | None = None,
) -> Duplicates:
    """Find the duplicates in a list.

    `profile` is a row of `decide.PROFILES`; with `merge_versions` related publications of a
    work are merged too; with `across` two records of one source, which has no work twice,
    are never merged but put up for review; `decided` returns what a person decided on a pair.
    Time and memory grow with the list: a record is compared with a bounded number of others.  Raises
    `ParaciteError` for an unknown profile.
    """
    if profile not in decide.PROFILES:
        known = ", ".join(decide.PROFILES)
        raise ParaciteError(f"there is no profile {profile!r}", f"profiles: {known}")
    rule = partial(decide.decide, profile=profile, merge_versions=merge_versions)
    judge = Judge(references, rule, decided, across=across)
    with only_growing():
        return _find(judge)


def _find(judge: Judge) -> Duplicates:
    references = judge.references
    own = [supplements.without(sketch, judge.shared) for sketch in judge.sketches]
    candidates = block.pairs(own)
    judged = [(pair, judge.decide(*pair)) for pair in candidates]
    groups, refused = cluster.cluster(judged, judge.decide)
    home = {at: number for number, group in enumerate(groups) for at in group.members}

    def together(pair: Pair) -> bool:
        return home.get(pair[0], -1) == home.get(pair[1], -2)

    def doubts(verdict: str) -> list[Doubt]:
        return [
            _doubt(judge, pair, made.reason)
            for pair, made in judged
            if made.verdict == verdict and not together(pair)
        ]

    chained = [_doubt(judge, pair, CHAINED) for pair in refused]
    return Duplicates(
        tuple(_cluster(judge, group) for group in groups),
        (*doubts("review"), *chained),
        tuple(doubts("relation")),
        tuple(
            SharedDoi(doi, positions, tuple(references[at] for at in positions))
            for doi, positions in judge.shared.items()
        ),
    )


def _cluster(judge: Judge, group: cluster.Group) -> Cluster:
    references = tuple(judge.references[at] for at in group.members)
    fullest = merge.fullest(references)
    kept = next(at for at, reference in enumerate(references) if reference is fullest)
    a, b = sorted(group.weakest)
    score, evidence = judge.decide(a, b).probability, judge.evidence(a, b)
    return Cluster(tuple(group.members), references, kept, score, evidence)


def _doubt(judge: Judge, pair: Pair, reason: str) -> Doubt:
    a, b = sorted(pair)
    both = judge.references[a], judge.references[b]
    return Doubt((a, b), both, reason, judge.decide(*pair).probability, judge.evidence(*pair))
