"""Citations as writers use them: in the sentence, with affixes, by the command."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from paracite.csl import Processor, load_style
from paracite.csl.datevalue import DateValue, parse_date

from .styles import style

ASH = {
    "id": "ash",
    "type": "book",
    "author": [{"family": "Ash", "given": "Ann"}, {"family": "Birch", "given": "Bo"}],
    "issued": {"date-parts": [[2001]]},
    "title": "Rivers",
}
EDITED = {"id": "ed", "type": "book", "editor": [{"family": "Eft", "given": "Ed"}], "title": "Fens"}
UNSIGNED = {"id": "un", "type": "book", "title": "Bogs", "issued": {"date-parts": [[2004]]}}
ITEMS = [ASH, EDITED, UNSIGNED]


@pytest.mark.parametrize(
    ("name", "key", "printed"),
    [
        ("apa", "ash", "Ash & Birch (2001)"),
        ("chicago-author-date", "ash", "Ash and Birch (2001)"),
        ("modern-language-association", "ash", "Ash and Birch"),
        ("ieee", "ash", "Ash and Birch [1]"),
        ("nature", "ed", "Eft 2"),
        ("ieee", "un", "Bogs [3]"),
        ("apa", "un", "Bogs (2004)"),
    ],
)
def test_narrative(name: str, key: str, printed: str) -> None:
    made = Processor(load_style(name), ITEMS)
    assert made.cite([{"id": key, "narrative": True}]) == printed
    author = printed.partition(" (")[0].partition(" [")[0].removesuffix(" 2")
    assert made.cite([{"id": key, "author-only": True}]) == author


def test_a_narrative_citation_keeps_its_locator_and_the_cites_behind_it() -> None:
    made = Processor(load_style("apa"), ITEMS)
    cites: list[dict[str, Any]] = [{"id": "ash", "narrative": True, "locator": "5"}, {"id": "un"}]
    assert made.cite(cites) == "Ash & Birch (2001, p. 5; Bogs, 2004)"


def test_a_style_may_say_how_authors_stand_in_a_sentence() -> None:
    names = '<names variable="author"><name form="short" and="{}"/></names>'
    cited = (
        names.format("symbol")
        + '<date variable="issued" prefix=" "><date-part name="year"/></date>'
    )
    text = style(cited, layout='prefix="(" suffix=")"')
    own = f"<intext><layout>{names.format('text')}</layout></intext></style>"
    made = Processor(load_style(text.replace("</style>", own)), [ASH])
    assert made.cite([{"id": "ash"}]) == "(Ash & Birch 2001)"
    assert made.cite([{"id": "ash", "narrative": True}]) == "Ash and Birch (2001)".replace(
        "(", "( "
    )


def test_an_unknown_property_of_a_cite_is_said_once() -> None:
    made = Processor(load_style("apa"), ITEMS)
    for _ in range(2):
        assert made.cite([{"id": "ash", "infix": "x"}]) == "(Ash & Birch, 2001)"
    assert made.warnings == ["ash: 'infix' of a cite is not known"]


@pytest.mark.parametrize(
    "doi",
    [
        "10.1000/xyz",
        "https://doi.org/10.1000/xyz",
        "http://dx.doi.org/10.1000/xyz",
        "doi:10.1000/xyz",
        "doi.org/10.1000/xyz",
        " DOI: 10.1000/xyz",
    ],
)
@pytest.mark.parametrize("name", ["apa", "ieee", "nature"])
def test_the_resolver_is_printed_once(name: str, doi: str) -> None:
    item = {**ASH, "type": "article-journal", "container-title": "J", "DOI": doi}
    text = str(Processor(load_style(name), [item], "html", links=True).bibliography())
    bare = str(
        Processor(
            load_style(name), [{**item, "DOI": "10.1000/xyz"}], "html", links=True
        ).bibliography()
    )
    assert text == bare
    assert text.count("10.1000/xyz") >= 1 or name == "nature"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2001-05-03", DateValue((2001, 5, 3))),
        ("2001-05", DateValue((2001, 5, 0))),
        ("2001/2003", DateValue((2001, 0, 0), (2003, 0, 0))),
        ("2001-05-03/2001-06", DateValue((2001, 5, 3), (2001, 6, 0))),
        ("1850~", DateValue((1850, 0, 0), circa=True)),
        ("1850?/1860~", DateValue((1850, 0, 0), (1860, 0, 0), circa=True)),
        ("2001-22", DateValue((2001, 22, 0))),
        ("2001-XX-XX", DateValue((2001, 0, 0))),
        ("2001/..", DateValue((2001, 0, 0), open_end=True)),
        ("-0044-03-15", DateValue((-44, 3, 15))),
        ("19XX", DateValue(literal="19XX")),
    ],
)
def test_dates_in_edtf(text: str, value: DateValue) -> None:
    assert parse_date({"edtf": text}) == value


BIB = """
@book{ash, author = {Ash, Ann and Birch, Bo}, title = {Rivers}, year = 2001}
@book{ray, author = {Ray, Ro}, title = {Fog}, year = 1999}
"""


@pytest.mark.parametrize(
    ("options", "printed"),
    [
        (["--locator", "chap. 1, p. 10"], "(Ash & Birch, 2001, Chapter 1, p. 10)"),
        (["--locator", "p.5"], "(Ash & Birch, 2001, p. 5)"),
        (["--prefix", "see ", "--suffix", ", and passim"], "(see Ash & Birch, 2001, and passim)"),
        (["--suppress-author"], "(2001)"),
        (["--author-only"], "Ash & Birch"),
        (["--narrative", "--locator", "5"], "Ash & Birch (2001, p. 5)"),
        (["--locale", "de-DE", "--locator", "5"], "(Ash & Birch, 2001, S. 5)"),
        (["ray"], "(Ash & Birch, 2001; Ray, 1999)"),
        (["ray", "--locator", "5"], "(Ash & Birch, 2001; Ray, 1999, p. 5)"),
        (["ray", "--locator", "3", "--locator", "5"], "(Ash & Birch, 2001, p. 3; Ray, 1999, p. 5)"),
    ],
)
def test_the_command(
    run: Callable[..., Any], tmp_path: Path, options: list[str], printed: str
) -> None:
    library = tmp_path / "l.bib"
    library.write_text(BIB, "utf-8")
    assert run("cite", "ash", *options, "-f", str(library)).out == f"{printed}\n"
    said = json.loads(run("cite", "ash", *options, "--json", "-f", str(library)).out)
    assert said == {
        "citation": printed,
        "keys": ["ash", *options[: options[:1] == ["ray"]]],
        "warnings": [],
    }


def test_more_locators_than_keys_is_one_clear_line(run: Callable[..., Any], tmp_path: Path) -> None:
    library = tmp_path / "l.bib"
    library.write_text(BIB, "utf-8")
    done = run("cite", "ash", "--locator", "1", "--locator", "2", "-f", str(library))
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "2 locators for 1 keys" in done.err
