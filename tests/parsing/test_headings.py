"""What is a reference list's heading, however it is set."""

import pytest

from paracite.fields.lexicons import lexicon
from paracite.parsing.headings import is_heading, run_in
from paracite.text import fold

FORMS = [
    "{}", "  {} ", "{}:", "# {}", "### {} ###", "== {} ==", "**{}**", "7. {}", "7.2 {}", "VII. {}", "B. {}", "[{}]", "{} (24)",
    '<a name="c8"></a>8. {}', "## {} {{#refs .unnumbered}}", "[{}](#refs)", r"\section*{{{}}}", "{} [edit]", "{}¶", "{} (sprints 1 a 5)", "«{}»", "* {}",
    "{} for chapter 3", "{} cited in the text",
]  # fmt: skip
OTHER = [
    "", "Reference manual", "The sources of the Nile", "References to God in song", "Literature and life", "Notes", "Methods",
    "Sources of error", "Referencing", "1.", "[12]", "Data and software", "The literature cited above was read by two of us, who agreed on it",
    "Literatur und Gesellschaft", "Works of art", "See references", "Smith, J. References. 2001.",
]  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "words",
    ["References", "LITERATURVERZEICHNIS", "Références bibliographiques", "Список литературы", "参考文献", "المراجع", "참고문헌"],
)  # fmt: skip
def test_a_heading_is_known_by_its_words(words: str, form: str) -> None:
    assert is_heading(form.format(words))


@pytest.mark.parametrize(
    "words",
    [
        "Sources and literature", "Quellen und Literatur", "Notes et références", "Viri in literatura", "Referências / References",
        "References & Notes", "Bibliografía y webgrafía", "R E F E R E N C E S", "参考文献与历史源流（References）", "Kilder til videre arbejde (Litteratur)", "Käll- och litteraturförteckning", "注释与参考文献",
    ],
)  # fmt: skip
def test_a_heading_may_join_two(words: str) -> None:
    assert is_heading(words)


@pytest.mark.parametrize("line", OTHER)
def test_other_lines_are_no_heading(line: str) -> None:
    assert not is_heading(line)


def test_each_heading_of_the_table_is_one_in_every_case() -> None:
    wrong = [
        words
        for words in lexicon("list_headings")
        if not (
            is_heading(words) and is_heading(words.upper()) and is_heading(f"3. {words.title()}")
        )
    ]
    assert wrong == []
    assert all(fold(words) for words in lexicon("list_headings"))


@pytest.mark.parametrize("sign", [": ", ". ", " — ", ":\t"])
def test_a_list_may_begin_on_the_line_of_its_heading(sign: str) -> None:
    reference = "Lee, K. (2003). A long enough title. Journal of Things, 12(3), 45-67."
    assert run_in(f"References{sign}{reference}") == reference
    assert run_in(f"**References**{sign}[1] {reference}") == f"[1] {reference}"
    assert run_in("References: see the last page of this paper.") == ""
    assert run_in(f"Lee{sign}{reference}") == ""
