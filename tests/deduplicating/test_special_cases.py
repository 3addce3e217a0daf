"""The cases where duplicates are missed or works wrongly merged: each by example."""

from dataclasses import replace
from typing import Any

import pytest

from paracite.deduplicating import Duplicates, find
from paracite.reference import Date, Name, Reference

TITLE = "Federalism and the conduct of foreign affairs in divided polities"
ARTICLE = Reference(
    citekey="a",
    type="article-journal",
    author=(Name("Duchacek", "Ivo D."), Name("Keating", "Michael")),
    issued=Date(1984),
    title=TITLE,
    container_title="Publius",
    volume="14",
    issue="4",
    page="5-31",
)
BOOK = Reference(
    citekey="a",
    type="book",
    author=(Name("Bolewski", "Wilfried"),),
    issued=Date(2007),
    title="Diplomacy and international law in globalized relations",
    publisher="Springer",
)


def pair(first: Reference, **changes: Any) -> Duplicates:
    return find([first, replace(first, citekey="b", **changes)])


def is_merged(found: Duplicates) -> bool:
    return [each.keys for each in found.clusters] == [("a", "b")]


@pytest.mark.parametrize(
    ("first", "changes"),
    [
        pytest.param(ARTICLE, {}, id="equal"),
        pytest.param(ARTICLE, {"title": TITLE.upper()}, id="capitals"),
        pytest.param(ARTICLE, {"title": TITLE.replace("conduct", "condcut")}, id="typo"),
        pytest.param(ARTICLE, {"title": f"[{TITLE}]"}, id="bracketed"),
        pytest.param(
            ARTICLE, {"title": f"Der Föderalismus in geteilten Staaten [{TITLE}]"}, id="translated"
        ),
        pytest.param(ARTICLE, {"title": TITLE[:48], "page": "5"}, id="truncated"),
        pytest.param(ARTICLE, {"title": f"{TITLE}: The view from Quebec"}, id="subtitle"),
        pytest.param(ARTICLE, {"title": f"{TITLE} 1"}, id="footnote mark"),
        pytest.param(ARTICLE, {"issued": None, "issue": ""}, id="missing year"),
        pytest.param(ARTICLE, {"volume": "14(4)", "issue": ""}, id="issue in the volume"),
        pytest.param(ARTICLE, {"author": (Name("Duchacek", "I."),)}, id="authors cut"),
        pytest.param(ARTICLE, {"author": (Name(literal="M. Keating, I. Duchacek"),)}, id="mangled"),
        pytest.param(
            replace(
                ARTICLE,
                author=(Name(literal="World Health Organization"),),
                container_title="Bulletin of the World Health Organization",
            ),
            {"author": (Name(literal="WHO"),), "container_title": "Bull World Health Organ"},
            id="group author",
        ),
        pytest.param(
            replace(ARTICLE, title="Paradiplomacy"), {"page": "5–31"}, id="one-word title"
        ),
        pytest.param(
            replace(
                ARTICLE,
                title="플랫폼 노동시장의 구직기간 단축 결정요인",
                author=(Name("이", "종호"),),
            ),
            {"title": "플랫폼 노동시장의 구직기간 단축 결정요인."},
            id="not Latin",
        ),
        pytest.param(
            BOOK, {"publisher": "Springer-Verlag", "publisher_place": "Berlin"}, id="book"
        ),
    ],
)
def test_these_are_one_work(first: Reference, changes: dict[str, Any]) -> None:
    assert is_merged(pair(first, **changes))


@pytest.mark.parametrize(
    ("first", "changes"),
    [
        pytest.param(
            replace(ARTICLE, title=f"{TITLE}, part I"),
            {"title": f"{TITLE}, part II", "page": "33-60"},
            id="parts",
        ),
        pytest.param(
            replace(BOOK, title="Collected papers, volume 1"),
            {"title": "Collected papers, volume 2"},
            id="volumes",
        ),
        pytest.param(ARTICLE, {"title": f"Erratum: {TITLE}", "page": "99"}, id="erratum"),
        pytest.param(ARTICLE, {"title": f"Retraction: {TITLE}", "volume": "15"}, id="retraction"),
        pytest.param(
            ARTICLE,
            {"title": f"{TITLE}: a reply", "author": (Name("Lecours", "A."),), "page": "32-40"},
            id="reply",
        ),
        pytest.param(ARTICLE, {"title": f"Comment on: {TITLE}", "page": "32"}, id="comment"),
        pytest.param(
            replace(BOOK, edition="2"), {"edition": "3rd", "issued": Date(2012)}, id="edition"
        ),
        pytest.param(
            BOOK,
            {
                "type": "review-book",
                "author": (Name("Dyment", "D."),),
                "container_title": "Études internationales",
                "issued": Date(2009),
            },
            id="review of the book",
        ),
        pytest.param(
            BOOK,
            {"type": "chapter", "page": "22-41", "container_title": "Handbook of diplomacy"},
            id="chapter of the same name",
        ),
        pytest.param(
            BOOK,
            {
                "type": "chapter",
                "title": "Globalized relations",
                "container_title": BOOK.title,
                "page": "22-41",
            },
            id="chapter in the book",
        ),
        pytest.param(
            replace(ARTICLE, title="Editorial", page=""), {"issue": "5"}, id="same-named editorials"
        ),
        pytest.param(
            replace(ARTICLE, title="Editorial"),
            {"author": (Name("Lecours", "A."),), "page": "1-2"},
            id="two editorials of one issue",
        ),
        pytest.param(
            replace(ARTICLE, title="Introduction", volume="", issue="", page=""),
            {"author": (Name("Smith", "S."),), "issued": Date(2015)},
            id="introductions",
        ),
        pytest.param(
            replace(ARTICLE, title="Proceedings of the 12th conference on city networks"),
            {"title": "Proceedings of the 13th conference on city networks", "volume": "15"},
            id="proceedings",
        ),
        pytest.param(
            replace(ARTICLE, title="Power"),
            {"author": (Name("Lukes", "S."),), "page": "60-71", "volume": "2"},
            id="one-word titles",
        ),
        pytest.param(
            replace(ARTICLE, title="都市外交の研究"),
            {"title": "都市外交の歴史と展開", "page": "60-71"},
            id="not Latin",
        ),
        pytest.param(
            ARTICLE, {"title": TITLE.replace("foreign", "domestic"), "page": "60"}, id="word"
        ),
    ],
)
def test_these_are_two_works(first: Reference, changes: dict[str, Any]) -> None:
    assert pair(first, **changes).clusters == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Something else entirely", "author": (Name("Lecours", "A."),), "page": "99"},
        {"title": "", "author": (Name("Lecours", "A."),), "issued": Date(2001)},
        {"title": "City networks of the Mercosur"},
    ],
)
def test_one_doi_on_two_works_is_a_wrong_doi(changes: dict[str, Any]) -> None:
    found = pair(replace(ARTICLE, doi="10.1093/oxfordjournals.pubjof.a037513"), **changes)
    assert found.clusters == ()
    [doubt] = found.review
    assert doubt.keys == ("a", "b")
    assert "wrong DOI" in doubt.reason


