"""Printed references to references, from text to every field."""

import json
from pathlib import Path
from typing import Any

import pytest

from paracite import csljson, parsing
from paracite.parsing import assemble, cut, groups
from paracite.parsing.parts import Part
from paracite.reference import Name
from paracite.text import words

GOLDEN = Path(__file__).parents[1] / "golden" / "parsing" / "article.json"
ARTICLE: list[dict[str, Any]] = json.loads(GOLDEN.read_text("utf-8"))


def normalised(value: object) -> object:
    """Reduce texts to their words, so that only what is said counts."""
    if isinstance(value, dict):
        return {key: normalised(each) for key, each in value.items()}
    if isinstance(value, list):
        return [normalised(each) for each in value]
    return words(value) if isinstance(value, str) else value


@pytest.mark.parametrize("expected", ARTICLE, ids=lambda item: item["printed"][:30])
def test_reference_of_the_article(expected: dict[str, Any]) -> None:
    item = csljson.to_item(parsing.parse(expected["printed"]))
    fields = {k: v for k, v in item.items() if k not in ("id", "custom")}
    assert normalised(fields) == normalised({k: v for k, v in expected.items() if k != "printed"})


def test_printed_text_is_kept_as_it_was() -> None:
    text = "Dyment, D. (2012). A review. √Čtudes internationales, 3(1), 2-4."
    reference = parsing.parse(text)
    assert reference.container_title == "Études internationales"
    assert reference.origin.text == text


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("Lee, K. (2003). T. Retrieved from https://example.org/a.", "https://example.org/a"),
        ("Lee, K. (2003). T. https://example.org/a_(b)", "https://example.org/a_(b)"),
        ("Lee, K. (2003). T. Available at: <http://example.org/>.", "http://example.org/"),
        ("Lee, K. (2003). T. Http://Example.Org/, 53(21), 3-4.", ""),
    ],
)
def test_address_is_cut_from_the_tail_only(text: str, url: str) -> None:
    found = cut.cut(text)
    assert found.url == url
    assert ("http" in found.text.lower()) == (not url)


@pytest.mark.parametrize(
    "text",
    [
        "Lee, K. (2003). T. doi: 10.1000/AB.12.",
        "Lee, K. (2003). T. https://doi.org/10.1000/ab.12",
        "Lee, K. (2003). T. doi:10.1000/ab.12",
        "Lee, K. (2003). T. https://dx.doi.org/10.1000/ab.12.",
    ],
)
def test_doi_is_cut_with_its_label(text: str) -> None:
    found = cut.cut(text)
    assert (found.text, found.doi) == ("Lee, K. (2003). T.", "10.1000/ab.12")


def test_access_note_is_cut() -> None:
    found = cut.cut("Lee, K. (2003). T. Retrieved May 5, 2010, from http://example.org/x")
    assert found.text == "Lee, K. (2003). T."
    assert found.accessed
    assert (found.accessed.year, found.accessed.month, found.accessed.day) == (2010, 5, 5)


@pytest.mark.parametrize(
    ("family", "given", "meant"),
    [
        ("Organization", "W. H.", "World Health Organization"),
        ("Bank", "W.", "World Bank"),
        ("Health", "M. O.", "Ministry of Health"),
        ("Vancouver", "C. O.", "City of Vancouver"),
        ("Sister Cities", "I.", "Sister Cities International"),
    ],
)
def test_institution_printed_as_a_person_is_put_right(family: str, given: str, meant: str) -> None:
    assert groups.restored((Name(family, given),)) == (Name(literal=meant),)


@pytest.mark.parametrize(
    "name",
    [Name("Bank", "J. W."), Name("London", "J."), Name("Vernon", "C. A."), Name("Lee", "I.")],
)
def test_persons_stay_persons(name: Name) -> None:
    assert groups.restored((name,)) == (name,)


def parts(*pairs: tuple[str, str]) -> tuple[Part, ...]:
    return tuple(Part(label, text) for label, text in pairs)


@pytest.mark.parametrize(
    ("labelled", "fields"),
    [
        ([("pages", "1974;4(11):600-618.")], {"volume": "4", "issue": "11", "page": "600-618"}),
        ([("journal", "Annals of Botany, 71.5")], {"volume": "71", "issue": "5"}),
        ([("container-title", "in Plastics, 2nd"), ("edition", "ed.,")], {"edition": "2"}),
        (
            [("publisher", "Springer, Berlin,")],
            {"publisher": "Springer", "publisher_place": "Berlin"},
        ),
        ([("location", "Springer:"), ("publisher", "Berlin,")], {"publisher": "Springer"}),
        ([("publisher", "Seoul: Knowledge Program.")], {"publisher_place": "Seoul"}),
        ([("container-title", "A book, edited by K. Roe")], {"title": "A book"}),
        ([("volume", "80 (2014):"), ("journal", "Things")], {"volume": "80", "issue": ""}),
        ([("pages", "223 p.")], {"number_of_pages": "223", "page": ""}),
        ([("note", "Only this")], {"title": "Only this"}),
    ],
)
def test_labels_that_are_a_little_off_still_fill_the_fields(
    labelled: list[tuple[str, str]], fields: dict[str, str]
) -> None:
    reference = assemble.assemble(parts(*labelled), cut.Cut(""))
    assert {name: getattr(reference, name) for name in fields} == fields


@pytest.mark.parametrize("edition", ["7th ed.", "Rev. ed.", "2nd rev. ed."])
def test_a_book_in_apa_has_an_edition_and_a_publisher_but_no_editor(edition: str) -> None:
    read = parsing.parse(f"Doe, J. (2010). Introduction to sociology ({edition}). Norton.")
    assert (read.type, read.publisher, read.publisher_place) == ("book", "Norton", "")
    assert read.edition.startswith(edition[:1])
    assert read.editor == ()
