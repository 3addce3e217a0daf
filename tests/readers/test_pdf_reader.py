"""PDF, from files written here by hand."""

from pathlib import Path

import pytest

from paracite import readers
from paracite.errors import ReadError

REFERENCES = [
    [
        "Lee, K. (2003). A long enough title about para-",
        "diplomacy. Journal of Things, 12(3), 45-67.",
    ],
    ["Roe, J. (2001). Another title. New York: Roe", "Press."],
    ["Zuse, K. (1999). A third one that is printed here.", "Nature, 4(2), 5-6."],
]
TITLES = [
    "A long enough title about paradiplomacy",
    "Another title",
    "A third one that is printed here",
]


def pdf(pages: list[list[tuple[int, int, str]]]) -> bytes:
    """Write a PDF; a page is lines of text with the point where each begins."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for lines in pages:
        shown = "\n".join(
            f"BT /F1 9 Tf {x} {y} Td ({text.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj ET"
            for x, y, text in lines
        )
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream")
        content = len(objects)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {content} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode()
    start = len(data)
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return data + (
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()
    )


def column(x: int, lines: list[str], top: int = 700) -> list[tuple[int, int, str]]:
    return [(x, top - 12 * at, line) for at, line in enumerate(lines)]


def titles(tmp_path: Path, data: bytes) -> list[str]:
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    return [reference.title for reference in readers.read(str(path)).references]


def test_one_column(tmp_path: Path) -> None:
    lines = ["A title", "Some text.", "References", *(line for each in REFERENCES for line in each)]
    assert titles(tmp_path, pdf([column(50, lines)])) == TITLES


def test_two_columns(tmp_path: Path) -> None:
    left = column(50, ["Some text.", "References", *REFERENCES[0]])
    right = column(320, [line for each in REFERENCES[1:] for line in each])
    assert titles(tmp_path, pdf([left + right])) == TITLES


def test_headers_and_page_numbers_are_dropped(tmp_path: Path) -> None:
    bodies = [["Some text.", "References", *REFERENCES[0]], REFERENCES[1], REFERENCES[2]]
    pages = [
        [(50, 760, "The Journal of Everything 12"), *column(50, body), (300, 30, str(number))]
        for number, body in enumerate(bodies, 1)
    ]
    assert titles(tmp_path, pdf(pages)) == TITLES


def test_pages_without_text_name_ocr(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        titles(tmp_path, pdf([[], []]))
    assert "OCR" in caught.value.hint


@pytest.mark.parametrize("data", [b"%PDF-1.4\nbroken", b"%PDF-1.7\n%%EOF"])
def test_damaged(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ReadError, match="damaged"):
        titles(tmp_path, data)


def test_a_list_with_neither_number_nor_indent_is_cut_at_its_gaps(tmp_path: Path) -> None:
    lines, top = [(50, 740, "References")], 720
    for reference in REFERENCES:
        lines += column(50, reference, top)
        top -= 12 * len(reference) + 8
    assert titles(tmp_path, pdf([lines])) == TITLES


def test_a_list_is_cut_at_its_hanging_indents(tmp_path: Path) -> None:
    lines, top = [(50, 740, "References")], 720
    for first, *rest in REFERENCES:
        lines += [(50, top, first), *column(65, rest, top - 12)]
        top -= 12 * (1 + len(rest))
    assert titles(tmp_path, pdf([lines])) == TITLES
