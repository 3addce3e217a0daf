"""Evidence field by field: what agrees, what differs, and what says nothing."""

from dataclasses import replace
from typing import Any

import pytest

from paracite.matching.compare import compare
from paracite.matching.evidence import Evidence
from paracite.matching.weights import WEIGHTS
from paracite.reference import OTHERS, Date, Name, Reference

ARTICLE = Reference(
    type="article-journal",
    author=(Name("Duchacek", "Ivo D."), Name("Lecours", "André")),
    issued=Date(1984),
    title="The international dimension of subnational self-government",
    container_title="Publius: The Journal of Federalism",
    volume="14",
    issue="4",
    page="5-31",
    doi="10.1093/oxfordjournals.pubjof.a037513",
)


def with_value(field: str, value: Any) -> Reference:
    return replace(ARTICLE, **{field: value})


def of(field: str, a: Reference, b: Reference) -> Evidence | None:
    return next((each for each in compare(a, b) if each.field == field), None)


def test_a_reference_agrees_with_itself_in_every_field() -> None:
    evidence = compare(ARTICLE, ARTICLE)
    assert [each.field for each in evidence] == [
        *("title", "author", "together", "year", "container", "volume", "issue", "page", "doi"),
    ]
    assert {each.similarity for each in evidence} == {1.0}
    assert all(each.weight > 0 for each in evidence)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "The International Dimension of Sub-national Self-Government"),
        ("title", "The international dimension of subnational self-goverment"),
        ("title", "<i>The international dimension</i> of subnational self-government [in Czech]"),
        ("author", (Name("Lecours", "A."), Name("Duchacek", "I."))),
        ("author", (Name("Duchacek", "I. D."), OTHERS)),
        ("author", (Name("Ivo", "Duchacek"), Name("Lecours"))),
        ("author", (Name("Ducháček", "I. D."), Name("Lecours", "A."))),
        ("container_title", "Publius J Federalism"),
        ("container_title", "Publius"),
        ("volume", "vol. 14"),
        ("volume", "XIV"),
        ("page", "pp. 5–31"),
        ("page", "5"),
    ],
)
def test_another_form_of_a_value_speaks_for_one_work(field: str, value: str) -> None:
    name = field.removesuffix("_title")
    evidence = of(name, ARTICLE, with_value(field, value))
    assert evidence is not None
    assert evidence.weight > 0
    assert evidence.similarity >= 0.8


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("author", (Name("Hocking", "B."), Name("Soldatos", "P."))),
        ("author", (Name("Duchacek", "Maria"), Name("Lecours", "Paul"))),
        ("issued", Date(1991)),
        ("volume", "15"),
        ("issue", "1"),
        ("page", "105-131"),
        ("doi", "10.1093/oxfordjournals.pubjof.a037999"),
        ("title", "Borderlines and beyond"),
    ],
)
def test_another_value_speaks_against_it(field: str, value: object) -> None:
    name = "year" if field == "issued" else field
    evidence = of(name, ARTICLE, with_value(field, value))
    assert evidence is not None
    assert evidence.weight < 0
    assert "differ" in evidence.note or name == "title"


@pytest.mark.parametrize("field", ["title", "volume", "issue", "page", "doi", "container_title"])
def test_a_missing_value_says_nothing(field: str) -> None:
    name = field.removesuffix("_title")
    assert of(name, ARTICLE, with_value(field, "")) is None


@pytest.mark.parametrize(
    ("field", "title"),
    [
        ("part", "The international dimension of subnational self-government, part II"),
        ("part", "The international dimension of subnational self-government 2"),
        ("kind", "Erratum to: The international dimension of subnational self-government"),
        ("kind", "The international dimension of subnational self-government: a reply"),
        ("kind", "Comment on The international dimension of subnational self-government"),
        ("kind", "Book review: The international dimension of subnational self-government"),
    ],
)
def test_a_part_or_a_text_about_it_is_named(field: str, title: str) -> None:
    evidence = of(field, ARTICLE, replace(ARTICLE, title=title, volume="15"))
    assert evidence is not None
    assert evidence.weight < 0


def test_a_review_by_the_same_authors_in_the_same_issue_is_a_heading() -> None:
    other = replace(ARTICLE, title=f"Review: {ARTICLE.title}")
    assert of("kind", ARTICLE, other) is None
    assert of("together", ARTICLE, other) is not None


def test_a_running_head_is_no_part_of_the_title() -> None:
    other = replace(ARTICLE, title=f"Duchacek/{ARTICLE.title}")
    assert of("title", ARTICLE, other) == Evidence("title", 1.0, WEIGHTS["title.same"], "equal")


def test_an_issue_in_the_volume_field_is_read_there() -> None:
    other = replace(ARTICLE, volume="14(4)", issue="")
    assert of("issue", ARTICLE, other) == Evidence("issue", 1.0, WEIGHTS["issue.equal"], "equal")


def test_a_group_is_known_by_its_acronym() -> None:
    who = replace(ARTICLE, author=(Name(literal="WHO"),))
    full = replace(ARTICLE, author=(Name(literal="World Health Organization"),))
    evidence = of("author", who, full)
    assert evidence is not None
    assert evidence.weight > 0


def test_a_note_shows_the_values_that_differ() -> None:
    evidence = of("page", ARTICLE, replace(ARTICLE, page="15-31"))
    assert evidence is not None
    assert f"{evidence.field} {evidence.note}" == "page differs 5↔15"


def test_notes_show_what_is_printed() -> None:
    other = replace(
        ARTICLE, container_title="Acta Politica", author=(Name("Soldatos", "Panayotis"),)
    )
    notes = {each.field: each.note for each in compare(ARTICLE, other)}
    assert notes["container"] == "differs Publius: The Journal of Federalism↔Acta Politica"
    assert notes["author"] == "differ: Duchacek ID …↔Soldatos P"
