"""HTML pages."""

from pathlib import Path

import pytest

from paracite import readers
from paracite.errors import ReadError

A = "Lee, K. (2003). A long enough title. <i>Journal of Things, 12</i>(3), 45&ndash;67."
B = 'Roe, J. (2001). Another title. New York: Roe Press. <a href="http://x.org">Link</a>'
PAIRS = (
    "citation_title=A title; citation_author=K. Lee; citation_author=J. Roe; "
    "citation_journal_title=Things; citation_volume=12; citation_issue=3; "
    "citation_firstpage=45; citation_lastpage=67; citation_publication_date=2003; "
    "citation_doi=10.1000/1"
)
PAGES = {
    "OJS": f"<div id=articleCitations><h4>References</h4><div><p>{A}</p><p>{B}</p></div></div>"
    "<p>DOI: https://doi.org/10.1000/x</p>",
    "ordered list": f"<h2>6. References</h2><ol><li>{A}</li><li>{B}</li></ol><h2>Appendix</h2><p>x</p>",
    "line breaks": f"<h2>Daftar Pustaka</h2><p>{A}<br>{B}<br></p><footer>Copyright 2020</footer>",
    "table": f"<h2>References</h2><table><tr><td>1.</td><td>{A}</td></tr><tr><td>2.</td><td>{B}</td></tr></table>",
}


SERVICES = '<a href="/x">Article</a> [<a href="/y">Google Scholar</a>] (<a href="/z">CrossRef</a>)'
ENTRIES = {
    "items with a label, an address twice": '<li><sup>{n}</sup><div>{text} <br><a href="#">» https://x.org</a></div></li>',
    "items with services": "<li><p>{text}</p><p>" + SERVICES + "</p></li>",
    "items of a definition list": "<dt>[{n}]</dt><dd><p>{text}</p></dd>",
    "rows": "<table><tr><td><p>[{n}]</p></td><td><p>{text}</p></td></tr></table>",
    "entries of citeproc": '<div class="csl-entry"><div class="csl-left-margin">{n}.</div><div>{text}</div></div>',
    "paragraphs": "<p>{text}</p>",
    "with a hidden copy": '<li>{text}<span style="display: none">{text}</span></li>',
}


def page(tmp_path: Path, body: str, head: str = "") -> str:
    path = tmp_path / "page.html"
    path.write_text(
        f"<!DOCTYPE html><html><head>{head}</head><body><p>Text.</p>{body}</body></html>"
    )
    return str(path)


@pytest.mark.parametrize("form", PAGES)
def test_printed_list_on_a_page(tmp_path: Path, form: str) -> None:
    reading = readers.read(page(tmp_path, PAGES[form]))
    assert [reference.title for reference in reading.references] == [
        "A long enough title",
        "Another title",
    ]
    assert reading.references[0].container_title == "Journal of Things"


def test_meta_tags_are_read_where_no_list_is_printed(tmp_path: Path) -> None:
    head = "".join(
        f'<meta name="citation_reference" content="{content}">'
        for content in (PAIRS, "Roe, J. (2001). Two. New York: Roe Press.")
    )
    first, second = readers.read(page(tmp_path, "<p>No list.</p>", head)).references
    assert (first.type, first.doi, first.page) == ("article-journal", "10.1000/1", "45-67")
    assert [name.family for name in first.author] == ["Lee", "Roe"]
    assert second.publisher == "Roe Press"


def test_content_decides_not_the_suffix(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(f"\n<html><body>{PAGES['ordered list']}</body></html>")
    assert len(readers.read(str(path)).references) == 2


def test_page_without_a_list(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no reference list"):
        readers.read(page(tmp_path, "<p>Nothing.</p>"))


def test_elements_nested_without_end_are_bounded(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no reference list"):
        readers.read(page(tmp_path, "<div>" * 50_000))


@pytest.mark.parametrize("form", ENTRIES)
@pytest.mark.parametrize("inside", ["<ul>%s</ul>", "<div><dl>%s</dl></div>", "%s"])
def test_each_entry_of_a_page_is_one_reference(tmp_path: Path, form: str, inside: str) -> None:
    wanted = [
        f"Roe{n}, J. ({1990 + n}). Another title {n}. New York: Roe Press." for n in range(1, 8)
    ]
    entries = "".join(ENTRIES[form].format(n=n, text=text) for n, text in enumerate(wanted, 1))
    body = f"<h2>Text</h2><p>Long ago (Roe, 1991).</p><h2>References</h2>{inside % entries}<h2>Menu</h2>"
    found = readers.read(page(tmp_path, body)).references
    assert [text.origin.text.lstrip("[]1234567890. ") for text in found] == wanted


@pytest.mark.parametrize(
    "after",
    [
        "<h2>How we worked</h2>",
        "<h3>Funding</h3>",
        "<h3>Data availability</h3>",
        "<h1>Further chapters</h1>",
    ],
)
def test_a_list_ends_at_the_next_heading_as_high(tmp_path: Path, after: str) -> None:
    more = f"<p>The work of Roe, J. (2001) in Things, 12(3), 45-67 was of help.</p>{after}" * 2
    body = f"<h2>References</h2><p>{A}</p><h3>Printed</h3><p>{B}</p>{after}{more}"
    assert len(readers.read(page(tmp_path, body)).references) == 2


def test_a_menu_is_no_list(tmp_path: Path) -> None:
    menu = '<ul><li><a href="#r">References</a></li><li><a href="#x">Smith, J. (2001)</a></li></ul>'
    body = f"<nav>{menu}</nav>{menu}<h2>Text</h2><p>{A} was read.</p><h2 id=r>References</h2><p>{B}</p>"
    assert len(readers.read(page(tmp_path, body)).references) == 1
