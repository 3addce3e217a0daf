"""Rows of text: a table as wide as the terminal for a person, tabs for a program.

Nothing but the standard library is used, for a list has to appear at once.
"""

import os
import sys
import unicodedata
from collections.abc import Sequence
from shutil import get_terminal_size

Row = Sequence[object]
GAP = "  "
NARROWEST = 6  #: what a column keeps when the terminal is too narrow for all


def render(header: Sequence[str], rows: Sequence[Row], *, plain: bool = False) -> str:
    """Write a table for a terminal, else or where `plain` a line a row with tabs, no header.

    The values hold no line breaks, tabs or control characters.
    """
    if not rows:
        return ""
    if plain or not sys.stdout.isatty():
        return "".join(["\t".join(map(_cell, row)) + "\n" for row in rows])
    return aligned(header, rows, get_terminal_size().columns, bold="NO_COLOR" not in os.environ)


def aligned(header: Sequence[str], rows: Sequence[Row], width: int, *, bold: bool) -> str:
    """Write columns below each other, cut so that no line is wider than `width`."""
    cells = [[_cell(value) for value in row] for row in rows]
    columns = zip(header, *cells, strict=True)
    widths = fitted([max(map(width_of, column)) for column in columns], width)
    title, *lines = (
        GAP.join(map(_padded, line, widths)).rstrip() for line in (list(header), *cells)
    )
    return "".join(f"{line}\n" for line in (f"\033[1m{title}\033[0m" if bold else title, *lines))


def fitted(widths: Sequence[int], total: int) -> list[int]:
    """Narrow the widest columns until all fit into `total` cells.

    >>> fitted([10, 40, 5], 41)
    [10, 22, 5]
    """
    room = total - len(GAP) * (len(widths) - 1)
    limit = max(widths, default=0)
    while limit > NARROWEST and sum(min(width, limit) for width in widths) > room:
        limit -= 1
    return [min(width, limit) for width in widths]


def width_of(text: str) -> int:
    """Count the cells of a terminal that `text` takes."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def _padded(text: str, width: int) -> str:
    """Fill up or cut `text` to `width` cells; `…` shows that it is cut."""
    used = width_of(text)
    if used <= width:
        return text + " " * (width - used)
    kept, room = "", width - 1
    for character in text:
        room -= _cells(character)
        if room < 0:
            break
        kept += character
    return f"{kept}…" + " " * (width - 1 - width_of(kept))
