"""Pandoc and Typst see the same citations in manuscripts made of random pieces.

Left out is what is meant to differ: raw LaTeX in Markdown, bare addresses (where Pandoc takes `/@x`
for a citation) and numbers of example lists; links of org-ref in brackets, which Pandoc does not
know; code that Typst never runs.
"""

import json
import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from paracite.manuscripts import cited

MARKDOWN = [
    *("@a", "[@b]", "[see @c, p. 3; -@d]", "@{e/f}", "@{g}", "[-@{h}, {p. 3}]", "@a:b", "@a--b"),
    *("*@i*", "x (@j)", "[@k](http://u/@x)", "![@l](p.png)", "@@m", "@o's", "@v/w", "@x?y"),
    *("@_z", "@1q", "@a_b_", "^[note @p]", "\\\\@q", "@https://x.org/y", "@é", "x @r."),
    *("`@x`", "``@x ` ``", "\\@x", "me@x", "$@x$", "$$@x$$", "$5", "$ @s $", "<!-- @x -->"),
    *("<http://u/@x>", "<b>", "x\n@t", "\n\n    @x\n\n", "\n\n```\n@x\n```\n\n", "\n\n> @u\n\n"),
    *(
        "\n\n- @v\n- `x`\n\n",
        "\n\n# Head @w {#id}\n\n",
        "\n\n~~~ {.r}\n@x\n~~~\n\n",
    ),
    *(
        "\n\n1. item\n\n    @y\n\n",
        "\n\n<!-- @x\n\n@x -->\n\n",
        "\n\n| @z | - |\n|---|---|\n| x | y |\n\n",
    ),
]
ORG = [
    *(
        "[cite:@a]",
        "[cite/t:see @b p. 3;@c]",
        "[cite/nocite:@d]",
        "cite:e",
        "citep:f,g",
        "(citet:p)",
    ),
    *(
        "[cite:@a:b/c.d]",
        "*[cite:@k]*",
        "\\cite{j}",
        "[fn:1: cite:n]",
        "cite:o.",
        "text",
        "@x",
        "me@x",
    ),
    *(
        "=[cite:@x]=",
        "~@x~",
        "/x/",
        "\n\n- [cite:@m]\n\n",
        "\n* Head [cite:@l]\n",
        "\n\n: cite:x\n\n",
    ),
    *(
        "\n\n# [cite:@x]\n\n",
        "\n#+begin_src org\n[cite:@x]\n#+end_src\n",
        "\n* COMMENT x\ncite:x\n* y\n",
    ),
    "\n#+begin_example\ncite:x\n#+end_example\n",
]
LATEX = [
    *("\\cite{a}", "\\cite[p. 3]{b,c}", "\\citep[see][3]{d}", "\\textcite{e}", "\\parencite*{h}"),
    *("\\cites(x)(y)[1]{f}[2][3]{g}", "\\textcites{s}{t}", "\\nocite{i}", "\\footnote{\\cite{j}}"),
    *(
        "\\emph{\\autocite{k}}",
        "\\citeauthor{l}",
        "\\citet*{m}",
        "\\citealp{n}",
        "\\footcite[4]{o}",
    ),
    *("\\Cite{p}", "\\cite{q, r}", "{\\cite{u}}", "\\cite{v:w/x-y.z_1}", "\\\\", "\\%", "$x$", "x"),
    *(
        "% \\cite{x}\n",
        "\\verb|\\cite{x}|",
        "\\begin{verbatim}\n\\cite{x}\n\\end{verbatim}",
        "\n\n",
    ),
    *(
        "\\begin{comment}\n\\cite{x}\n\\end{comment}",
        "\\url{http://a%20b}",
        "\\cite{a,% \\cite{x}\nb}",
    ),
]
TYPST = [
    *("@k1", "#cite(<k2>)", "#ref(<k3>)", "(@k4)", "@k5[p. 3]", "@k6.", "*@k7*", "_@k8_", '"@k9"'),
    *("`@x`", "``", "```\n@x\n```", "// @x\n", "/* /* */ @x */", "\\@x", '#"@x"', '#("@x")'),
    *('#let y = "@x"\n', '#set text(lang: "de")\n', "#if true [@k10] else [k]", "#let u = 1; @k3"),
    *(
        "#for i in (1,) { cite(<k11>) }",
        "#{ let y = [@k12]; y }",
        "#strong[@k13]",
        "#true",
        "text;",
    ),
    *(
        "#emph([@k14 #strong[@k15]])",
        "$ x #cite(<k16>) $",
        '$"@x"$',
        "https://u.org/@x",
        "]",
        "\n\n",
    ),
    *(
        '#link("mailto:me@x")[@k17]',
        "= Head <hh>\n",
        "\n- @k18\n",
        "/ T: @k19\n",
        "#context [@k20]",
    ),
    *(
        "#figure([@k21], caption: [@k22]) <fig>\n",
        "#footnote[@k26]",
        "文字@k27 ",
        "@a-b_c:d.e",
        "@été ",
    ),
    *("#text(fill: red)[@k28][@k29]", "[@k30]", "#[@k31]", "#table(columns: 2, [@k32], [@k33])"),
    *("#cite(<k34>, supplement: [see @k35])", "#quote(attribution: <k36>)[x]", "#(1 + 2) @k37"),
]


