"""Blocking: both ways give the same pairs, and a record's pairs are bounded."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paracite.matching import block
from paracite.matching.block_arrays import by_arrays
from paracite.matching.block_dictionary import by_dictionary
from paracite.matching.block_keys import NEIGHBOURS
from paracite.matching.likely import is_likely
from paracite.matching.sketch import Sketch, sketch
from paracite.reference import Date, Name, Reference

WORDS = [
    "adaptive",
    "robust",
    "deep",
    "causal",
    "spatial",
    "optimal",
    "federal",
    "urban",
    "global",
    "local",
    "civic",
]
LONG = Reference(title="Federalism and the conduct of foreign affairs", issued=Date(1984))


def made(count: int) -> list[Reference]:
    """Make references whose titles, authors and years are much alike."""
    return [
        replace(
            LONG,
            title=f"{WORDS[at % 11]} {WORDS[at % 7]} diplomacy of {WORDS[at % 5]} cities",
            author=(Name(f"Author{at % 13}", "A."),),
            issued=Date(1990 + at % 3),
            page=str(at % 29),
            volume=str(at % 4),
        )
        for at in range(count)
    ]


def likely(sketches: list[Sketch], found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep the pairs that are compared in full."""
    return [(a, b) for a, b in found if is_likely(sketches[a], sketches[b])]


@pytest.mark.parametrize("count", [1, 30, 600])
def test_arrays_and_dictionaries_give_the_same_pairs_of_a_crowded_list(count: int) -> None:
    sketches = [sketch(reference) for reference in made(count)]
    assert likely(sketches, by_arrays(sketches)) == likely(sketches, by_dictionary(sketches))


#: Few values a field, so that most records of a list share several, and any may be empty.
FAMILIES = st.sampled_from(["", "duchacek", "cohn", "smith"])
SKETCHES = st.builds(
    lambda words, families, *rest: Sketch(
        "".join(words), words, families[0] if families else "", families, *rest
    ),
    st.lists(st.sampled_from(["urban", "diplomacy", "editorial", "of", "cities"]), max_size=4).map(
        tuple
    ),
    st.lists(FAMILIES, max_size=2).map(tuple),
    st.sampled_from(["", "i", "s"]),
    st.sampled_from([0, 1984, 1985, 1987, 2001, -1, -2]),  # hash(-1) == hash(-2)
    st.sampled_from(["", "1", "14"]),
    st.sampled_from(["", "2"]),
    st.sampled_from(["", "1", "7"]),
    st.lists(st.sampled_from(["10.1/a", "pmid:1"]), max_size=2, unique=True).map(tuple),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(SKETCHES, min_size=1, max_size=24))
def test_arrays_and_dictionaries_give_the_same_likely_pairs(sketches: list[Sketch]) -> None:
    assert likely(sketches, by_arrays(sketches)) == likely(sketches, by_dictionary(sketches))


def test_the_length_of_a_list_chooses_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    sketches = [sketch(reference) for reference in made(2)] * 2
    monkeypatch.setattr(block, "by_dictionary", lambda _: [(0, 2)])
    monkeypatch.setattr("paracite.matching.block_arrays.by_arrays", lambda _: [(1, 3)])
    monkeypatch.setattr(block, "LONG_LIST", 5)
    assert block.pairs(sketches) == [(0, 2)]
    monkeypatch.setattr(block, "LONG_LIST", 4)
    assert block.pairs(sketches) == [(1, 3)]


def test_a_thousand_equal_records_all_meet_but_few_each() -> None:
    sketches = [sketch(replace(LONG, author=(Name("Duchacek", "I."),)))] * 1000
    pairs = by_arrays(sketches)
    assert {at for pair in pairs for at in pair} == set(range(1000))
    assert len(pairs) < 1000 * NEIGHBOURS * 2


def test_records_with_one_identifier_meet_however_unlike() -> None:
    references = [
        replace(LONG, title=f"{word} title of its own", doi="10.1000/182") for word in WORDS * 5
    ]
    met = {at for pair in block.pairs([sketch(each) for each in references]) for at in pair}
    assert met == set(range(len(references)))


def test_three_contradictions_keep_a_pair_from_being_compared() -> None:
    here = replace(LONG, author=(Name("Fischer", "S."),), volume="109", page="961-965")
    there = replace(here, author=(Name("Fischer", "Y."),), volume="24", page="3661-3669")
    pair = [sketch(here), sketch(there)]
    assert not block.pairs(pair)
    assert block.pairs([pair[0], sketch(replace(there, page=here.page))]) == [(0, 1)]


def test_a_last_author_meets_in_the_same_issue() -> None:
    full = replace(
        LONG,
        title="The decision support system at Lockheed",
        author=(Name("Houdeshel", "G."), Name("Watson", "H.")),
        volume="11",
        issue="1",
    )
    cut = replace(
        full,
        title="Executive systems: decision support at Lockheed",
        author=(Name("Watson", "H."),),
    )
    assert block.pairs([sketch(full), sketch(replace(cut, issued=None))]) == [(0, 1)]


def test_a_work_listed_forty_times_under_mangled_names_meets_itself_in_every_form() -> None:
    sketches = [sketch(replace(LONG, author=(Name(f"Mangled{at}", "I."),))) for at in range(40)]
    assert len(block.pairs(sketches)) == 40 * 39 // 2


def test_an_editorial_and_its_full_title_meet_in_their_issue() -> None:
    full = replace(LONG, author=(Name("Weber", "R."),), volume="27", issue="4")
    assert block.pairs([sketch(full), sketch(replace(full, title="Editor's comments"))]) == [(0, 1)]
