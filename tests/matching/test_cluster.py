"""Clusters: surest pairs first, and one bridge does not make two works one."""

from collections.abc import Mapping

from paracite.matching.cluster import Group, agree, cluster
from paracite.matching.decide import Decision

Pair = tuple[int, int]


def clustered(scores: Mapping[Pair, float]) -> tuple[list[Group], list[Pair]]:
    """Cluster pairs by their log-odds; a pair that is not named is surely apart."""

    def judge(a: int, b: int) -> Decision:
        total = scores.get((a, b), -9.0)
        return Decision("merge" if total >= 2 else "apart", total)

    return cluster([(pair, judge(*pair)) for pair in scores], judge)


def test_pairs_that_agree_are_one_group_with_its_weakest_pair() -> None:
    groups, refused = clustered({(0, 1): 9, (1, 2): 5, (0, 2): 3, (5, 7): 4})
    assert groups == [Group((0, 1, 2), (1, 2)), Group((5, 7), (5, 7))]
    assert refused == []


def test_a_bridge_is_refused_and_said() -> None:
    pairs = {(0, 1): 9.0, (2, 3): 9.0, (1, 2): 3.0}
    groups, refused = clustered(pairs)
    assert [group.members for group in groups] == [(0, 1), (2, 3)]
    assert refused == [(1, 2)]


def test_one_opposed_pair_of_three_is_borne() -> None:
    groups, refused = clustered({(0, 1): 9, (1, 2): 9, (0, 2): 9, (2, 3): 9, (1, 3): 9})
    assert [group.members for group in groups] == [(0, 1, 2, 3)]
    assert refused == []


def test_a_pair_refused_at_first_may_join_by_others_after_all() -> None:
    scores = {(0, 1): 9.0, (2, 3): 8.0, (1, 2): 7.0, (0, 2): 6.0, (1, 3): 5.0, (0, 3): 4.0}
    groups, refused = clustered(scores)
    assert [group.members for group in groups] == [(0, 1, 2, 3)]
    assert refused == []


def test_what_is_only_to_be_reviewed_joins_nothing() -> None:
    groups, refused = cluster([((0, 1), Decision("review", 9.0))], lambda *_: Decision("apart", 0))
    assert (groups, refused) == ([], [])


def test_two_groups_agree_on_the_mean_and_few_opposed() -> None:
    def judge(verdicts: dict[Pair, tuple[str, float]]) -> bool:
        def of(a: int, b: int) -> Decision:
            word, total = verdicts[a, b]
            return Decision("relation" if word == "relation" else "merge", total)

        return agree([0], [1, 2, 3], of)

    merged = {(0, 1): ("merge", 1.0), (0, 2): ("merge", 1.0), (0, 3): ("merge", -2.0)}
    assert judge(merged)
    assert not judge(merged | {(0, 3): ("merge", -2.1)})
    assert judge(merged | {(0, 3): ("relation", 1.0)})
    assert not judge(merged | {(0, 3): ("relation", 1.0), (0, 2): ("relation", 1.0)})


def test_of_large_groups_a_sample_is_judged() -> None:
    asked = []

    def judge(a: int, b: int) -> Decision:
        asked.append((a, b))
        return Decision("merge", 9.0)

    assert agree(range(60), range(60, 120), judge)
    assert 400 <= len(set(asked)) <= 500
