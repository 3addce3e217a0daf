"""Tables fit the terminal, whatever the script."""

import pytest

from paracite.render import table


def test_is_aligned_and_cut() -> None:
    rows = [("a", "深度学习入门", 1999), ("bcd", "A long title that does not fit", None)]
    text = table.aligned(("key", "title", "year"), rows, 24, bold=False)
    assert text.splitlines() == [
        "key  title          year",
        "a    深度学习入门   1999",
        "bcd  A long title…",
    ]


def test_a_title_of_two_cells_a_letter_is_cut_to_the_width() -> None:
    text = table.aligned(("title",), [("深度学习入门",)], 8, bold=True)
    assert text == "\033[1mtitle\033[0m\n深度学…\n"
    assert table.width_of("深度学…") == 7


@pytest.mark.parametrize("width", [1, 20, 79, 200])
def test_no_line_is_wider_than_asked_for_or_the_least(width: int) -> None:
    rows = [("k" * 30, "a" * 60, "é" * 90)]
    lines = table.aligned(("key", "author", "title"), rows, width, bold=False).splitlines()
    assert max(map(len, lines)) <= max(width, 3 * table.NARROWEST + 2 * len(table.GAP))


def test_no_rows_are_no_table() -> None:
    assert table.render(("key",), []) == ""