BETWEEN = "\n\nText\n\n"


def made(pieces: list[str], seed: int, count: int) -> str:
    chosen = random.Random(seed)  # noqa: S311  no secret
    texts = (
        " ".join(chosen.choice(pieces) for _ in range(chosen.randint(1, 4))) for _ in range(count)
    )
    return BETWEEN.join(texts)


def in_pandoc(node: Any) -> Iterator[str]:
    """Yield the keys below a node of Pandoc's tree."""
    if isinstance(node, dict) and node.get("t") == "Cite":
        for item in node["c"][0]:
            yield item["citationId"]
            yield from in_pandoc([item["citationPrefix"], item["citationSuffix"]])
    elif isinstance(node, dict | list):
        for below in node.values() if isinstance(node, dict) else node:
            yield from in_pandoc(below)


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed")
@pytest.mark.parametrize(
    ("suffix", "format_name", "pieces"),
    [(".md", "markdown", MARKDOWN), (".org", "org", ORG), (".tex", "latex", LATEX)],
)
@pytest.mark.parametrize("seed", range(3))
def test_pandoc_sees_the_same(suffix: str, format_name: str, pieces: list[str], seed: int) -> None:
    text = made(pieces, seed, 200)
    command = ["pandoc", "--from", format_name, "--to", "json"]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    document = json.loads(done.stdout)
    theirs = sorted(in_pandoc([document["blocks"], document["meta"]]))
    assert sorted(each.key for each in cited(f"paper{suffix}", text)) == theirs
    assert len(theirs) > 200


@pytest.mark.parametrize("seed", range(3))
def test_typst_sees_the_same(tmp_path: Path, seed: int) -> None:
    typst = pytest.importorskip("typst")
    paper, compiled = tmp_path / "paper.typ", 0
    keys = ("x", "a-b_c:d.e", "été", *(f"k{number}" for number in range(40)))
    entries = (f"@misc{{{key}, title = {{T}}, author = {{A, B}}}}" for key in keys)
    (tmp_path / "list.bib").write_text("\n".join(entries), "utf-8")
    for text in made(TYPST, seed, 60).split(BETWEEN):
        paper.write_text(f'{text}\n\n#bibliography("list.bib")', "utf-8")
        try:
            found = json.loads(typst.query(str(paper), "cite"))
        except RuntimeError:  # pieces that do not go together
            continue
        compiled += 1
        theirs = {item["key"].strip("<>") for item in found}
        assert {each.key for each in cited("paper.typ", text)} == theirs, text
    assert compiled > 40
