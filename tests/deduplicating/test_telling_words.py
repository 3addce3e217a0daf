"""Texts of one group, place and wording: one work in another print, or two that differ in a word."""

from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from paracite.deduplicating import Duplicates, find
from paracite.reference import Date, Name, Reference

FRAMES = (
    "Outcome of {} infection after transplantation of the kidney",
    "{} activity predicts survival: a registry of nine hospitals",
    "Long term results of treatment in the {} group of the Hudson cohort",
)
OPPOSED = (
    *(("resistant", "sensitive"), ("Factor H", "Factor I"), ("type 1", "type 2")),
    *(("part I", "part II"), ("male", "female"), ("in vitro", "in vivo"), ("children", "adults")),
    *(("2010", "2011"), ("with", "without"), ("vitamin A", "vitamin D"), ("CD4", "CD8")),
    *(("micro", "macro"), ("hypertension", "hypotension"), ("phase II", "phase III")),
    *(("invasive", "non invasive"), ("IL17A", "IL17F"), ("left", "right"), ("mice", "rats")),
    *(("group 3", "group 4"), ("type A", "type B"), ("symptomatic", "asymptomatic")),
    *(("low dose", "high dose"), ("before", "after"), ("nitrate", "nitrite"), ("first", "second")),
)
REWRITTEN = (
    str.upper,
    str.title,
    lambda title: f"{title}.",
    lambda title: f"[{title}].",
    lambda title: title.replace("activity", "activty").replace("Outcome", "Outcorne"),
    lambda title: title.replace("kidney", "k1dney").replace("hospitals", "hospitais"),
    lambda title: title.replace("transplantation", "transplan-tation").replace("long", "lonq"),
    lambda title: title.replace("results", "rcsults").replace("registry", "regisrty"),
    lambda title: f"{title} [abstract]",
    lambda title: title.replace(" of the ", " of "),
    lambda title: title.replace("nine", "9").replace("Long term", "Long-term"),
)
ABSTRACT = Reference(
    citekey="a",
    type="article-journal",
    author=(Name("Okafor", "Chidi"), Name("Lindqvist", "Per"), Name("Baum", "Eva")),
    issued=Date(2014),
    container_title="Nephrology Dialysis Transplantation",
    volume="29",
    issue="Suppl 3",
    page="S411",
)


def pair(first: Reference, second: Reference) -> Duplicates:
    return find([first, replace(second, citekey="b")])


@pytest.mark.parametrize(("frame", "words"), list(product(FRAMES, OPPOSED)))
def test_abstracts_that_differ_in_a_telling_word_are_not_merged(
    frame: str, words: tuple[str, str]
) -> None:
    first, second = (replace(ABSTRACT, title=frame.format(word)) for word in words)
    assert pair(first, second).clusters == ()
    assert pair(second, first).clusters == ()
    assert pair(first, replace(second, page="S412")).clusters == ()


@pytest.mark.parametrize(("frame", "words"), list(product(FRAMES, OPPOSED)))
def test_with_identifiers_of_their_own_they_are_no_question(
    frame: str, words: tuple[str, str]
) -> None:
    first, second = (
        replace(ABSTRACT, title=frame.format(word), pmid=str(20_000_000 + at))
        for at, word in enumerate(words)
    )
    found = pair(first, second)
    assert (found.clusters, found.review) == ((), ())


@pytest.mark.parametrize(("at", "words"), list(product(range(len(REWRITTEN)), OPPOSED)))
def test_a_print_of_the_same_abstract_is_merged(at: int, words: tuple[str, str]) -> None:
    for frame, word in product(FRAMES, words):
        title = frame.format(word)
        again = replace(ABSTRACT, title=REWRITTEN[at](title), issue="")
        assert pair(replace(ABSTRACT, title=title), again).clusters, again.title


GENERIC = ("Introduction", "Editorial", "Preface", "Book review", "Foreword", "In this issue")
CONTAINERS = ("Journal of Polar Ornithology", "Studies in Medieval Trade", "")


