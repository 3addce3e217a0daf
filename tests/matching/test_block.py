"""Blocking: both ways give the same pairs, and a record's pairs are bounded."""

from dataclasses import replace

import pytest

from paracite.matching import block
from paracite.matching.block_arrays import by_arrays
from paracite.matching.sketch import sketch
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


@pytest.mark.parametrize("count", [1, 30, 600])
def test_arrays_and_dictionaries_give_the_same_pairs(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    sketches = [sketch(each) for each in made(count)]
    by_dictionary = block.pairs(sketches)
    monkeypatch.setattr(block, "LONG_LIST", 0)
    assert block.pairs(sketches) == by_dictionary


def test_a_thousand_equal_records_all_meet_but_few_each() -> None:
    sketches = [sketch(replace(LONG, author=(Name("Duchacek", "I."),)))] * 1000
    pairs = by_arrays(sketches)
    assert {at for pair in pairs for at in pair} == set(range(1000))
    assert len(pairs) < 1000 * block.NEIGHBOURS * 2


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
