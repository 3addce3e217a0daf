"""What a manuscript includes is read with it, in its order; what is not there is said."""

from pathlib import Path

import pytest

from paracite.errors import ParaciteError, ReadError
from paracite.manuscripts import Citations, follow


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def keys(found: Citations) -> list[str]:
    return [each.key for each in found.keys]


@pytest.mark.parametrize(
    ("files", "want"),
    [
        ({"main.tex": r"\cite{a}\input{b}\cite{c}", "b.tex": r"\cite{b}"}, "abc"),
        ({"main.tex": r"\include{x/b} \cite{c}", "x/b.tex": r"\cite{b}"}, "bc"),
        ({"main.tex": "\\input b.tex\n\\cite{c}", "b.tex": r"\cite{b}"}, "bc"),
        ({"main.tex": r"\subfile{x/b}", "x/b.tex": r"\input{c}", "x/c.tex": r"\cite{c}"}, "c"),
        ({"main.tex": r"\import{x/}{b}", "x/b.tex": r"\input{c}", "c.tex": r"\cite{c}"}, "c"),
        ({"main.tex": r"\input{fig.tikz}", "fig.tikz": r"\cite{b}"}, "b"),
        ({"main.tex": r"\input{v1.2}", "v1.2.tex": r"\cite{b}"}, "b"),
        ({"main.tex": r"\input{b}\cite{a}", "b.tex": r"\input{main}\cite{b}\input{b}"}, "ba"),
        ({"main.tex": r"\input{b}\input{b}", "b.tex": r"\cite{b}"}, "b"),
        ({"main.tex": "% \\input{b}\n\\verb|\\input{b}|", "b.tex": r"\cite{b}"}, ""),
        ({"main.tex": r"\InputIfFileExists{no}{}{}\cite{a}"}, "a"),
        ({"main.aux": r"\citation{a}\@input{b.aux}\@input{c.aux}", "b.aux": r"\citation{b}"}, "ab"),
        ({"main.qmd": "@a\n{{< include _b.md >}}\n", "_b.md": "@b"}, "ab"),
        ({"main.Rmd": "```{r, child='b.Rmd'}\n```\n@a", "b.Rmd": "@b"}, "ba"),
        ({"main.rmd": "```{r}\n#| child: b.Rmd\n```\n@a", "b.Rmd": "@b"}, "ba"),
        ({"main.rmd": '```{r, child=c("b.Rmd", "c.md")}\n```', "b.Rmd": "@b", "c.md": "@c"}, "bc"),
        ({"main.Rmd": "```{r}\n#| child: ['b.Rmd', c.md]\n```", "b.Rmd": "@b", "c.md": "@c"}, "bc"),
        ({"main.Rmd": "```{r a, child = b.Rmd}\nchild='x'\n```\n", "b.Rmd": "@b"}, "b"),
        ({"main.md": "```py\nchild = 'x'\n```\n<!-- child='x'\n\n-->\n@a"}, "a"),
        ({"main.typ": '@a\n#include "x/b.typ"\n@f', "x/b.typ": "@b #figure[] <f>"}, "ab"),
        ({"main.typ": '#include "/x/b.typ"', "x/b.typ": '#include "/c.typ"', "c.typ": "@c"}, "c"),
        ({"main.typ": '#import "t.typ": x', "t.typ": "#let x = [@b]"}, "b"),
        ({"main.org": '[cite:@a]\n#+include: "b.org" :lines "1-5"', "b.org": "[cite:@b]"}, "ab"),
        ({"main.org": "#+INCLUDE: b.org::*Top\n", "b.org": "[cite:@b]"}, "b"),
        ({"main.org": "#+include: b.org src org\n", "b.org": "[cite:@b]"}, ""),
    ],
)
def test_parts_are_read_where_they_are_included(
    tmp_path: Path, files: dict[str, str], want: str
) -> None:
    write(tmp_path, files)
    found = follow([str(tmp_path / next(iter(files)))])
    assert "".join(keys(found)) == want
    assert found.problems == ()


def test_several_manuscripts_and_a_part_named_again_are_read_once(tmp_path: Path) -> None:
    write(tmp_path, {"a.tex": r"\input{b}\cite{a}", "b.tex": r"\cite{b}"})
    found = follow([str(tmp_path / "a.tex"), str(tmp_path / "b.tex"), str(tmp_path / "a.tex")])
    assert keys(found) == ["b", "a"]
    assert set(found.texts) == {str(tmp_path / "a.tex"), str(tmp_path / "b.tex")}


