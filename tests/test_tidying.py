"""Tidying loses no reference, whatever its key."""

from pathlib import Path

import pytest

from paracite import parsing, sources, tidying
from paracite.sidecar import decide, pair_decision

ENTRY = "@article{{{key}, author = {{{who}}}, title = {{{what}}}, journal = {{Things}}, volume = {{3}}, pages = {{1--9}}, year = {{2001}}}}\n"
LONG = "On the many ways in which reference lists of real articles go wrong"


def tidied(tmp_path: Path, *entries: tuple[str, str, str]) -> tidying.Tidied:
    path = tmp_path / "list.bib"
    path.write_text("".join(ENTRY.format(key=k, who=who, what=what) for k, who, what in entries))
    with sources.open_sources(offline=True) as opened:
        return tidying.tidy(str(path), opened)


@pytest.mark.parametrize("keys", [("a", "b"), ("a", "a")])
def test_a_duplicate_is_merged_whatever_its_key(tmp_path: Path, keys: tuple[str, str]) -> None:
    done = tidied(tmp_path, (keys[0], "Smith, Jane", LONG), (keys[1], "Smith, J.", LONG))
    [reference] = done.references
    assert (reference.title, done.merged) == (LONG, 1)


def test_different_works_of_one_key_both_stay_under_keys_of_their_own(tmp_path: Path) -> None:
    done = tidied(tmp_path, ("a", "Smith, Jane", LONG), ("a", "Doe, John", "A history of glass"))
    assert [each.citekey for each in done.references] == ["a", "aa"]
    [change] = done.changes
    assert (change.field, change.old, change.new) == ("citekey", "a", "aa")


def test_without_a_source_nothing_is_said_to_be_missing(tmp_path: Path) -> None:
    done = tidied(tmp_path, ("a", "Smith, Jane", LONG))
    assert done.count("could-not-check") == 1
    assert done.count("not-found") == 0


def test_what_a_person_decided_holds(tmp_path: Path) -> None:
    both = (("a", "Smith, Jane", LONG), ("b", "Smith, J.", LONG))
    one, other = tidied(tmp_path, *both).opened.references
    decide(str(tmp_path / "list.bib"), [pair_decision(one, other, "not-duplicate")])
    assert tidied(tmp_path, *both).merged == 0


def test_what_was_read_with_doubt_is_told(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text(
        "References\n\nLee, K. (2003). The growth of cities. Urban Studies, 3(1), 5-9.\n\n"
        "Tourin, P. O. Box 575, Duxbury, Vermont 05676 USA), Norman & Sidney. 1962 ms.\n"
    )
    with sources.open_sources(offline=True) as opened:
        done = tidying.tidy(str(path), opened)
    assert done.unsure
    assert {each.key for each in done.unsure} == {done.references[1].citekey}
    assert all(each.confidence < parsing.DOUBTFUL for each in done.unsure)
