"""Lines of a PDF's pages get the indents and the gaps that they are printed with."""

from paracite.readers._pdf_lines import Line, laid_out, page_lines


class Page:
    """Stands in for a page of pdfium whose characters are ten points wide, on one line."""

    def __init__(self, text: str, more: int = 0) -> None:
        self.text, self.more = text, more

    def get_text_range(self) -> str:
        return self.text

    def count_chars(self) -> int:
        return len(self.text) + self.more

    def get_charbox(self, index: int, *, loose: bool) -> tuple[float, float, float, float]:
        assert loose
        return 10.0 * index, 700.0, 10.0 * index + 10, 710.0


def test_dashes_and_ligatures_of_tex_fonts_without_a_map_to_unicode_are_read() -> None:
    page = Page("In a \x1cxed domain of e\x1ecient \x10ows\x11, 543\x15553")
    [line] = page_lines(page)
    assert line.text == "In a fixed domain of efficient “ows”, 543–553"


def test_a_hyphen_at_a_line_end_ends_the_line() -> None:
    found = list(page_lines(Page("  De\ufffe1\r\n\r\nvelop")))
    assert found == [Line("De-", 20, 700), Line("1", 50, 700), Line("velop", 100, 700)]


def test_characters_that_cannot_be_placed_leave_their_lines_where_they_are() -> None:
    assert [line.left for line in page_lines(Page("𝛼 one\r\ntwo", more=1))] == [0, 0]


def column(*lines: tuple[str, float, float]) -> list[Line]:
    return [Line(*each) for each in lines]


def test_indents_and_gaps_are_kept_in_each_column() -> None:
    left = column(("A", 50, 700), ("a", 66, 688), ("B", 50, 670), ("b", 66, 658))
    right = column(("b", 316, 700), ("C", 300, 682), ("c", 316, 670), ("D", 300, 652))
    found = list(laid_out([[*left, *right]]))
    assert found == ["A", "    a", "", "B", "    b", "\f    b", "", "C", "    c", "", "D"]


def test_a_page_of_few_lines_is_indented_as_the_others() -> None:
    first = column(("A", 50, 700), ("a", 66, 688), ("B", 50, 676), ("b", 66, 664))
    assert list(laid_out([first, column(("b", 66, 700))]))[-1] == "\f    b"


def test_digits_below_an_address_go_on_with_it() -> None:
    lines = column(("A", 50, 700), ("https://doi.org/10.1000/2", 66, 688), ("64", 66, 676))
    assert list(laid_out([lines]))[1] == "    https://doi.org/10.1000/264"
