"""Which candidate of a search is the work cited, and which only looks like it."""

import pytest

from paracite.matching.choose import Chosen, Undecided, choose
from paracite.matching.citation_fields import citation
from paracite.reference import Date, Name, Reference

AUTHORS = (Name("Romero", "Ana M."), Name("Lindqvist", "Per"))
ARTICLE = Reference(
    type="article-journal",
    author=AUTHORS,
    title="Seasonal migration of arctic terns along the western coasts",
    container_title="Journal of Polar Ornithology",
    issued=Date(2004),
    volume="17",
    issue="2",
    page="113-128",
    doi="10.1000/terns",
)
BOOK = Reference(
    type="book",
    author=(Name("Okafor", "Chidi"),),
    title="A History of the Niger Delta Ports",
    publisher="Harbour Press",
    issued=Date(1988),
    doi="10.1000/ports",
)

PRINTED = [
    (
        "Romero, A. M., & Lindqvist, P. (2004). Seasonal migration of arctic terns along the western "
        "coasts. Journal of Polar Ornithology, 17(2), 113-128."
    ),
    (
        "Romero AM, Lindqvist P. Seasonal migration of artic terns along western coasts. "
        "J Polar Ornithol. 2004;17:113–28."
    ),
    "[12] A.M. Romero, P. Lindqvist, Journal of Polar Ornithology 17 (2004) 113.",
    "(3) Romero, A. M.; Lindqvist, P. Journal of Polar Ornithology 2004, 17, 113–128.",
    (
        "Romero, Ana M., and Per Lindqvist. “Seasonal Migration of Arctic Terns.” Journal of Polar "
        "Ornithology 17.2 (2004): 113–128."
    ),
    (
        "ROMERO, A.M., LINDQVIST, P. (2005). Seasonal migration of arctic terns along the western "
        "coasts."
    ),
]
OTHER_WORKS = [
    (
        "Romero, A. M., & Lindqvist, P. (2006). Feeding habits of arctic terns in winter. Journal of "
        "Polar Ornithology, 19(1), 13-28."
    ),
    "Smith, J. (2004). Seasonal migration of whales along the western coasts. Marine Notes, 3, 1-9.",
    (
        "Romero, A. M., & Lindqvist, P. (2005). Correction: Seasonal migration of arctic terns along "
        "the western coasts. Journal of Polar Ornithology, 18(1), 90."
    ),
    (
        "Hall, B. (2005). Comment on: Seasonal migration of arctic terns along the western coasts. "
        "Journal of Polar Ornithology, 18(1), 91-92."
    ),
    "City of Tromsø. (2004). Council policy of bird protection.",
    "",
]


@pytest.mark.parametrize("text", PRINTED)
def test_the_work_is_accepted_in_any_style(text: str) -> None:
    decision = choose(citation(text), [BOOK, ARTICLE])
    assert isinstance(decision, Chosen), decision
    assert decision.place == 1


@pytest.mark.parametrize("text", OTHER_WORKS)
def test_another_work_is_not(text: str) -> None:
    assert not isinstance(choose(citation(text), [BOOK, ARTICLE]), Chosen)


def test_a_review_is_not_the_book() -> None:
    review = Reference(
        author=(Name("Meyer", "K."),),
        title="Review of A History of the Niger Delta Ports, by Chidi Okafor",
        container_title="Journal of African Ports",
        issued=Date(1989),
        page="77-78",
    )
    text = "Okafor, C. (1988). A history of the Niger Delta ports. Harbour Press."
    decision = choose(citation(text), [review, BOOK])
    assert isinstance(decision, Chosen)
    assert decision.place == 1
    assert not isinstance(choose(citation(text), [review]), Chosen)


def test_a_chapter_is_not_the_book() -> None:
    chapter = Reference(
        author=(Name("Okafor", "Chidi"),),
        title="Tides and Trade",
        container_title=BOOK.title,
        issued=Date(1988),
        page="45-71",
    )
    text = "Okafor, C. (1988). Tides and trade. In A History of the Niger Delta Ports (pp. 45-71)."
    decision = choose(citation(text), [BOOK, chapter])
    assert isinstance(decision, Chosen)
    assert decision.place == 1
    assert not isinstance(choose(citation(text), [BOOK]), Chosen)


def test_two_works_that_fit_equally_are_left_to_a_person() -> None:
    here = Reference(author=AUTHORS, title=ARTICLE.title, issued=Date(2004), volume="17")
    there = Reference(author=AUTHORS, title=f"{ARTICLE.title} II", issued=Date(2004), volume="17")
    text = f"Romero, A. M., & Lindqvist, P. (2004). {ARTICLE.title}, 17."
    decision = choose(citation(text), [there, here])
    assert isinstance(decision, Undecided) or decision.place == 1


def test_a_copy_of_the_record_is_no_rival() -> None:
    decision = choose(citation(PRINTED[0]), [ARTICLE, ARTICLE])
    assert isinstance(decision, Chosen)


def test_a_likely_work_that_disagrees_is_left_to_a_person() -> None:
    text = (
        "Romero, A. M., & Lindqvist, P. (2011). Seasonal migration of arctic terns. Journal of "
        "Polar Ornithology, 3, 201-209."
    )
    assert choose(citation(text), [BOOK, ARTICLE]) == Undecided((1,))


@pytest.mark.parametrize("label", ["[12] ", "(12) ", "12. ", "12) "])
def test_a_label_in_the_list_is_no_number_of_the_work(label: str) -> None:
    assert citation(f"{label}A. Author, Title (1999) 5.").numbers == ("1999", "5")