@pytest.mark.parametrize(("title", "container"), list(product(GENERIC, CONTAINERS)))
@pytest.mark.parametrize("placed", [True, False])
def test_general_titles_of_one_author_in_unlike_containers_are_not_merged(
    title: str, container: str, *, placed: bool
) -> None:
    first = Reference(
        citekey="a",
        type="article-journal" if placed else "chapter",
        author=(Name("Baum", "Eva"),),
        title=title,
        container_title="Annals of Cartography",
        issued=Date(2011),
        volume="7" if placed else "",
        page="1-3" if placed else "",
    )
    other: dict[str, Any] = {"volume": "41", "page": "203"} if placed else {}
    assert pair(first, replace(first, container_title=container, **other)).clusters == ()
    nowhere = replace(first, container_title=container, volume="", page="", issue="")
    assert pair(first, nowhere).clusters == ()


@pytest.mark.parametrize("title", GENERIC)
def test_a_general_title_in_one_place_is_merged(title: str) -> None:
    first = replace(ABSTRACT, title=title, page="411-415", issue="3")
    assert pair(first, replace(first, title=title.upper(), doi="10.5555/1")).clusters
    assert pair(first, replace(first, volume="")).clusters
    assert not pair(first, replace(first, volume="", issue="4")).clusters


UNTITLED = replace(ABSTRACT, title="", page="411-415", issue="3")


@pytest.mark.parametrize("changes", [{}, {"title": "Renal grafts in the elderly"}, {"issue": ""}])
def test_without_a_title_only_an_identifier_merges(changes: dict[str, Any]) -> None:
    found = pair(UNTITLED, replace(UNTITLED, **changes))
    assert found.clusters == ()
    assert [doubt.reason for doubt in found.review] == ["no title to compare"]
    known = replace(UNTITLED, doi="10.5555/1")
    assert pair(known, replace(known, **changes)).clusters


def supplement(works: int) -> list[Reference]:
    titles = ("Renal grafts in the elderly", "Dialysis at night", "Sodium and sleep", "Iron stores")
    return [
        replace(
            ABSTRACT,
            citekey=f"r{at}",
            title=titles[at],
            author=(Name(f"Author{at}", "A."),),
            page=f"S{at}",
            doi="10.5555/suppl.29",
        )
        for at in range(works)
    ]


def test_the_doi_of_a_supplement_is_one_finding() -> None:
    found = find(supplement(4))
    assert [found.review, found.clusters, found.relations] == [(), (), ()]
    [shared] = found.shared
    assert (shared.doi, shared.positions) == ("10.5555/suppl.29", (0, 1, 2, 3))
    assert shared.reason == "the DOI of what they stand in, 4 records: 10.5555/suppl.29"


def test_records_of_one_work_in_a_supplement_are_merged_all_the_same() -> None:
    works = supplement(3)
    again = [
        replace(work, citekey=f"again{at}", doi="10.5555/own") for at, work in enumerate(works)
    ]
    found = find([*works, again[0]])
    assert [cluster.keys for cluster in found.clusters] == [("r0", "again0")]
    assert found.review == ()


def test_two_works_with_one_doi_are_a_wrong_doi() -> None:
    found = find(supplement(2))
    assert found.shared == ()
    assert [doubt.reason[:9] for doubt in found.review] == ["wrong DOI"]


def test_works_of_several_volumes_with_one_doi_are_wrong_dois() -> None:
    works = [replace(work, volume=str(at)) for at, work in enumerate(supplement(3))]
    found = find(works)
    assert found.shared == ()
    assert {doubt.reason[:9] for doubt in found.review} == {"wrong DOI"}


def test_many_records_of_one_work_share_its_own_doi() -> None:
    work = supplement(1)[0]
    found = find([replace(work, citekey=str(at), title=work.title.upper()) for at in range(5)])
    assert found.shared == ()
    assert len(found.clusters[0].references) == 5


def test_chapters_with_the_doi_of_their_book_are_one_finding() -> None:
    book: dict[str, Any] = {"volume": "", "container_title": "Kidneys in Old Age"}
    chapters = [replace(work, **book) for work in supplement(3)]
    assert len(find(chapters).shared) == 1
    apart = [replace(each, container_title="") for each in chapters]
    assert find(apart).shared == ()
