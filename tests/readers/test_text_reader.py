"""Plain text and bare lists."""

import time
from contextlib import suppress
from pathlib import Path

import pytest

from paracite import readers
from paracite.errors import ReadError

SECONDS = 6  #: of processor time, far above what is needed, far below what a square takes
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


@pytest.mark.parametrize("blank", [" ", "\t", "\u00a0", "\n", "- ", "(a) "])
@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
def test_time_grows_with_the_length_of_white_space_only(
    tmp_path: Path, blank: str, suffix: str
) -> None:
    long = blank * 40_000
    path = tmp_path / f"a.{suffix}"
    path.write_text(
        f"<html><body>References\n\nLee, K. (2003). A title.{long}Roe Press.\n{long}x\n"
    )
    start = time.process_time()
    with suppress(ReadError):
        readers.read(
            str(path), "" if suffix == "html" else {"txt": "text", "md": "markdown"}[suffix]
        )
    assert time.process_time() - start < SECONDS


LAW = """31. Bruce Snell, Mining for Pirates, 4 Port L. Rev. 3 (2005),
https://www.snell.example.com/archives/2005/03/pirates.html; see also Oscar H. Grant Jr., Rational Exclusion,
11 ETHICS & INFO. TECH. 29, 39–40 (2009).
32. See infra Part I.B.
33. Ibid., 45.
34. See generally Bart Kusters, Dilemmas in the Port Society, in DISCRIMINATION IN PORTS 3, 20 (Bart Kusters et al. eds., 2012).
"""


def test_notes_that_cite_are_read_and_the_others_said(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(LAW)
    found = readers.read(str(path), "list")
    assert [reference.origin.text[:9] for reference in found.references] == [
        "31. Bruce",
        "Oscar H. ",
        "34. Bart ",
    ]
    assert [problem.line for problem in found.problems] == [4, 5]
    assert all("cites a work again" in problem.message for problem in found.problems)


def test_tight_numbered_lines_among_other_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    tight = "\n".join(
        f"{n}.\tRoe, J.; Lee, K., Title {n} of all. Things 201{n}, 44 (12), 5099-5107."
        for n in range(1, 5)
    )
    path.write_text(
        f"# Model\n\n## Install:\nHave it active.\n\nFrom these papers:\n\n{tight}\n\n### Cite the code:\nSee DOI.\n"
    )
    for form in ("list", ""):
        assert len(readers.read(str(path), form).references) == 4


def test_a_list_may_stand_on_the_line_of_its_heading(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Text.\n\nReferences: [1] Lee, K. (2003). A title. Roe Press.\n[2] Roe, J. (2001). Two. Sage.\n"
    )
    found = readers.read(str(path)).references
    assert [(reference.title, reference.origin.line) for reference in found] == [
        ("A title", 3),
        ("Two", 4),
    ]


def test_menus_behind_tight_lines_are_said_and_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    listed = "\n".join(
        f"Roe, J. {1990 + n}. “A title of things {n}.” Things 11:13–17." for n in range(4)
    )
    path.write_text(f"Text.\nReferences\n{listed}\nUnheard of\nTalk\nMain page\nLog in\n")
    assert len(readers.read(str(path)).references) == 4
