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
EQUAL = "equal to the last field"
EQUAL_SCORE = 10.0  #: as much as a title, authors, year and pages say together
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
    """The evidence of one pair, asked by field; a field that says nothing is neither."""

    def __init__(self, evidence: Sequence[Evidence]) -> None:
        self.by_field = {item.field: item for item in evidence}
        self.has_same_id = any(item.field in OF_THE_WORK and item.similarity for item in evidence)

    def has(self, field: str) -> bool:
        """Return whether a field says anything."""
        return field in self.by_field

    def likeness(self, field: str) -> float | None:
        """Return the similarity of a field, None where it says nothing."""
        found = self.by_field.get(field)
        return found.similarity if found else None

    def equal(self, *fields: str) -> bool:
        """Return whether every one of the fields is there and equal."""
        found = map(self.likeness, fields)
        return all(like is not None and like >= ALIKE for like in found)

    def unlike(self, field: str) -> bool:
        """Return whether a field is there and more unlike than alike."""
        like = self.likeness(field)
        return like is not None and like < UNLIKE

    def differ(self, *fields: str) -> bool:
        """Return whether one of the fields speaks against one work without reserve."""
        return any(self.likeness(field) == 0 for field in fields)

    def same_first_page(self) -> bool:
        """Return whether the first page, at least, agrees."""
        like = self.likeness("page")
        return like is not None and like >= FIRST_PAGE

    def same_place(self) -> bool:
        """Return whether volume and page agree, or, pages unknown, authors and journal issue."""
        if self.has("page"):
            return self.equal("volume") and self.same_first_page()
        return self.equal("volume", "issue", "container", "author")

    def telling_titles(self) -> bool:
        """Return whether there are two titles, neither of which only names a kind of text."""
        return self.has("title") and self.likeness("title") != UNNAMED


@dataclass(frozen=True, slots=True)
class Veto:
    """A fact that forbids a merge: its reason, when it holds, and what follows.

    A veto that asks for a review is heard only where the evidence suffices for one, unless
    it is `urgent`.
    """

    reason: str
    holds: Callable[[Facts], bool]
    verdict: Verdict
    urgent: bool = False


def score(evidence: Sequence[Evidence]) -> float:
    """Add up the evidence: log-odds that two references are one work."""
    return PRIOR + sum(item.weight for item in evidence)


def decide(
    evidence: Sequence[Evidence], profile: str = "default", *, merge_versions: bool = False
) -> Decision:
    """Decide on two references by the evidence that `compare` gives."""
    total = score(evidence)
    facts = Facts(evidence)
    limits = PROFILES[profile]
    veto = next((veto for veto in VETOES if veto.holds(facts)), None)
    if veto and veto.verdict == "relation" and merge_versions:
        return Decision("merge", max(total, limits.merge))
    if veto and (veto.verdict != "review" or veto.urgent):
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
    if _is_unnamed(facts):
        return "one issue and authors, but one title names a kind of text"
    return ""


def _is_repeated(facts: Facts) -> bool:
    """Return whether all that names a work agrees, and only what places it does not."""
    return (
        facts.equal("title", "author", "container")
        and not facts.differ("year")
        and not facts.has("generic")
    )


def _is_unnamed(facts: Facts) -> bool:
    """Return whether an issue has two texts of the same authors, one of them just an "Editorial"."""
    named = facts.likeness("title") != UNNAMED
    return not named and facts.equal("author", "container", "volume", "issue")


def of_equals() -> Decision:
    """Decide on two records that are alike to the last field, whatever few fields these are."""
    return Decision("merge", EQUAL_SCORE, EQUAL)


def by_person(decision: str) -> Decision:
    """Turn what a person decided into a decision that no evidence outweighs."""
    if decision == "merge":
        return Decision("merge", SURE, DECIDED)
    return Decision("relation" if decision == "version" else "apart", -SURE, DECIDED)


def _is_wrong_doi(facts: Facts) -> bool:
    if not facts.equal("doi"):
        return False
    other_author = facts.unlike("author")
    if facts.telling_titles():
        return facts.unlike("title") or (other_author and not facts.equal("title"))
    return other_author or facts.differ("year", "volume", "page")


def _is_other_part(facts: Facts) -> bool:
    if not facts.differ("part") or facts.has_same_id:
        return False
    return not facts.same_place() or facts.differ(*OF_THE_WORK)


def _is_about_the_other(facts: Facts) -> bool:
    return facts.differ("kind") and not facts.has_same_id and not facts.same_place()