def test_deep_inclusion_is_no_recursion(tmp_path: Path) -> None:
    write(tmp_path, {f"{n}.tex": rf"\cite{{k{n}}}\input{{{n + 1}}}" for n in range(1500)})
    found = follow([str(tmp_path / "0.tex")])
    assert keys(found) == [f"k{n}" for n in range(1500)]
    assert [each.message for each in found.problems] == [r"\input: there is no 1500"]


def test_place_is_that_of_the_file_it_stands_in(tmp_path: Path) -> None:
    write(tmp_path, {"a.tex": "\\input{b}\n", "b.tex": "One.\r\nTwo \\textcite[5]{x,\r\n  y}"})
    first, second = follow([str(tmp_path / "a.tex")]).keys
    assert (first.path, first.line, first.column) == (str(tmp_path / "b.tex"), 2, 18)
    assert (second.line, second.column, second.command) == (3, 3, r"\textcite")


@pytest.mark.parametrize(
    ("name", "text", "found", "missing"),
    [
        ("p.tex", r"\bibliography{a, b.bib,IEEEabrv}", "a.bib b.bib", "IEEEabrv.bib"),
        ("p.tex", r"\addbibresource[location=local]{a.bib}\bibliographystyle{b}", "a.bib", ""),
        ("p.tex", "\\bibliography{ a , b.bib\t}", "a.bib b.bib", ""),
        ("p.typ", '#bibliography("a.bib", title : "b.bib", full: true)', "a.bib", ""),
        ("p.tex", r"\bibliography{\jobname}", "p.bib", ""),
        ("p.aux", r"\bibdata{a}", "a.bib", ""),
        ("p.md", "---\nbibliography: a.bib # mine\ntitle: b.bib\n---\n", "a.bib", ""),
        ("p.qmd", "---\nbibliography: [a.bib, 'b.bib']\n---\n", "a.bib b.bib", ""),
        ("p.Rmd", '---\nbibliography:\n  - "a.bib"\n  - no.bib\n---\n', "a.bib", "no.bib"),
        ("p.typ", '#bibliography("a.bib", title: "b.bib", style: "apa")', "a.bib", ""),
        ("p.typ", '#bibliography(("a.bib", "b.bib"))', "a.bib b.bib", ""),
        ("p.org", "#+bibliography: a.bib\n#+BIBLIOGRAPHY: b.bib\n", "a.bib b.bib", ""),
        ("p.org", "bibliography:a.bib,b.bib", "a.bib b.bib", ""),
    ],
)
def test_lists_that_a_manuscript_names(
    tmp_path: Path, name: str, text: str, found: str, missing: str
) -> None:
    write(tmp_path, {name: text, "a.bib": "", "b.bib": "", "p.bib": ""})
    read = follow([str(tmp_path / name)])
    assert [Path(each).name for each in read.bibliographies] == found.split()
    assert [each.message.split()[-1] for each in read.missing] == missing.split()
    assert read.problems == ()


def test_what_cannot_be_followed_is_a_problem_with_its_place(tmp_path: Path) -> None:
    text = "\\cite{\\all}\n \\input{\\folder/b}\n\\include{no}\n\\newcommand{\\x}[1]{\\input{#1}}"
    write(tmp_path, {"a.tex": text})
    problems = follow([str(tmp_path / "a.tex")]).problems
    assert [(each.line, each.column) for each in problems] == [(1, 7), (2, 9), (3, 10)]
    assert [each.message for each in problems] == [
        r"\cite names \all: macros are not followed",
        r"\input names \folder/b: macros are not followed",
        r"\include: there is no no",
    ]


@pytest.mark.parametrize(
    ("name", "text", "column"),
    [
        ("a.rmd", "```{r, child='no.Rmd'}\n```", 15),
        ("a.rmd", "x\n\n```{r, child=c('a.rmd', 'no.Rmd')}\n```", 26),
        ("a.qmd", "x {{< include no.Rmd >}}", 15),
        ("a.typ", '#include "no.Rmd"', 11),
        ("a.org", '#+include: "no.Rmd"', 13),
        ("a.rnw", "<<a, child='no.Rmd'>>=\n@", 13),
        ("a.tex", r"\import{./}{no.Rmd}", 13),
    ],
)
def test_a_part_that_is_missing_has_its_place(
    tmp_path: Path, name: str, text: str, column: int
) -> None:
    write(tmp_path, {name: text})
    [problem] = follow([str(tmp_path / name)]).problems
    assert (problem.path, problem.column) == (str(tmp_path / name), column)
    assert problem.message.endswith("no.Rmd")


def test_the_manuscript_itself_must_be_there_and_known(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file"):
        follow([str(tmp_path / "a.tex")])
    with pytest.raises(ParaciteError, match=r"\.docx are not known") as raised:
        follow([str(tmp_path / "a.docx")])
    assert ".qmd" in raised.value.hint
