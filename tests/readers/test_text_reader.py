"""Plain text and bare lists."""

from pathlib import Path

import pytest

from paracite import readers
from paracite.errors import ReadError

ARTICLE = Path(__file__).parents[2] / "data" / "article.txt"


def test_article_gives_its_22_references() -> None:
    reading = readers.read(str(ARTICLE))
    assert len(reading.references) == 22
    assert reading.problems == ()
    lines = ARTICLE.read_text("utf-8").splitlines()
    for reference in reading.references:
        assert lines[reference.origin.line - 1] == reference.origin.text


def test_text_without_a_list_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Only text.\n\nAnd more.\n")
    with pytest.raises(ReadError, match="no reference list was found") as caught:
        readers.read(str(path))
    assert "--from list" in caught.value.hint


def test_what_is_no_reference_is_left_out_and_said(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Lee, K. (2003). A title. Roe Press.\n\nNo reference at all\n")
    reading = readers.read(str(path), "list")
    assert [reference.title for reference in reading.references] == ["A title"]
    [problem] = reading.problems
    assert (problem.line, problem.path) == (3, str(path))
    assert "No reference at all" in problem.message


@pytest.mark.parametrize(
    "mark", ["———.", "---.", "—", "______.", "Ibid.", "—, —,", "[2] ———.", "2. —."]
)
def test_dash_stands_for_the_author_before(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        f"Lee, K., & Roe, J. (2003). One title. Sage.\n\n{mark} (2004). Two. London: Sage.\n"
    )
    first, second = readers.read(str(path), "list").references
    assert second.author == first.author
    assert (second.title, second.issued.year if second.issued else 0) == ("Two", 2004)
