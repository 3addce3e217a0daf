"""Keys are replaced where they are cited, in each language, and nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paracite.errors import ParaciteError
from paracite.manuscripts import cited, rewrite

KEYS = {"old": "new", "old:2": "new"}
PIECES = {
    ".tex": [
        *("\\cite{a}", "\\citep[see][3]{b, c}", "\\cites(x)[1]{d}[\\cite{e}]{f}", "\\nocite{*,g}"),
        *(
            "% \\cite{a}\n",
            "\\verb|\\cite{a}|",
            "\\cite{a,%b\n c}",
            "\\input{a}",
            "\\label{a}",
            "\\\\",
        ),
        *(
            "{",
            "}",
            "[",
            "\\begin{verbatim}",
            "\\end{verbatim}",
            "\\iffalse ",
            "\\fi ",
            "\r\n",
            "é",
        ),
    ],
    ".md": [
        *(
            "@a",
            "[@b; -@c, p. 3]",
            "@{d/e}",
            "`@a`",
            "```\n@a\n```\n",
            "\\@a",
            "a@a",
            "@fig-a",
            "$@a$",
        ),
        *(
            "\n\n    @a\n",
            "<!-- @a -->",
            "---\nnocite: '@a'\n---\n",
            "(@a) ",
            "`",
            "[",
            "{",
            "\r\n",
        ),
    ],
    ".typ": [
        *(
            "@a",
            "#cite(<b>)",
            "@c[p. 3]",
            '#cite(label("d/e"))',
            "`@a`",
            "// @a\n",
            '"',
            "#f(",
            ")",
        ),
        *("#let x = ", "[", "]", "$", "/*", "<f>", "@f", "\\@a", "a@a.b", "#if x {", "}", "\r\n"),
    ],
    ".org": [
        *("[cite:@a;see @b]", "cite:a,c", "[[citet:&d;&e]]", "\\cite{a}", "=cite:a=", "# cite:a\n"),
        *(
            "\n* COMMENT a\n",
            "\n* a\n",
            "\n#+begin_src a\n",
            "\n#+end_src\n",
            "[",
            "]",
            "=",
            "\r\n",
        ),
    ],
}


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("a.tex", r"\cite{old}", r"\cite{new}"),
        ("a.tex", "\\citep[see][p.~3]{a, old,\n  old:2}", "\\citep[see][p.~3]{a, new,\n  new}"),
        ("a.tex", r"\parencite*[{[}12{]}]{old}", r"\parencite*[{[}12{]}]{new}"),
        ("a.tex", r"\textcites(a)(b)[1]{x}[2]{old}", r"\textcites(a)(b)[1]{x}[2]{new}"),
        ("a.tex", r"\nocite{old}\Citet{old}", r"\nocite{new}\Citet{new}"),
        (
            "a.tex",
            r"\defcitealias{old}{Old}\citetalias{old}",
            r"\defcitealias{new}{Old}\citetalias{new}",
        ),
        ("a.tex", r"\label{old} old \citestyle{old} \ref{old}", ""),
        ("a.tex", r"\cite{older}, \cite{bold}, \cite{a}{old}, \input{old}", ""),
        ("a.tex", "\\cite{a} % \\cite{old}\n\\verb|\\cite{old}|", ""),
        ("a.md", "As @old: [@old, p. 3; -@old:2].", "As @new: [@new, p. 3; -@new]."),
        ("a.qmd", "[@{old}] and @old.", "[@{new}] and @new."),
        ("a.Rmd", "---\nnocite: '@old'\n---\n\\cite{old}", "---\nnocite: '@new'\n---\n\\cite{new}"),
        ("a.md", "me@old `@old` @older old \\@old\n```\n@old\n```\n", ""),
        ("a.typ", '@old and #cite(<old>, form: "prose")', '@new and #cite(<new>, form: "prose")'),
        ("a.typ", "@old[p. 3] #ref(<old>)", "@new[p. 3] #ref(<new>)"),
        ("a.typ", "= Old <old>\n@old `@old`", ""),
        ("a.org", "[cite/t:see @old p. 3;@old:2]", "[cite/t:see @new p. 3;@new]"),
        (
            "a.org",
            "citep:a,old and cite:&old [[cite:old]]",
            "citep:a,new and cite:&new [[cite:new]]",
        ),
        ("a.org", "=cite:old=, me@old, <<old>>", ""),
    ],
)
def test_only_cited_keys_change(path: str, before: str, after: str) -> None:
    assert rewrite(path, before, KEYS) == (after or before)


@pytest.mark.parametrize(
    ("path", "before", "key", "after"),
    [
        ("a.md", "@a, @{a}", "b/c.", "@{b/c.}, @{b/c.}"),
        ("a.md", "@{a/}, [@a]", "b", "@{b}, [@b]"),
        ("a.md", "@a", "b{c}", "@{b{c}}"),
        ("a.md", r"\cite{a}", "b/c.", r"\cite{b/c.}"),
        ("a.typ", "@a, #cite(<a>)", "b/c", '#cite(label("b/c")), #cite(label("b/c"))'),
        ("a.typ", '#cite(label("a"))', "b/c", '#cite(label("b/c"))'),
        ("a.typ", "#cite(<a>)", 'b"c\\', '#cite(label("b\\"c\\\\"))'),
        ("a.tex", r"\cite{a}", "b/c:+.", r"\cite{b/c:+.}"),
        ("a.org", "[cite:@a]", "b/c.", "[cite:@b/c.]"),
        ("a.org", "cite:a", "b/c", "cite:b/c"),
    ],
)
def test_a_key_is_spelt_as_the_language_needs_it(
    path: str, before: str, key: str, after: str
) -> None:
    changed = rewrite(path, before, {"a": key, "a/": key})
    assert changed == after


@pytest.mark.parametrize(
    ("path", "text", "key"),
    [
        ("a.tex", "x\n \\cite{a}", "b,c"),
        ("a.tex", "x\n \\cite{a}", "b c"),
        ("a.tex", "x\n \\cite{a}", "b%"),
        ("a.md", "x\n \\cite{a}", "b}"),
        ("a.md", "x\n [x @a]", "b}c"),
        ("a.md", "x\n [x @a]", "b c"),
        ("a.typ", "x\n [x <b> @a[p. 3]]", "b/c"),
        ("a.org", "x\n [cite:@a]", "b;c"),
        ("a.org", "x\n cite:a", "b."),
        ("a.org", "x\n \\cite{a}", "b#"),
    ],
)
def test_a_key_that_cannot_be_spelt_is_refused_with_its_place(
    path: str, text: str, key: str
) -> None:
    with pytest.raises(ParaciteError, match=rf"{path}:2:\d+: '.*' cannot be written for 'a'"):
        rewrite(path, text, {"a": key})


@pytest.mark.parametrize("suffix", PIECES)
@given(data=st.data())
def test_rewriting_there_and_back_changes_nothing(suffix: str, data: st.DataObject) -> None:
    text = "".join(data.draw(st.lists(st.sampled_from(PIECES[suffix]), max_size=12)))
    path = f"paper{suffix}"
    found = cited(path, text)
    there = {each.key: f"{each.key}Zz" for each in found if each.key != "*"}
    changed = rewrite(path, text, there)
    assert [each.key for each in cited(path, changed)] == [
        there.get(each.key, each.key) for each in found
    ]
    assert rewrite(path, changed, {new: old for old, new in there.items()}) == text
    assert rewrite(path, text, {}) == text


def test_another_kind_of_file_is_refused() -> None:
    with pytest.raises(ParaciteError, match=r"paper\.docx"):
        rewrite("paper.docx", "", KEYS)
