"""Forms that leave nothing to guess: Chinese, Japanese and legal."""

import pytest

from paracite import parsing
from paracite.parsing import fixed


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "王晓明, 李四. 人工智能在教育中的应用[J]. 教育研究, 2019, 40(3): 45-52.",
            ("article-journal", "人工智能在教育中的应用", "教育研究", "40", "3", "45-52", 2019),
        ),
        (
            "费孝通. 乡土中国[M]. 北京: 生活·读书·新知三联书店, 1985.",
            ("book", "乡土中国", "", "", "", "", 1985),
        ),
        (
            "山田太郎（2015）「日本語教育における文法指導」『日本語教育』第160号, pp. 12-27.",
            (
                "article-journal",
                "日本語教育における文法指導",
                "日本語教育",
                "160",
                "",
                "12-27",
                2015,
            ),
        ),
        (
            "Brown v. Board of Education, 347 U.S. 483 (1954).",
            ("legal_case", "Brown v. Board of Education", "U.S.", "347", "", "483", 1954),
        ),
        (
            "Donoghue v Stevenson [1932] AC 562 (HL).",
            ("legal_case", "Donoghue v Stevenson", "AC", "", "", "562", 1932),
        ),
    ],
)
def test_forms(text: str, fields: tuple[object, ...]) -> None:
    read = parsing.parse(text)
    year = read.issued.year if read.issued else None
    got = (read.type, read.title, read.container_title, read.volume, read.issue, read.page, year)
    assert got == fields


def test_a_comparison_is_no_legal_case() -> None:
    read = parsing.parse("Lee, K. (2003). Trade v. aid in Africa. World Politics, 12(3), 45-67.")
    assert (read.type, read.container_title) == ("article-journal", "World Politics")


def test_a_chapter_as_the_acs_prints_it() -> None:
    parts = fixed.parse(
        "Lee, J. R.; van der Berg, P. H. What Do Bees Remember? In New Essays on Memory; "
        "Ng, S., Ed.; Sage: London, 1949; pp 734–774."
    )
    assert {part.label: part.text for part in parts} == {
        "author": "Lee, J. R.; van der Berg, P. H.",
        "title": "What Do Bees Remember?",
        "container-title": "New Essays on Memory",
        "editor": "Ng, S.",
        "publisher": "Sage",
        "location": "London",
        "date": "1949",
        "pages": "734–774",
    }
