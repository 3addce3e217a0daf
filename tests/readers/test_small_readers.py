"""Markdown, tables, lists of DOIs, JATS, YAML, OpenDocument."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

import pytest

from paracite import readers
from paracite.errors import ReadError
from paracite.readers import Reading
from paracite.reference import Date

A = "Lee, K. (2003). A long enough title. *Journal of Things, 12*(3), 45–67."
B = "Roe, J. (2001). Another title. New York: Roe Press. [Link](https://example.org/a)"


def reading(tmp_path: Path, name: str, text: str) -> Reading:
    path = tmp_path / name
    path.write_text(text)
    return readers.read(str(path))


@pytest.mark.parametrize(
    "text",
    [
        f"# Title\n\nText.\n\n## References\n\n- {A}\n- {B}\n",
        f"# Title\n\nText.\n\n## References ##\n\n{A}\n\n{B}\n",
        f"# Title\n\nText.\n\n**References**\n\n1. {A}\n2. {B}\n",
        f"Text[^1] and[^b].\n\n[^1]: {A}\n[^b]: {B}\n",
    ],
)
def test_markdown(tmp_path: Path, text: str) -> None:
    first, second = reading(tmp_path, "a.md", text).references
    assert (first.title, first.container_title) == ("A long enough title", "Journal of Things")
    assert (second.title, second.url) == ("Another title", "https://example.org/a")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_table(tmp_path: Path, delimiter: str) -> None:
    rows = [
        ["Authors", "Year", "Title", "Journal", "DOI", "Shelf"],
        ['"Lee, K.; Roe, J."', "2003", "A title", "Things", "https://doi.org/10.1000/1", "B2"],
        ["", "", '"Two, with a comma; and more"', "", "", ""],
    ]
    text = "\r\n".join(delimiter.join(row) for row in rows)
    first, second = reading(tmp_path, "table.dat", text).references
    assert [name.family for name in first.author] == ["Lee", "Roe"]
    assert (first.type, first.doi, first.get("shelf")) == ("article-journal", "10.1000/1", "B2")
    assert first.issued == Date(2003)
    assert second.title == "Two, with a comma; and more"


def test_table_that_was_written_reads_back(run: Callable[..., Any], tmp_path: Path) -> None:
    article = Path(__file__).parents[2] / "data" / "article.txt"
    path = tmp_path / "a.csv"
    run("read", article, "-o", path)
    again, first = readers.read(str(path)).references, readers.read(str(article)).references
    for name in ("type", "author", "issued", "title", "container_title", "volume", "page", "doi"):
        assert [getattr(r, name) for r in again] == [getattr(r, name) for r in first], name


def test_list_of_dois(tmp_path: Path) -> None:
    text = "10.1000/182\nhttps://doi.org/10.1000/ABC\n\ndoi:10.1000/x, 10.1000/y\n"
    references = reading(tmp_path, "a.txt", text).references
    assert [each.doi for each in references] == [
        "10.1000/182",
        "10.1000/abc",
        "10.1000/x",
        "10.1000/y",
    ]


def test_word_that_is_no_doi_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("10.1000/182\n10.1000\n")
    result = readers.read(str(path), "dois")
    assert (len(result.references), [each.line for each in result.problems]) == (1, [2])


JATS = """<?xml version="1.0"?><!DOCTYPE article [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<article><back><ref-list><ref id="r1"><element-citation publication-type="journal">
<person-group person-group-type="author"><name><surname>Lee</surname><given-names>K</given-names></name>
<collab>The Group</collab></person-group><article-title>A title &x;</article-title><source>Things</source>
<year>2003</year><volume>12</volume><fpage>45</fpage><lpage>67</lpage>
<pub-id pub-id-type="doi">10.1000/1</pub-id></element-citation></ref>
<ref id="r2"><mixed-citation>Roe, J. (2001). Another title. New York: Roe Press.</mixed-citation></ref>
</ref-list></back></article>"""


def test_jats(tmp_path: Path) -> None:
    first, second = reading(tmp_path, "a.xml", JATS).references
    assert (first.type, first.page, first.doi) == ("article-journal", "45-67", "10.1000/1")
    assert "root:" not in first.title
    assert [str(name) for name in first.author] == ["K Lee", "The Group"]
    assert (second.title, second.publisher) == ("Another title", "Roe Press")


PRINT = "<mixed-citation>Roe, J. 2001. <italic>Another</italic> title. Things 3: 5&#8211;6.</mixed-citation>"
FIELDS = (
    "<element-citation publication-type='journal'><person-group><name><surname>Roe</surname>"
    "<given-names>J</given-names></name></person-group><article-title>Another title</article-title>"
    "<source>Things</source><year>2001</year><volume>3</volume></element-citation>"
)
TEXT = "Roe, J. 2001. Another title. Things 3: 5–6."


@pytest.mark.parametrize(
    ("inside", "count", "text"),
    [
        (f"<label>1</label>{PRINT}{FIELDS}", 1, TEXT),
        (f"{FIELDS}{PRINT}", 1, TEXT),
        (f"<citation-alternatives>{PRINT}{FIELDS}</citation-alternatives>", 1, TEXT),
        (PRINT, 1, TEXT),
        (FIELDS, 1, "Roe J Another title Things 2001 3"),
        (PRINT * 3, 3, TEXT),
        (f"{PRINT}{PRINT}{FIELDS}{FIELDS}", 2, TEXT),
        (f"<label>1</label><note><p>{TEXT}</p></note>", 1, TEXT),
        (TEXT, 1, TEXT),
        ("<label>4</label>", 0, ""),
    ],
)
@pytest.mark.parametrize(
    "head",
    [
        "",
        "\ufeff",
        '\ufeff\n<?xml version="1.0"?>\n<!DOCTYPE article PUBLIC "-//NLM//DTD JATS" "j.dtd">\n',
    ],
)
def test_a_work_that_jats_has_twice_is_read_once(
    tmp_path: Path, head: str, inside: str, count: int, text: str
) -> None:
    other = "<ref id='z'><mixed-citation>Zuse, K. 1999. A third one. Nature 4: 5-6.</mixed-citation></ref>"
    xml = f"<article><back><ref-list><ref id='a'>{inside}</ref>{other}</ref-list></back></article>"
    found = reading(tmp_path, "a.xml", head + xml).references
    assert [reference.origin.text for reference in found[:-1]] == [text] * count
    assert all(reference.author[0].family == "Roe" for reference in found[:-1])
    assert all(reference.container_title == "Things" for reference in found[:-1])


def test_jats_without_what_stands_between_elements(tmp_path: Path) -> None:
    names = "".join(
        f"<name><surname>{n}</surname><given-names>A. B.</given-names></name>"
        for n in ("Lee", "Roe")
    )
    xml = (
        f"<article><ref-list><ref><mixed-citation><person-group>{names}</person-group> (<year>2003</year>). "
        "H<sub>2</sub>O&ndash;a <italic>title</italic>.\n<source>Things</source>\n<volume>4</volume>"
        "<!-- x --><pub-id pub-id-type='pmid'>99</pub-id></mixed-citation></ref></ref-list></article>"
    )
    head = '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS" "j.dtd">'
    [found] = reading(tmp_path, "a.xml", head + xml).references
    assert found.origin.text == "Lee A. B., Roe A. B. (2003). H2O–a title. Things 4"


def test_broken_jats(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="well-formed"):
        reading(tmp_path, "a.xml", JATS[:-30])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- id: a\n  title: &x [T]\n  author: *x\n", "aliases"),
        ("- id: a\n  title: [T\n", "not valid YAML"),
        ("- 1\n- 2\n", "holds no CSL-YAML items"),
    ],
)
def test_yaml_that_is_refused(text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "list.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(ReadError, match=said):
        readers.read(str(path))


def test_metadata_of_markdown(tmp_path: Path) -> None:
    path = tmp_path / "paper.md"
    path.write_text(
        "---\ntitle: Mine\nreferences:\n- id: a\n  type: book\n  title: T\n"
        "  issued: 2019-03-02\n---\n\nText [@a].\n",
        "utf-8",
    )
    [reference] = readers.read(str(path)).references
    assert (reference.title, reference.issued) == ("T", Date(2019, 3, 2))


def test_zotero_marks_in_opendocument(tmp_path: Path) -> None:
    code = json.dumps({"citationItems": [{"itemData": {"type": "book", "title": "Exact"}}]})
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    with zipfile.ZipFile(tmp_path / "a.odt", "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        mark = quoteattr(f"ZOTERO_ITEM CSL_CITATION {code} RND1")
        package.writestr(
            "content.xml",
            f'<x xmlns:text="{text}"><text:reference-mark-start text:name={mark}/></x>',
        )
    [reference] = readers.read(str(tmp_path / "a.odt")).references
    assert (reference.type, reference.title) == ("book", "Exact")


@pytest.mark.parametrize("count", ["", "3", "99999999999", "9" * 5000, "x"])
def test_spaces_of_opendocument_are_bounded(tmp_path: Path, count: str) -> None:
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    number = f'text:c="{count}"' if count else ""
    printed = f"Lee, K. (2003). A<text:s {number}/>title. Roe Press."
    with zipfile.ZipFile(tmp_path / "a.odt", "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        lines = f"<text:h>References</text:h><text:p>{printed}</text:p>"
        package.writestr("content.xml", f'<x xmlns:text="{text}">{lines}</x>')
    assert len(readers.read(str(tmp_path / "a.odt")).references) == 1


@pytest.mark.parametrize("form", ["# {}", "## {} ##", '# <a name="c8"></a>8. {}', "{}\n===", "**{}**", "### [{}](#r)", "## {} {{#refs}}"])  # fmt: skip
@pytest.mark.parametrize("item", ["{}", "{}<br>", "{}  ", "{}\\", "- {}", "* {}", '<a name="r"></a>{}', "> {}"])  # fmt: skip
def test_markdown_of_every_kind(tmp_path: Path, form: str, item: str) -> None:
    wanted = [f"Roe{n}, J. ({1990 + n}). Another title {n}. New York: Roe Press." for n in range(6)]
    groups = [*wanted[:3], "**Books**" if form.startswith("**") else "### Books", *wanted[3:]]
    lines = [
        line if line.endswith("Books") or line[0] == "*" else item.format(line) for line in groups
    ]
    text = "\n\n".join(
        [
            "# A title",
            "Some text (Lee, 2003).",
            "```\nRoe, J. (2001). Code, 3(4), 5-6.\n```",
            form.format("Referências"),
            *lines,
            "## Licence" if form[1] == "#" else "# Licence",
            "MIT, by Roe, J. (2020).",
        ]
    )
    found = reading(tmp_path, "a.md", text)
    assert [reference.origin.text for reference in found.references] == wanted


def test_footnotes_of_markdown_with_more_lines_and_other_words(tmp_path: Path) -> None:
    notes = "[^1]: Lee, K. (2003). A long enough\n    title. Roe Press.\n[^b]: We thank all of them.\n[^3]: See Roe, J. (2001). Another title. Things, 3(1), 4-5.\n"
    found = reading(tmp_path, "a.md", f"Text.[^1]\n\nMore text.[^b]\n\n{notes}")
    assert [reference.title for reference in found.references] == [
        "A long enough title",
        "Another title",
    ]
    assert [problem.line for problem in found.problems] == [7]
