"""`export`, `cite` and `styles` on a small library."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from paracite import writers
from paracite.csljson import from_item
from paracite.errors import ParaciteError
from paracite.reference import Date, Name, Reference

BOOK = Reference(
    citekey="lee2001",
    type="book",
    author=(Name("Lee", "Ann"), Name("O'Neil", "Bo")),
    issued=Date(2001),
    title="Rivers & <em>deltas</em>",
    publisher="Delta Press",
    doi="10.1234/abc_def",
)
LATER = from_item(
    {
        "id": "x",
        "type": "book",
        "author": [{"family": "Lee", "given": "Ann"}, {"family": "O'Neil", "given": "Bo"}],
        "issued": {"date-parts": [[2001]]},
        "title": "Zones",
    }
)


def styled(name: str, *references: Reference, style: str = "apa") -> str:
    return writers.writer(name).write(references, writers.Options(style)).data.decode()


def test_text_is_one_reference_per_paragraph() -> None:
    assert styled("text", BOOK) == (
        "Lee, A., & O’Neil, B. (2001). Rivers & <em>deltas</em>. Delta Press. "
        "https://doi.org/10.1234/abc_def\n"
    )


def test_html_links_and_escapes() -> None:
    page = styled("html", BOOK)
    assert '<a href="https://doi.org/10.1234/abc_def">https://doi.org/10.1234/abc_def</a>' in page
    assert "<i>Rivers &#38; &#60;em&#62;deltas&#60;/em&#62;</i>" in page


def test_markdown_and_latex_escape() -> None:
    assert "*Rivers & \\<em\\>deltas\\</em\\>*" in styled("markdown", BOOK)
    latex = r"\textit{Rivers \& \textless{}em\textgreater{}deltas\textless{}/em\textgreater{}}"
    assert latex in styled("latex", BOOK)


def test_only_web_addresses_become_links_and_dois_are_encoded() -> None:
    script = from_item({"id": "s", "type": "webpage", "title": "S", "URL": "javascript:alert(1)"})
    assert "href" not in styled("html", script)
    odd = from_item({"id": "d", "type": "book", "title": "D", "DOI": "10.1000/a<1>#b%c"})
    assert 'href="https://doi.org/10.1000/a%3C1%3E%23b%25c"' in styled("html", odd)


@pytest.mark.parametrize("name", ["text", "docx"])
def test_control_characters_never_reach_a_document(name: str) -> None:
    pytest.importorskip("docx")
    odd = from_item({"id": "c", "type": "book", "title": "Bells\x01 and\nlines"})
    data = writers.writer(name).write([odd], writers.Options()).data
    assert name == "docx" or data == b"Bells and lines. (n.d.).\n"


def test_same_authors_and_year_get_suffixes() -> None:
    assert "(2001a)" in styled("text", LATER, BOOK)
    assert "(2001b)" in styled("text", LATER, BOOK)


def test_docx_has_a_paragraph_with_its_link(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    path = tmp_path / "list.docx"
    path.write_bytes(writers.writer("docx").write([BOOK], writers.Options()).data)
    paragraph = docx.Document(str(path)).paragraphs[0]
    assert paragraph.text.startswith("Lee, A., & O’Neil, B. (2001).")
    assert paragraph.hyperlinks[0].address == "https://doi.org/10.1234/abc_def"


def test_unknown_style_is_named_with_its_like() -> None:
    with pytest.raises(ParaciteError, match="unknown style 'apaa'") as caught:
        styled("text", BOOK, style="apaa")
    assert "apa" in caught.value.hint


LIBRARY = """@book{lee2001,
  author = {Lee, Ann},
  title = {Rivers},
  year = 2001,
}
"""


def test_commands_on_a_library(run: Callable[..., Any], tmp_path: Path) -> None:
    bib, page = tmp_path / "my.bib", tmp_path / "my.html"
    bib.write_text(LIBRARY)
    assert run("export", bib).out == "Lee, A. (2001). Rivers.\n"
    assert run("export", bib, "-o", page, "--style", "ieee").code == 0
    assert "<i>Rivers</i>" in page.read_text()
    assert (
        run("cite", "lee2001", "-f", bib, "--locator", "chapter 3").out
        == "(Lee, 2001, Chapter 3)\n"
    )
    assert (
        run("cite", "lee2001", "-f", bib, "--locator", "sec. 3-4").out
        == "(Lee, 2001, Sections 3–4)\n"
    )
    assert run("export", bib, "--style", "ieee").out.startswith("[1] A. Lee, Rivers")
    assert run("cite", "lee2002", "-f", bib).err.count("\n") == 1
    unknown = run("export", bib, "--style", "nosuchstyle")
    assert (unknown.code, unknown.err.count("\n")) == (2, 1)


def test_styles_are_found_by_words(run: Callable[..., Any]) -> None:
    assert "vancouver" in run("styles", "vancouver").out.split()
    assert run("styles", "no such thing").code == 1


def test_an_invalid_style_and_an_unknown_language_are_said(
    tmp_path: Path, run: Callable[..., Any]
) -> None:
    library = tmp_path / "list.bib"
    library.write_text("@book{lee, title={Rivers}, year=2001}", "utf-8")
    style = tmp_path / "odd.csl"
    style.write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
        '<citation><layout><text variable="title"/></layout></citation></style>',
        "utf-8",
    )
    cited = run("cite", "lee", "--file", str(library), "--style", str(style))
    assert (cited.code, cited.out) == (1, "Rivers\n")
    assert "odd.csl: is not valid CSL, line 1" in cited.err
    listed = run("export", str(library), "--locale", "xx-YY")
    assert "no locale 'xx-YY' is known" in listed.err