def _is_other_edition(facts: Facts) -> bool:
    return facts.differ("edition") and not facts.has_same_id


def _is_component(facts: Facts) -> bool:
    """Return whether one is the other's chapter or review."""
    return facts.has("component")


def _is_version(facts: Facts) -> bool:
    """Return whether a work was published twice: as a preprint, at a conference, in a journal."""
    return facts.has("version") and _is_one_text(facts)


def _stands_elsewhere(facts: Facts) -> bool:
    """Return whether container and place both differ."""
    return facts.unlike("container") and facts.differ("page", "volume")


def _is_elsewhere(facts: Facts) -> bool:
    """Return whether a work was published again, in another container and place."""
    return _stands_elsewhere(facts) and _is_one_text(facts)


def _is_one_text(facts: Facts) -> bool:
    """Return whether title and authors agree, and nothing else proves one publication."""
    return (
        facts.equal("title")
        and not facts.unlike("author")
        and not facts.has_same_id
        and not facts.same_place()
    )


def _is_unlike_elsewhere(facts: Facts) -> bool:
    """Return whether two texts whose titles are not equal stand in other containers and places."""
    return _stands_elsewhere(facts) and not facts.has_same_id


def _is_sibling(facts: Facts) -> bool:
    """Return whether two like-named texts stand on other pages, as meeting abstracts do."""
    other_title = facts.has("title") and not facts.equal("title")
    return facts.differ("page") and other_title and not facts.has_same_id


def _is_other_issue(facts: Facts) -> bool:
    """Return whether two texts of one journal stand in other volumes or issues, pages unknown."""
    if facts.has_same_id or facts.likeness("page") or not facts.equal("container"):
        return False
    return facts.differ("volume") or (facts.differ("issue") and not facts.has("page"))


def _is_generic(facts: Facts) -> bool:
    """Return whether an "Editorial" is told from others by neither identifier nor place."""
    return (
        facts.has("generic")
        and not facts.has_same_id
        and not facts.same_place()
        and (facts.unlike("container") or facts.differ("page", "issue", "volume", *OF_THE_WORK))
    )


def _is_contrasting(facts: Facts) -> bool:
    """Return whether one word stands against another in the titles, as in abstracts of one group."""
    return facts.differ("wording") and not facts.has_same_id


def _is_contrasting_elsewhere(facts: Facts) -> bool:
    """Return whether such texts have other pages or identifiers, too."""
    return _is_contrasting(facts) and facts.differ("page", *OF_THE_WORK)


def _is_unplaced_generic(facts: Facts) -> bool:
    """Return whether an "Editorial" is not known to be on the same page of the same issue."""
    if not facts.has("generic") or facts.has_same_id or facts.same_place():
        return False
    alike = facts.same_first_page() and facts.equal("container", "author", "year")
    return not alike or facts.differ("volume", "issue")


def _has_no_title(facts: Facts) -> bool:
    return not facts.has("title") and not facts.has_same_id


def _differs_under_one_id(facts: Facts) -> bool:
    return facts.differ("part", "kind", "edition")


def _has_other_title(facts: Facts) -> bool:
    return facts.unlike("title")


#: The first that holds decides.
VETOES = (
    Veto("wrong DOI: two different works share it", _is_wrong_doi, "review", urgent=True),
    Veto("another part", _is_other_part, "apart"),
    Veto("one is about the other", _is_about_the_other, "apart"),
    Veto("another edition", _is_other_edition, "apart"),
    Veto("one is a part of the other", _is_component, "apart"),
    Veto("two like-named texts of a series", _is_generic, "apart"),
    Veto("another publication of the work", _is_version, "relation"),
    Veto("another publication of the work", _is_elsewhere, "relation"),
    Veto("titles of one wording that differ in a telling word", _is_contrasting_elsewhere, "apart"),
    Veto("one issue's titles differ in a telling word", _is_contrasting, "review"),
    Veto("a title that many texts have", _is_unplaced_generic, "review"),
    Veto("no title to compare", _has_no_title, "review"),
    Veto("like titles in other containers", _is_unlike_elsewhere, "review"),
    Veto("like titles in other issues of a journal", _is_other_issue, "review"),
    Veto("like titles on other pages", _is_sibling, "review"),
    Veto(
        "the same identifier or place, but one differs in its part number, edition or kind",
        _differs_under_one_id,
        "review",
    ),
    Veto("the titles differ", _has_other_title, "review"),
)
