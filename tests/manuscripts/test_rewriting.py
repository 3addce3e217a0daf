"""Keys are replaced where they are cited, in each format, and nothing else is touched."""

import pytest

from paracite.errors import ParaciteError
from paracite.manuscripts import rewrite

KEYS = {"old": "new", "old:2": "new"}


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("a.tex", r"\cite{old}", r"\cite{new}"),
        ("a.tex", "\\citep[see][p.~3]{a, old,\n  old:2}", "\\citep[see][p.~3]{a, new,\n  new}"),
        ("a.tex", r"\parencite*[{[}12{]}]{old}", r"\parencite*[{[}12{]}]{new}"),
        ("a.tex", r"\textcites(a)(b)[1]{x}[2]{old}", r"\textcites(a)(b)[1]{x}[2]{new}"),
        ("a.tex", r"\nocite{old}\Citet{old}", r"\nocite{new}\Citet{new}"),
        ("a.tex", r"\label{old} old \citestyle{old} \ref{old}", ""),
        ("a.tex", r"\cite{older}, \cite{bold}", ""),
        ("a.md", "As @old: [@old, p. 3; -@old:2].", "As @new: [@new, p. 3; -@new]."),
        ("a.qmd", "[@{old}] and @old.", "[@{new}] and @new."),
        ("a.md", "me@old `@old` @older old\n```\n@old\n```\n", ""),
        ("a.typ", '@old and #cite(<old>, form: "prose")', '@new and #cite(<new>, form: "prose")'),
        ("a.typ", "<old> `@old`", ""),
        ("a.org", "[cite/t:see @old p. 3;@old:2]", "[cite/t:see @new p. 3;@new]"),
        ("a.org", "citep:a,old and cite:&old", "citep:a,new and cite:&new"),
    ],
)
def test_only_cited_keys_change(path: str, before: str, after: str) -> None:
    assert rewrite(path, before, KEYS) == (after or before)


def test_another_kind_of_file_is_refused() -> None:
    with pytest.raises(ParaciteError, match=r"paper\.docx"):
        rewrite("paper.docx", "", KEYS)
