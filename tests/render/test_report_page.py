"""The page is one piece, tells what was found, and nothing in a list can get out of its place."""

import re
from html.parser import HTMLParser
from pathlib import Path

from paracite.checking import check, lists, selecting
from paracite.matching.evidence import Evidence
from paracite.opening import open_bytes
from paracite.reference import Date, Reference
from paracite.render.report import Report, html
from paracite.resolving import Result

SOURCE = b"""@article{evil,
  author = {Song, Yao},
  title = {<script>alert(1)</script> & "quotes" %%style%%},
  journal = {Nature},
  year = {1999},
  doi = {doi:10.1000/181}
}
@book{plain, title = {Snow}, author = {Lee, L.}, publisher = {P}, year = 2020}
"""
OTHER = Reference(title="Ice", issued=Date(2001), volume="3")
RESULT = Result(
    "evil", "10.1000/181", "conflict", "ok", OTHER, (Evidence("title", 0.1, -3.0, "differs"),)
)


class Tags(HTMLParser):
    """Collects what a browser would see: tags, identifiers, and text outside of scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs


def page(source: bytes = SOURCE, results: tuple[Result, ...] = (RESULT,)) -> str:
    checked = lists.of(open_bytes(source, "a.bib", "bibtex"))
    found = check(checked, selecting.choose())
    return html(Report("a.bib", checked.listing.references, found, results))


def tags(text: str) -> Tags:
    seen = Tags()
    seen.feed(text)
    return seen


def test_a_script_in_a_title_stays_text() -> None:
    text = page()
    assert tags(text).tags.count("script") == 1
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_nothing_is_loaded_from_anywhere() -> None:
    seen = tags(page())
    assert not {"link", "img", "iframe", "object"} & set(seen.tags)
    assert not [value for name, value in seen.attributes if name in ("src", "href", "action")]
    assert re.findall(r"url\(|@import|fetch\(", page()) == []


def test_both_sides_of_a_conflict_are_shown() -> None:
    text = page()
    assert "<td>year</td><td>1999</td><td>2001</td>" in text
    assert "<b>1</b> DOIs in conflict" in text


def test_findings_are_counted_and_stand_with_their_reference() -> None:
    text = page()
    assert "<td>DOI001</td><td>doi-prefix</td>" in text
    kinds = re.findall(r'data-kinds="([^"]*)"', text)
    assert kinds == ["finding conflict", "clean"]


def test_ids_are_unique_and_every_image_is_described() -> None:
    seen = tags(page())
    ids = [value for name, value in seen.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    assert seen.tags.count("svg") == len([n for n, _ in seen.attributes if n == "aria-label"])


def test_an_empty_list_and_the_sample_article_make_a_page() -> None:
    assert "No findings." in html(Report("none.bib", (), ()))
    sample = Path(__file__).parent.parent.parent / "data" / "references.bib"
    assert page(sample.read_bytes(), ()).count("<article") == 22