@pytest.mark.parametrize(
    "changes",
    [
        {"type": "article", "container_title": "arXiv", "volume": "", "issue": "", "page": ""},
        {
            "type": "paper-conference",
            "container_title": "Proceedings of the Congress of Political Science",
            "volume": "",
            "issue": "",
            "page": "201-220",
            "issued": Date(1983),
        },
    ],
)
def test_versions_are_related_and_merged_when_asked(changes: dict[str, Any]) -> None:
    found = pair(ARTICLE, **changes)
    assert (found.clusters, found.review) == ((), ())
    assert [each.keys for each in found.relations] == [("a", "b")]
    references = [ARTICLE, replace(ARTICLE, citekey="b", **changes)]
    assert is_merged(find(references, merge_versions=True))


def test_a_bridge_does_not_join_two_works() -> None:
    first = replace(ARTICLE, title=f"{TITLE}, part 1")
    second = replace(ARTICLE, citekey="c", title=f"{TITLE}, part 2", page="32-60")
    bridge = replace(ARTICLE, citekey="b", page="")
    for cluster in find([first, bridge, second]).clusters:
        assert set(cluster.keys) != {"a", "b", "c"}


def test_the_fullest_reference_is_kept() -> None:
    poor = replace(ARTICLE, citekey="b", issue="", page="")
    [cluster] = find([poor, ARTICLE]).clusters
    assert cluster.keep is ARTICLE
    assert cluster.score > 0.9


def test_strict_merges_less_and_thorough_asks_more() -> None:
    references = [ARTICLE, replace(ARTICLE, citekey="b", volume="", issue="", page="", issued=None)]
    assert is_merged(find(references))
    distant = [ARTICLE, replace(ARTICLE, citekey="b", container_title="", volume="2", page="77")]
    counts = [len(find(distant, profile=each).review) for each in ("default", "thorough")]
    assert counts[0] <= counts[1]
    weak = replace(ARTICLE, citekey="b", author=(), volume="", issue="", page="")
    assert is_merged(find([ARTICLE, weak]))
    assert not is_merged(find([ARTICLE, weak], profile="strict"))


def test_the_same_words_with_other_numbers_are_reviewed() -> None:
    found = pair(ARTICLE, volume="15", issue="1", page="77-99", issued=Date(1985))
    assert found.clusters == ()
    assert [each.keys for each in found.review] == [("a", "b")]


@pytest.mark.parametrize("changes", [{"doi": ""}, {"page": "1-4", "doi": "10.1000/2"}])
def test_an_editorial_without_its_title_is_reviewed(changes: dict[str, Any]) -> None:
    found = pair(replace(ARTICLE, page="", doi="10.1000/1"), title="Editorial", **changes)
    assert found.clusters == ()
    assert [each.keys for each in found.review] == [("a", "b")]


def test_an_editorial_without_its_title_has_no_wrong_doi() -> None:
    assert is_merged(pair(replace(ARTICLE, doi="10.1000/1"), title="Editorial"))


@pytest.mark.parametrize(
    ("fields", "merged"),
    [
        ({"url": "http://ex.org/a"}, True),
        ({"publisher": "Web"}, True),
        ({"container_title": "Handbook of Fish"}, True),
        ({"editor": (Name("Ray", "S."),)}, True),
        ({"issued": Date(2001)}, True),
        ({}, False),
        ({"language": "en"}, False),
    ],
)
def test_records_that_are_equal_to_the_last_field_are_one_work(
    fields: dict[str, Any],
    merged: bool,  # noqa: FBT001  a case of the table
) -> None:
    """Few fields are enough where all are equal, but not a heading alone."""
    one = Reference(citekey="c", type="webpage", title="Rivers of the north", **fields)
    found = find([one, replace(one, citekey="d")])
    assert [each.keys for each in found.clusters] == ([("c", "d")] if merged else [])
    other = replace(one, citekey="d", url="http://ex.org/b")
    assert find([one, other]).clusters == ()
