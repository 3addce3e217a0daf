"""Where a list is, and where each of its references ends."""

import pytest

from paracite.parsing import find, segment

A = "Lee, K. (2003). A long enough title. Journal of Things, 12(3), 45-67."
B = "Roe, J. (2001). Another title. New York: Roe Press."
C = "Zuse, K. (1999). A third one. Nature, 4, 5-6."


@pytest.mark.parametrize(
    "heading",
    [
        "References",
        "6. REFERENCES",
        "Daftar Pustaka",
        "Bibliografía",
        "Литература",
        "参考文献",
        "Literatur:",
    ],
)
def test_list_is_found_under_its_heading(heading: str) -> None:
    [found] = find.find(f"A title\n\nSome text.\n\n{heading}\n\n{A}\n\n{B}\n")
    assert found.start == 7
    assert found.lines == (A, "", B)


@pytest.mark.parametrize(
    "after",
    [
        "DOI: https://doi.org/10.1000/1",
        "Article Metrics\n\nAbstract view : 0 times",
        "Copyright (c) 2020 Someone",
        "This work is licensed under a Creative Commons License.",
        "Appendix A\n\nSome long text that goes on.",
    ],
)
def test_list_ends_where_the_page_goes_on(after: str) -> None:
    [found] = find.find(f"References\n{A}\n\n{B}\n\n\n{after}\n")
    assert found.lines == (A, "", B)


def test_two_lists() -> None:
    text = f"Chapter\n\nReferences\n\n{A}\n\nMore text.\n\nBibliography\n\n{B}\n"
    assert [found.lines for found in find.find(text)] == [(A,), (B,)]


def test_pasted_list_needs_no_heading() -> None:
    [found] = find.find(f"{A}\n{B}\n{C}\n")
    assert found.lines == (A, B, C)


@pytest.mark.parametrize("text", ["", "Only text.\n\nNo list here.\n", "References\n\nNone.\n"])
def test_no_list(text: str) -> None:
    assert find.find(text) == ()


WRAPPED = [A[:40], A[40:]], [B[:30], B[30:]], [C[:30], C[30:]]
LAYOUTS = {
    "blank lines": [line for lines in WRAPPED for line in (*lines, "")],
    "numbers": [
        f"[{n}] {a}" if i == 0 else a for n, ab in enumerate(WRAPPED, 1) for i, a in enumerate(ab)
    ],
    "hanging indents": [line for first, rest in WRAPPED for line in (first, f"    {rest.strip()}")],
    "one a line": [A, B, C],
    "page numbers": [A[:40], A[40:], "", " 17 ", "", B, "", C],
    "no mark at all": [line for lines in WRAPPED for line in lines],
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_segments(layout: str) -> None:
    texts = [each.text.partition("] ")[2] or each.text for each in segment.segment(LAYOUTS[layout])]
    assert [text.replace(" ", "") for text in texts] == [t.replace(" ", "") for t in (A, B, C)]


def test_hyphen_at_a_line_end_is_undone() -> None:
    assert segment.join(["A para-", "diplomacy of the Franco-", "German kind"]) == (
        "A paradiplomacy of the Franco- German kind"
    )


def test_bare_list_drops_nothing() -> None:
    lines = ["ibid.", "Lee 2003", "", "???", "", "x"]
    assert [each.text for each in segment.each_paragraph(lines)] == ["ibid. Lee 2003", "???", "x"]
    assert [each.text for each in segment.each_paragraph(["one", "two"])] == ["one", "two"]
