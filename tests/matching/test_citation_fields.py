"""How far the fields of a record are found in the words of a citation."""

from dataclasses import replace
from typing import Any

import pytest

from paracite.matching.citation_fields import (
    CitationFields,
    Contradiction,
    Year,
    citation,
    citation_fields,
)
from paracite.reference import Date, Name, Reference

RECORD = Reference(
    type="article-journal",
    author=(Name("Romero", "Ana M."), Name("Lindqvist", "Per")),
    title="Seasonal migration of arctic terns along the western coasts",
    container_title="Journal of Polar Ornithology",
    container_title_short="J Polar Ornithol",
    issued=Date(2004),
    volume="17",
    issue="2",
    page="113-128",
)
TEXT = (
    "Romero, A. M., & Lindqvist, P. (2004). Seasonal migration of arctic terns along the western "
    "coasts. Journal of Polar Ornithology, 17(2), 113-128."
)


def found(text: str = TEXT, **changes: Any) -> CitationFields:
    return citation_fields(citation(text), replace(RECORD, **changes))


def test_all_is_found_in_a_full_citation() -> None:
    made = found()
    assert (made.title, made.author, made.authors, made.explained) == (1, 1, 1, 1)
    assert (made.year, made.volume, made.page, made.located) == (Year.SAME, True, True, 2)
    assert made.contradiction is None
    assert made.score == 3 + 1.5 + 1 + 1 + 1.5 + 0.5 + 2


@pytest.mark.parametrize(
    ("text", "changes", "year"),
    [
        (TEXT, {}, Year.SAME),
        (TEXT, {"issued": Date(2005)}, Year.NEXT),
        (TEXT, {"issued": Date(2003)}, Year.NEXT),
        (TEXT, {"issued": Date(2006)}, Year.OTHER),
        (TEXT, {"issued": Date(2009), "available_date": Date(2004)}, Year.SAME),
        (TEXT, {"issued": None}, Year.UNKNOWN),
        (TEXT, {"issued": Date(literal="n.d.")}, Year.UNKNOWN),
        ("Romero, A. Seasonal migration of arctic terns.", {}, Year.UNKNOWN),
    ],
)
def test_year(text: str, changes: dict[str, Any], year: Year) -> None:
    assert found(text, **changes).year is year


@pytest.mark.parametrize(
    ("text", "changes", "page"),
    [
        (TEXT, {}, True),
        (TEXT, {"page": "113"}, True),
        (TEXT, {"page": "100-128"}, True),  # the same end
        (TEXT, {"page": "114-129"}, False),
        (TEXT, {"page": ""}, None),
        (TEXT, {"page": "", "number": "113"}, True),
        (TEXT, {"page": "iv"}, None),
        (TEXT, {"page": "128"}, True),
        ("Romero, J. Polar Ornithol. 17 (2004) 113.", {}, True),
        ("Romero, J. Polar Ornithol. 17 (2004) 17.", {"page": "17-20"}, True),
        ("Romero, J. Polar Ornithol. 17 (2004) 9.", {"page": "17-20"}, False),
        ("Romero, J. Polar Ornithol. 17, 2 (2004) 9.", {"page": "2-5"}, False),
    ],
)
def test_page(text: str, changes: dict[str, Any], page: bool | None) -> None:  # noqa: FBT001
    assert found(text, **changes).page is page


@pytest.mark.parametrize(
    ("changes", "volume"), [({}, True), ({"volume": "18"}, False), ({"volume": ""}, None)]
)
def test_volume(changes: dict[str, Any], volume: bool | None) -> None:  # noqa: FBT001
    assert found(**changes).volume is volume


@pytest.mark.parametrize(
    ("family", "author"), [("Romero", 1.0), ("Rom", 1.0), ("Ro", 0.0), ("A", 1.0), ("Xu", 0.0)]
)
def test_a_short_family_name_must_be_a_word(family: str, author: float) -> None:
    assert found(author=(Name(family, "A."),)).author == author


def test_an_author_beyond_the_start_is_not_the_first() -> None:
    made = found(f"{'Zzz ' * 20}{TEXT}")
    assert made.author is not None
    assert made.author < 0.8
    assert found(author=()).author is None


def test_authors_are_counted_up_to_the_eighth() -> None:
    names = (*RECORD.author, Name("Missing", "M."), Name("Absent", "A."))
    assert found(author=names).authors == 0.5
    assert found(author=(*names, *[Name("Romero", "A.")] * 20)).authors == 0.75


@pytest.mark.parametrize(
    ("title", "least", "most"),
    [
        ("Western coasts along the arctic migration of seasonal terns", 0.97, 0.97),
        ("Tern", 1.0, 1.0),
        ("Ter", 0.0, 0.0),
        ("Quantum chromodynamics of the lattice", 0.0, 0.6),
        ("", 0.0, 0.0),
    ],
)
def test_title(title: str, least: float, most: float) -> None:
    assert least <= found(title=title).title <= most


def test_the_original_title_counts() -> None:
    assert found(title="Quantum lattices", original_title=RECORD.title).title == 1


def test_the_start_of_a_title_that_is_cut_short() -> None:
    longer = f"{RECORD.title} in forty years of count"
    assert found(title=longer).title_start == 1
    assert found(title="Seasonal migration of arctic").title_start == 0  # too short to tell


ELSEWHERE = {"container_title": "Physics Letters", "container_title_short": ""}


@pytest.mark.parametrize(
    ("text", "changes", "contradiction"),
    [
        (TEXT, {"title": f"Erratum: {RECORD.title}"}, Contradiction.OTHER_KIND),
        (TEXT.replace("Seasonal", "Comment on: Seasonal"), {}, Contradiction.OTHER_KIND),
        (
            TEXT,
            {"page": "", "container_title": "", "container_title_short": ""},
            Contradiction.WHOLE,
        ),
        (
            TEXT,
            {"page": "201-209", "title": RECORD.title.replace("terns", "gulls")},
            Contradiction.TITLE_AND_PAGE,
        ),
        (TEXT, {"page": "201-209"}, None),
        (TEXT, {"page": "201-209", "volume": "18", **ELSEWHERE}, Contradiction.NUMBERS),
        (TEXT, {"page": "201-209", "issued": Date(2005), **ELSEWHERE}, Contradiction.NUMBERS),
        (TEXT, {"page": "201-209", "volume": "18"}, None),
        (
            "Romero, A. M., Seasonal migration of arctic terns along the western coasts, 9 (1990) 5",
            {**ELSEWHERE},
            Contradiction.NUMBERS_AND_CONTAINER,
        ),
        (
            "Romero (2004), one more thing that nobody can explain, by some other publisher",
            {**ELSEWHERE, "volume": "", "page": ""},
            Contradiction.CONTAINER,
        ),
    ],
)
def test_contradiction(
    text: str, changes: dict[str, Any], contradiction: Contradiction | None
) -> None:
    assert found(text, **changes).contradiction is contradiction


def test_the_container_abbreviated_or_in_full() -> None:
    short = TEXT.replace("Journal of Polar Ornithology", "J Polar Ornithol")
    assert found(short).container == 1
    assert found(short, container_title_short="").container != 1
    assert found(container_title="", container_title_short="").container is None


def test_words_that_are_left_over_are_not_explained() -> None:
    assert found(f"{TEXT} {'nonsensical ' * 1}").explained < 1
    assert found("17 (2004) 113").explained == 1
    assert found("Orn. Polar. Jour.").explained == 1  # each the start of a word
