"""The query language against a small library."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paracite import index
from paracite.errors import ParaciteError
from paracite.index import Index, query

LIBRARY = """
@article{strasse, author = {Müller, Jörg and Smith, John}, title = {Études in der Straße},
  journal = {Revue d'Économie}, year = 1999, doi = {10.1000/ABC.1}, volume = {12}}
@book{wild, author = {de Vries, Anna}, title = {The wild type of mice}, year = 2005,
  publisher = {Oxford University Press}, keywords = {genes, mice}}
@phdthesis{thesis, author = {Øst, Łukasz}, title = {Type systems, wild and tame}, year = 2012,
  school = {Aarhus}, groups = {to read}, volume = {112}}
@misc{han, author = {王, 伟}, title = {深度学习入门}}
@incollection{part, author = {Smith, Ann}, editor = {Øst, Łukasz}, title = {On <tags> \\& co},
  booktitle = {A book of mice}, year = 2010, doi = {10.1000/xyz}}
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    folder = tmp_path_factory.mktemp("query")
    (folder / "references.bib").write_text(LIBRARY, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PARACITE_CACHE_DIR", str(folder / "cache"))
        with index.open(str(folder / "references.bib")) as opened:
            yield opened


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", "strasse wild thesis han part"),
        ("etudes", "strasse"),
        ("ÉTUDES strasse", "strasse"),
        ("mice", "wild part"),
        ("mic*", "wild part"),
        ("mic", ""),
        ("wild type", "wild thesis"),
        ('"wild type"', "wild"),
        ('title:"wild type"', "wild"),
        ("author:smith", "strasse part"),
        ('author:"John Smith"', "strasse"),
        ('author:"smith john"', "strasse"),
        ("author:ost", "thesis"),
        ("editor:lukasz", "part"),
        ("author:devries OR author:vries", "wild"),
        ("journal:economie", "strasse"),
        ("booktitle:mice", "part"),
        ("publisher:oxford", "wild"),
        ("keywords:genes", "wild"),
        ("year:2005", "wild"),
        ("year:2000..2010", "wild part"),
        ("year:2006..", "thesis part"),
        ("year:..1999", "strasse"),
        ("-year:*", "han"),
        ("type:article", "strasse"),
        ("type:article-journal", "strasse"),
        ("type:phdthesis", "thesis"),
        ("type:thesis", "thesis"),
        ("doi:10.1000/abc.1", "strasse"),
        ("doi:https://doi.org/10.1000/ABC.1", "strasse"),
        ("doi:10.1000", "strasse part"),
        ("doi:10.100", ""),
        ("doi:*", "strasse part"),
        ("-doi:*", "wild thesis han"),
        ("key:WILD", "wild"),
        ("key:*s*s*", "strasse thesis"),
        ("volume:12", "strasse"),
        ("groups:read", "thesis"),
        ("line:4", ""),
        ("groups:*", "thesis"),
        ("volume:*", "strasse thesis"),
        ("学习", "han"),
        ("mice -type:book", "part"),
        ('-"wild type" -author:smith', "thesis han"),
        ("etudes OR genes", "strasse wild"),
        ("author:smith year:1999 OR type:book", "strasse wild"),
        ("colon: wild", ""),
        ("NEAR( AND * ^", ""),
        ('"unclosed phrase', ""),
        ("<tags> & co", "part"),
    ],
)
def test_finds(library: Index, text: str, keys: str) -> None:
    assert " ".join(key for (key,) in library.rows(("key",), query.parse(text))) == keys


def test_hits_in_the_title_come_first(library: Index) -> None:
    found = library.rows(("key",), query.parse("mice type"), "rank")
    assert found == [("wild",)]
    assert library.rows(("key",), query.parse("mice"), "rank") == [("wild",), ("part",)]


@pytest.mark.parametrize(
    ("sort", "keys"),
    [
        ("year", "strasse wild part thesis han"),
        ("-year", "thesis part wild strasse han"),
        ("author", "wild strasse thesis part han"),
        ("title", "strasse part wild thesis han"),
        ("volume", "thesis strasse wild han part"),
    ],
)
def test_sorts_with_what_has_no_value_last(library: Index, sort: str, keys: str) -> None:
    assert " ".join(key for (key,) in library.rows(("key",), (), sort)) == keys


def test_gives_columns_of_any_field(library: Index) -> None:
    columns = ("author", "journal", "volume", "editor", "groups", "issued", "line")
    assert library.rows(columns, query.parse("key:strasse OR key:part")) == [
        ("Müller & Smith", "Revue d'Économie", "12", "", "", "1999", 2),
        ("Smith", "A book of mice", "", "Øst, Łukasz", "", "2010", 9),
    ]
    full = library.rows(("author",), query.parse("key:strasse"), full=True)
    assert full == [("Müller, Jörg; Smith, John",)]


def test_takes_long_queries_and_says_which_are_too_long(library: Index) -> None:
    words = " ".join(f"-word{number} word{number}" for number in range(100))
    assert library.rows(("key",), query.parse(words), "rank") == []
    with pytest.raises(ParaciteError, match="more than 200 terms"):
        query.parse(f"{words} more")


FRAGMENTS = (
    *(
        '"',
        '"wild type"',
        "-",
        "*",
        "OR",
        "AND",
        "NEAR(",
        ")",
        ":",
        "..",
        "é",
        "学习",
        "\x00",
        "%",
        "'",
    ),
    *("smith", "mic*", "-mice", "author:", "year:", "1999", "-5", "doi:", "10.1000/", "type:book"),
    *("key:", "[", "?", "groups:", "no-such:", "line:", "{title} :", "http://x.org/y", ";--"),
)


@settings(deadline=None)  # a busy machine is no fault
@given(st.lists(st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from(["", " "])), max_size=12))
def test_any_text_is_a_query_or_says_why_not(
    library: Index, fragments: list[tuple[str, str]]
) -> None:
    text = "".join(fragment + space for fragment, space in fragments)
    everything = {key for (key,) in library.rows(("key",))}
    try:
        found = library.rows(("key",), query.parse(text), "rank")
    except ParaciteError as error:
        assert "is no year" in str(error)  # noqa: PT017  most texts are queries
    else:
        assert {key for (key,) in found} <= everything


def test_finds_a_key_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "references.json"
    keys = ["a[b]", "a?", "ab", "B", "b", "+"]
    path.write_text(json.dumps([{"id": key, "type": "book"} for key in keys]))
    with index.open(str(path)) as opened:
        assert [(opened.find(key) or {}).get("id") for key in keys] == keys
        assert (opened.find("AB") or {}).get("id") == "ab"
        assert opened.find("c") is None


def test_gives_items_with_their_origin(library: Index) -> None:
    [item] = library.items(query.parse("key:wild"))
    assert item["id"] == "wild"
    assert item["author"] == [{"family": "Vries", "given": "Anna", "non-dropping-particle": "de"}]
    assert item["custom"]["paracite"]["origin"] == {"path": library.path, "line": 4, "text": ""}


@pytest.mark.parametrize("text", ["year:abc", "year:2000..x", "year:" + "9" * 30])
def test_says_what_is_no_year(text: str) -> None:
    with pytest.raises(ParaciteError, match="is no year"):
        query.sql(query.parse(text))


def test_no_columns_are_refused() -> None:
    with pytest.raises(ParaciteError, match="is no column"):
        query.columns(" , ")


@pytest.mark.parametrize("name", ["", "a b", "x'y", "1"])
def test_says_what_is_no_column(name: str) -> None:
    with pytest.raises(ParaciteError, match="is no column"):
        query.column(name)
