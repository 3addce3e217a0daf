"""The lines of a PDF's pages as they were printed: indents as spaces, wider gaps as blank lines.

A list that has no numbers is cut by these alone, and the text of a PDF has neither.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
)
#: TeX's Cork encoding: what a font without a map to Unicode gives as control characters.
CORK = {
    **dict(zip(range(0x10, 0x17), "“”„«»–—", strict=True)),
    **dict(zip(range(0x1B, 0x20), ("ff", "fi", "fl", "ffi", "ffl"), strict=True)),
}
HYPHEN = "\ufffe"  #: pdfium's sign for a hyphen at a line's end; no newline follows it
PRINTED = re.compile(rf"[^\r\n{HYPHEN}]*[^\s{HYPHEN}][^\r\n{HYPHEN}]*{HYPHEN}?")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
SPACE = 4.0  #: points, about the width of one in print
WIDER = 1.2  #: than the distance of lines: a gap between paragraphs
UPWARD = 20.0  #: points from the line before: the next column
FEW = 4  #: lines, too few to show where their column begins
HANGING = 60.0  #: points that an indent has at most
USUAL = 0.2  #: of the distances between lines, from the smallest


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, and where it begins on its page, in points from the lower left."""

    text: str
    left: float = 0.0
    bottom: float = 0.0


def page_lines(textpage: Any) -> Iterator[Line]:
    """Yield the lines of a page (a `pypdfium2.PdfTextPage`), in pdfium's order, column by column."""
    text = textpage.get_text_range()
    placed = len(text) == textpage.count_chars()
    for match in PRINTED.finditer(text):
        printed = match[0].replace(HYPHEN, "-").translate(LIGATURES | CORK)
        first = match.start() + len(match[0]) - len(match[0].lstrip())
        left, bottom = textpage.get_charbox(first, loose=True)[:2] if placed else (0.0, 0.0)
        yield Line(CONTROL.sub("", printed).strip(), left, bottom)


def laid_out(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """Yield the lines of all pages, indented as they are printed, a blank one where a gap is.

    A form feed stands before the first line of each further column.
    """
    columns = [column for page in pages for column in _columns(page)]
    edges = [min(line.left for line in column) for column in columns if len(column) >= FEW]
    for number, column in enumerate(columns):
        edge = min(line.left for line in column)
        if len(column) < FEW:
            edge = min((at for at in edges if edge - HANGING < at <= edge), default=edge)
        first, *others = _column(column, edge)
        yield from ("\f" * bool(number) + first, *others)


def _columns(page: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Cut a page where its next line stands above the one before."""
    ups = [at for at in range(1, len(page)) if page[at].bottom > page[at - 1].bottom + UPWARD]
    for start, stop in pairwise([0, *ups, len(page)]):
        if start < stop:
            yield page[start:stop]


def _column(column: Sequence[Line], edge: float) -> list[str]:
    distances = [above.bottom - line.bottom for above, line in pairwise(column)]
    usual = sorted(each for each in distances if each > 1)
    usual_one = usual[int(USUAL * (len(usual) - 1))] if usual else 0.0
    printed: list[str] = []
    for before, line, distance in zip(
        [column[0], *column], column, [0.0, *distances], strict=False
    ):
        if usual_one and distance > WIDER * usual_one:
            printed.append("")
        elif printed and line.text.isdigit() and _is_below(before, line):
            printed[-1] += line.text
            continue
        printed.append(" " * round((line.left - edge) / SPACE) + line.text)
    return printed


def _is_below(before: Line, line: Line) -> bool:
    """Return whether a line of digits goes on with an address, so that it is no page number."""
    return "://" in before.text.rpartition(" ")[2] and abs(line.left - before.left) < SPACE
