"""From evidence to a decision: merge, review, relation or apart.

Evidence adds up to log-odds; a profile's thresholds cut them.  Before that come the
vetoes: facts that no sum may overrule, such as part 1 against part 2.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from paracite.matching.evidence import Evidence
from paracite.matching.title_likeness import UNNAMED
from paracite.matching.weights import PRIOR

Verdict = Literal["merge", "review", "relation", "apart"]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Log-odds from which on two references are merged, or put before a person."""

    merge: float
    review: float


#: With `default`, 8,324 records of five public sets and 5,000 generated ones had five false
#: merges, all in mis_mixed and cora; `benchmarks/dedupe_quality.py` prints it.
PROFILES = {
    "strict": Thresholds(merge=5.0, review=0.0),
    "default": Thresholds(merge=2.0, review=0.0),
    "thorough": Thresholds(merge=2.0, review=-2.5),
}
UNLIKE, ALIKE = 0.65, 0.9  #: likeness of titles below which they are others, and from which equal
SURE = 1000.0  #: log-odds of what a person decided
DECIDED = "decided by a person"
WRONG_DOI = "wrong DOI: two different works share it"
FIRST_PAGE = 0.8  #: likeness of pages of which the first agrees
OF_THE_WORK = frozenset(["doi", "pmid", "pmcid", "arxiv", "jstor"])  #: identifiers


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict on two references, the log-odds behind it, and its reason in words."""

    verdict: Verdict
    score: float
    reason: str = ""

    @property
    def probability(self) -> float:
        """The log-odds as a probability."""
        return 1 / (1 + math.exp(-min(50.0, max(-50.0, self.score))))


class Facts:
    """The evidence of one pair, asked by field."""

    def __init__(self, evidence: Sequence[Evidence]) -> None:
        self.by_field = {each.field: each for each in evidence}
        self.has_same_id = any(each.field in OF_THE_WORK and each.similarity for each in evidence)

    def likeness(self, field: str, missing: float = -1.0) -> float:
        """Return the similarity of a field, `missing` where it says nothing."""
        found = self.by_field.get(field)
        return found.similarity if found else missing

    def equal(self, *fields: str) -> bool:
        """Return whether every one of the fields is there and equal."""
        return all(self.likeness(field) >= ALIKE for field in fields)

    def differ(self, field: str) -> bool:
        """Return whether a field speaks against one work without reserve."""
        return self.likeness(field) == 0

    def same_place(self) -> bool:
        """Return whether volume and page agree, or, pages unknown, authors and journal issue."""
        if "page" in self.by_field:
            return self.equal("volume") and self.likeness("page") >= FIRST_PAGE
        return self.equal("volume", "issue", "container", "author")


@dataclass(frozen=True, slots=True)
class Veto:
    """A fact that forbids a merge: its reason, when it holds, and what follows."""

    reason: str
    holds: Callable[[Facts], bool]
    verdict: Verdict


def score(evidence: Sequence[Evidence]) -> float:
    """Add up the evidence: log-odds that two references are one work."""
    return PRIOR + sum(each.weight for each in evidence)


def decide(
    evidence: Sequence[Evidence], profile: str = "default", *, merge_versions: bool = False
) -> Decision:
    """Decide on two references by the evidence that `compare` gives."""
    total = score(evidence)
    facts = Facts(evidence)
    limits = PROFILES[profile]
    veto = next((each for each in VETOES if each.holds(facts)), None)
    if veto and veto.verdict == "relation" and merge_versions:
        return Decision("merge", max(total, limits.merge))
    if veto and (veto.verdict != "review" or veto.reason == WRONG_DOI):
        return Decision(veto.verdict, total, veto.reason)
    if total >= limits.merge and not veto:
        return Decision("merge", total)
    if total >= limits.review:
        return Decision("review", total, veto.reason if veto else "alike, but not surely one work")
    doubt = _doubt(facts)  # a veto that is left here allows a review
    return Decision("review" if doubt else "apart", total, doubt)


def _doubt(facts: Facts) -> str:
    """Return why two references should be looked at although the sum of evidence is against them."""
    if _is_repeated(facts):
        return "the same title and authors, but other numbers"
    return "one issue and authors, but one title names a kind of text" * _is_unnamed(facts)


def _is_repeated(facts: Facts) -> bool:
    """Return whether all that names a work agrees, and only what places it does not."""
    return (
        facts.equal("title", "author", "container")
        and not facts.differ("year")
        and "generic" not in facts.by_field
    )


def _is_unnamed(facts: Facts) -> bool:
    """Return whether an issue has two texts of the same authors, one of them just an "Editorial"."""
    named = facts.likeness("title") != UNNAMED
    return not named and facts.equal("author", "container", "volume", "issue")


def by_person(decision: str) -> Decision:
    """Turn what a person decided into a decision that no evidence outweighs."""
    if decision == "merge":
        return Decision("merge", SURE, DECIDED)
    return Decision("relation" if decision == "version" else "apart", -SURE, DECIDED)


def _is_wrong_doi(facts: Facts) -> bool:
    if not facts.equal("doi"):
        return False
    other_author = facts.likeness("author", 1.0) < UNLIKE
    if facts.likeness("title", UNNAMED) != UNNAMED:
        return facts.likeness("title") < (ALIKE if other_author else UNLIKE)
    return other_author or any(map(facts.differ, ("year", "volume", "page")))


def _is_other_part(facts: Facts) -> bool:
    return facts.differ("part") and not facts.has_same_id and not facts.same_place()


def _is_about_the_other(facts: Facts) -> bool:
    return facts.differ("kind") and not facts.has_same_id and not facts.same_place()


def _is_version(facts: Facts) -> bool:
    """Return whether a work was published twice: as a preprint, at a conference, in a journal."""
    return "version" in facts.by_field and _is_one_text(facts)


def _is_elsewhere(facts: Facts) -> bool:
    """Return whether container and place both differ, as in another publication of a work."""
    container = 0 <= facts.likeness("container") < UNLIKE
    return container and (facts.differ("page") or facts.differ("volume")) and _is_one_text(facts)


def _is_one_text(facts: Facts) -> bool:
    """Return whether title and authors agree, and nothing else proves one publication."""
    return (
        facts.likeness("title") >= ALIKE
        and facts.likeness("author", 1.0) >= UNLIKE
        and not facts.has_same_id
        and not facts.same_place()
    )


def _is_unlike_elsewhere(facts: Facts) -> bool:
    """Return whether two texts whose titles are not equal stand in other containers and places."""
    container = 0 <= facts.likeness("container") < UNLIKE
    return container and (facts.differ("page") or facts.differ("volume")) and not facts.has_same_id


def _is_sibling(facts: Facts) -> bool:
    """Return whether two like-named texts stand on other pages, as meeting abstracts do."""
    return facts.differ("page") and 0 <= facts.likeness("title") < ALIKE and not facts.has_same_id


def _is_other_issue(facts: Facts) -> bool:
    """Return whether two texts of one journal stand in other volumes or issues, pages unknown."""
    if facts.has_same_id or facts.likeness("page") > 0 or not facts.equal("container"):
        return False
    return facts.differ("volume") or (facts.differ("issue") and "page" not in facts.by_field)


def _is_generic(facts: Facts) -> bool:
    """Return whether an "Editorial" is told from others by neither identifier nor place."""
    return (
        "generic" in facts.by_field
        and not facts.has_same_id
        and not facts.same_place()
        and (facts.differ("page") or facts.differ("issue") or facts.differ("volume"))
    )


#: The first that holds decides; `review` only where the evidence suffices for a review.
VETOES = (
    Veto(WRONG_DOI, _is_wrong_doi, "review"),
    Veto("another part", _is_other_part, "apart"),
    Veto("one is about the other", _is_about_the_other, "apart"),
    Veto(
        "another edition", lambda facts: facts.differ("edition") and not facts.has_same_id, "apart"
    ),
    Veto("one is a part of the other", lambda facts: "component" in facts.by_field, "apart"),
    Veto("two like-named texts of a series", _is_generic, "apart"),
    Veto("another publication of the work", _is_version, "relation"),
    Veto("another publication of the work", _is_elsewhere, "relation"),
    Veto("like titles in other containers", _is_unlike_elsewhere, "review"),
    Veto("like titles in other issues of a journal", _is_other_issue, "review"),
    Veto("like titles on other pages", _is_sibling, "review"),
    Veto(
        "the same identifier, but one differs in its part number, edition or kind",
        lambda facts: any(map(facts.differ, ("part", "kind", "edition"))),
        "review",
    ),
    Veto("the titles differ", lambda facts: 0 <= facts.likeness("title") < UNLIKE, "review"),
)
