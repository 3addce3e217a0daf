"""From evidence to a verdict: what sums decide, and what forbids a merge whatever the sum."""

import pytest

from paracite.matching.decide import PROFILES, Facts, by_person, decide, score
from paracite.matching.evidence import Evidence
from paracite.matching.weights import PRIOR

STRONG = 12.0


def evidence(weight: float = STRONG, **likeness: float) -> list[Evidence]:
    """Make evidence of these fields, whose weights add up to `weight` above the prior."""
    items = [Evidence(field, like, 0.0, "") for field, like in likeness.items()]
    return [*items, Evidence("sum", 1.0, weight - PRIOR, "")]


def verdict(weight: float = STRONG, **likeness: float) -> tuple[str, str]:
    decision = decide(evidence(weight, **likeness))
    return decision.verdict, decision.reason


@pytest.mark.parametrize(
    ("profile", "total", "expected"),
    [
        *(("strict", 5.0, "merge"), ("strict", 4.9, "review"), ("strict", 0.0, "review")),
        *(("strict", -0.1, "apart"), ("default", 2.0, "merge"), ("default", 1.9, "review")),
        *(("default", 0.0, "review"), ("default", -0.1, "apart"), ("thorough", 2.0, "merge")),
        *(("thorough", -2.5, "review"), ("thorough", -2.6, "apart")),
    ],
)
def test_the_sum_is_cut_by_the_profile(profile: str, total: float, expected: str) -> None:
    made = decide(evidence(total, title=0.95), profile)
    assert made.verdict == expected
    assert made.score == pytest.approx(total)
    assert sorted(PROFILES) == ["default", "strict", "thorough"]


PLACE = {"volume": 1.0, "page": 1.0}
OTHER_PLACE = {"volume": 0.0, "page": 0.0}
VETOES = [
    # what speaks, verdict, the start of the reason
    ({"doi": 1, "title": 0.5}, "review", "wrong DOI"),
    ({"doi": 1, "title": 0.8, "author": 0.3}, "review", "wrong DOI"),
    ({"doi": 1, "title": 0.65, "author": 0.3}, "review", "wrong DOI"),
    ({"doi": 1, "title": 0.65, "author": 1, "year": 0}, "review", "wrong DOI"),
    ({"doi": 1, "author": 1, "page": 0}, "review", "wrong DOI"),
    ({"doi": 1, "author": 1, "volume": 0}, "review", "wrong DOI"),
    ({"title": 0.95, "part": 0}, "apart", "another part"),
    ({"title": 0.95, "part": 0, "pmid": 0, **PLACE}, "apart", "another part"),
    ({"title": 0.95, "kind": 0}, "apart", "one is about the other"),
    ({"title": 0.95, "edition": 0}, "apart", "another edition"),
    ({"title": 0.95, "component": 0}, "apart", "one is a part of the other"),
    ({"title": 1, "generic": 0, "page": 0}, "apart", "two like-named texts"),
    ({"title": 1, "generic": 0, "container": 0.2}, "apart", "two like-named texts"),
    ({"title": 1, "generic": 0, "issue": 0}, "apart", "two like-named texts"),
    ({"title": 1, "generic": 0, "doi": 0}, "apart", "two like-named texts"),
    ({"title": 1, "author": 1, "version": 0}, "relation", "another publication"),
    ({"title": 1, "author": 1, "container": 0.3, "page": 0}, "relation", "another publication"),
    ({"title": 1, "container": 0.3, "volume": 0}, "relation", "another publication"),
    ({"title": 0.85, "wording": 0, "page": 0}, "apart", "titles of one wording"),
    ({"title": 0.85, "wording": 0, "pmid": 0}, "apart", "titles of one wording"),
    ({"title": 0.85, "wording": 0}, "review", "one issue's titles"),
    ({"title": 1, "generic": 0, "author": 1, "container": 1}, "review", "a title that many"),
    ({"author": 1, **PLACE}, "review", "no title to compare"),
    ({"title": 0.85, "container": 0.3, "page": 0}, "review", "like titles in other containers"),
    ({"title": 1, "container": 1, "volume": 0}, "review", "like titles in other issues"),
    ({"title": 1, "container": 1, "issue": 0}, "review", "like titles in other issues"),
    ({"title": 0.85, "page": 0}, "review", "like titles on other pages"),
    ({"title": 0.95, "part": 0, "doi": 1}, "review", "the same identifier or place"),
    ({"title": 0.95, "kind": 0, **PLACE}, "review", "the same identifier or place"),
    ({"title": 0.6, **PLACE}, "review", "the titles differ"),
]
MERGED = [
    {"title": 0.95, "doi": 1},
    {"title": 0.8, "author": 1, "doi": 1},
    {"title": 0.9, "author": 0.3, "doi": 1},  # another author, but the title is equal
    {"doi": 1, "author": 0.65},
    {"title": 1, "author": 1, "version": 0, **PLACE},
    {"title": 1, "author": 1, "version": 0, "pmid": 1},
    {"title": 1, "generic": 0, **PLACE},
    {"title": 1, "generic": 0, "page": 0.8, "container": 1, "author": 1, "year": 1},
    {"title": 0.85, "wording": 0, "jstor": 1},
    {"author": 1, "pmid": 1},
    {"title": 0.65, **PLACE},
    {"title": 1, "container": 0.3},
    {"title": 1, "container": 0.65, "page": 0},
    {"title": 1, "container": 1, "issue": 0, "page": 1},
    {"title": 1, "container": 1, "volume": 0, "doi": 1},
    {"title": 0.95, "page": 0},
]


