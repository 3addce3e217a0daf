"""HTML, LaTeX, Markdown, RTF, text and Word: what the formats themselves add to a style's text."""

import io
from pathlib import Path
from typing import Any

import pytest

from paracite import readers, writers
from paracite.reference import Date, Name, Reference

STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>T</title><id>http://example.org/t</id><updated>2020-01-01T00:00:00Z</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography {options}><layout>{first}
<text variable="title" font-style="italic"/><text variable="container-title" font-weight="bold"/>
<text variable="publisher" font-variant="small-caps"/>
<text variable="volume" text-decoration="underline"/><text variable="issue" vertical-align="sup"/>
<text variable="edition" vertical-align="sub"/><text variable="note"/><text variable="URL"/>
</layout></bibliography></style>"""
WORK = Reference(
    citekey="a",
    type="book",
    author=(Name("Doe", "J."),),
    title="It",
    container_title="Bo",
    publisher="Sc",
    volume="Un",
    issue="Su",
    edition="Sb",
    note="No <b>so</b>",
    url="https://example.org/x",
    issued=Date(2001),
)
FONTS = ("italic", "bold", "small_caps", "underline", "superscript", "subscript")
SUFFIXES = {
    "biblatex": ".bib",
    "bibtex": ".bib",
    "csljson": ".json",
    "cslyaml": ".yaml",
    "csv": ".csv",
    "docx": ".docx",
    "endnote": ".enw",
    "endnotexml": ".xml",
    "hayagriva": ".yml",
    "html": ".html",
    "latex": ".tex",
    "markdown": ".md",
    "nbib": ".nbib",
    "ris": ".ris",
    "rtf": ".rtf",
    "text": ".txt",
}
READ = {
    "bibtex": (".bib", ".bibtex"),
    "csljson": (".json",),
    "cslyaml": (".yaml", ".yml"),
    "csv": (".csv", ".tsv"),
    "endnote": (".enw",),
    "endnotexml": (".xml",),
    "hayagriva": (".yml", ".yaml"),
    "nbib": (".nbib",),
    "ris": (".ris",),
    "wos": (".ciw", ".isi"),
}


@pytest.fixture
def style(tmp_path: Path) -> Any:
    def made(options: str = "", first: str = "") -> writers.Options:
        path = tmp_path / "t.csl"
        path.write_text(STYLE.format(options=options, first=first))
        return writers.Options(str(path))

    return made


def test_names_and_suffixes() -> None:
    assert {name: writers.writer(name).suffix for name in writers.names()} == SUFFIXES
    assert all(writers.writer(name).name == name for name in writers.names())
    assert {name: readers.reader(name).suffixes for name in READ} == READ
    assert all(readers.reader(name).name == name for name in readers.names())


@pytest.mark.parametrize(("name", "suffix"), SUFFIXES.items())
def test_a_suffix_finds_its_writer(name: str, suffix: str) -> None:
    found = writers.writer_for(f"list{suffix.upper()}")
    assert found is not None
    assert found.name == ("bibtex" if name == "biblatex" else name)
    assert writers.writer_for("list.nosuch") is None


def paragraphs(options: writers.Options) -> list[Any]:
    docx = pytest.importorskip("docx")
    data = writers.writer("docx").write([WORK], options).data
    return list(docx.Document(io.BytesIO(data)).paragraphs)


def test_fonts_of_word(style: Any) -> None:
    [paragraph] = paragraphs(style())
    fonts = {
        run.text: {name for name in FONTS if getattr(run.font, name)} for run in paragraph.runs
    }
    assert fonts == {
        "It": {"italic"},
        "Bo": {"bold"},
        "Sc": {"small_caps"},
        "Un": {"underline"},
        "Su": {"superscript"},
        "Sb": {"subscript"},
        "No ": set(),
        "so": {"bold"},
    }
    [link] = paragraph.hyperlinks
    assert (link.text, link.address) == ("https://example.org/x", "https://example.org/x")
    assert paragraph.paragraph_format.left_indent is None


def test_indents_and_columns_of_word(style: Any) -> None:
    [paragraph] = paragraphs(style('hanging-indent="true"'))
    form = paragraph.paragraph_format
    assert round(form.left_indent.cm, 2) == 1.25
    assert round(form.first_line_indent.cm, 2) == -1.25
    first = '<text variable="citation-number" suffix=". "/>'
    [paragraph] = paragraphs(style('second-field-align="flush"', first))
    assert paragraph.text.startswith("1. \tIt")


PLAIN = """<style>
body { max-width: 45em; margin: 2em auto; padding: 0 1em; font-family: serif; line-height: 1.4; }
.csl-entry { margin-bottom: %s; }
%s</style>"""
COLUMNS = """.csl-entry { clear: left; }
.csl-left-margin { float: left; min-width: 2em; padding-right: 0.5em; }
.csl-right-inline { margin-left: 2.5em; }
"""


@pytest.mark.parametrize(
    ("options", "spacing", "rules"),
    [
        ("", "0.5em", ""),
        ('entry-spacing="0"', "0.0em", ""),
        ('entry-spacing="3"', "1.5em", ""),
        (
            'hanging-indent="true"',
            "0.5em",
            ".csl-entry { padding-left: 2em; text-indent: -2em; }\n",
        ),
        ('second-field-align="flush"', "0.5em", COLUMNS),
    ],
)
def test_page_of_html(style: Any, options: str, spacing: str, rules: str) -> None:
    page = writers.writer("html").write([WORK], style(options)).data.decode()
    assert page.startswith('<!DOCTYPE html>\n<html lang="en-US">\n<head>\n<meta charset="utf-8">\n')
    assert "<title>References</title>" in page
    assert PLAIN % (spacing, rules) in page
    assert page.endswith("</div>\n</body>\n</html>\n")


def test_html_and_others_say_what_they_are_in(style: Any) -> None:
    german = writers.Options(style().style, "de-DE")
    assert '<html lang="de-DE">' in writers.writer("html").write([WORK], german).data.decode()
    marks = {"html": "<i>It</i>", "latex": r"\textit{It}", "markdown": "*It*", "rtf": r"{\i It}"}
    for name, mark in marks.items():
        assert mark in writers.writer(name).write([WORK], style()).data.decode(), name
    assert writers.writer("text").write([WORK], style()).data.decode().startswith("ItBoSc")