@pytest.mark.parametrize(("likeness", "expected", "reason"), VETOES)
def test_what_forbids_a_merge(likeness: dict[str, float], expected: str, reason: str) -> None:
    made, why = verdict(**likeness)
    assert made == expected
    assert why.startswith(reason), why


@pytest.mark.parametrize("likeness", MERGED)
def test_what_does_not(likeness: dict[str, float]) -> None:
    assert verdict(**likeness) == ("merge", "")


@pytest.mark.parametrize(("likeness", "expected", "_"), VETOES)
def test_below_the_threshold_of_a_review_only_an_urgent_veto_asks_for_one(
    likeness: dict[str, float], expected: str, _: str
) -> None:
    made, why = verdict(-1.0, **likeness)
    if expected == "review" and not why.startswith("wrong DOI"):
        assert made == "apart"
    else:
        assert made == expected


def test_versions_are_merged_where_that_is_asked_for() -> None:
    pair = evidence(-1.0, title=1, author=1, version=0)
    made = decide(pair, merge_versions=True)
    assert (made.verdict, made.score) == ("merge", PROFILES["default"].merge)
    other = decide(evidence(-1.0, title=0.95, part=0), merge_versions=True)
    assert other.verdict == "apart"


@pytest.mark.parametrize(
    ("likeness", "expected"),
    [
        ({"title": 1, "author": 1, "container": 1}, "the same title and authors"),
        ({"title": 1, "author": 1, "container": 1, "year": 0}, ""),
        ({"title": 1, "author": 1, "container": 0.8}, ""),
        (
            {"title": 0.65, "author": 1, "container": 1, "volume": 1, "issue": 1, "page": 0.4},
            "one issue and authors",
        ),
        ({"title": 0.66, "author": 1, "container": 1, "volume": 1, "issue": 1}, ""),
    ],
)
def test_what_is_shown_though_the_sum_is_against_it(
    likeness: dict[str, float], expected: str
) -> None:
    made, why = verdict(-3.0, **likeness)
    assert (made, why.startswith(expected)) == ("review" if expected else "apart", True)


@pytest.mark.parametrize(
    ("decision", "expected", "log_odds"),
    [("merge", "merge", 1000), ("version", "relation", -1000), ("apart", "apart", -1000)],
)
def test_a_person_decides(decision: str, expected: str, log_odds: float) -> None:
    made = by_person(decision)
    assert (made.verdict, made.score, made.reason) == (expected, log_odds, "decided by a person")
    assert made.probability == pytest.approx(float(log_odds > 0))


def test_a_field_that_says_nothing_is_neither_equal_nor_unlike() -> None:
    facts = Facts(evidence(title=0.65, page=0.8, volume=0.9))
    assert not facts.equal("author")
    assert not facts.unlike("author")
    assert not facts.differ("author")
    assert facts.unlike("title") is False
    assert facts.same_place()
    assert not Facts(evidence(page=0.79, volume=1)).same_place()
    assert not Facts(evidence(page=1, volume=0.89)).same_place()
    assert Facts(evidence(volume=1, issue=1, container=1, author=1)).same_place()
    assert not facts.telling_titles()
    assert Facts(evidence(title=0.5)).telling_titles()
    assert not Facts(evidence(page=1)).telling_titles()


def test_score_is_the_prior_and_the_weights() -> None:
    assert score([Evidence("a", 1, 2.0, ""), Evidence("b", 1, -0.5, "")]) == PRIOR + 1.5
