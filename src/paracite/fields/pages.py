"""Page ranges and locators: `5-31`, `393–413`, `S12-S18`, `e1004`, `737-8`."""

import re

from paracite.text import DASHES, squeeze

RANGE = re.compile(r"\s*--+\s*|\s*-\s*")
EXTENT = re.compile(
    r"((?:(?:[ivxlcdm]+|\[?\d+\]?)\s*[+,]\s*)*(?:\d+|[ivxlcdm]+))\s*(pp?\b\.?|pages?|pgs?\b\.?|S\.|Seiten|s\.|с\.)?",
    re.IGNORECASE,
)
SPLIT = re.compile(r"([A-Za-z]*)(\d+)([A-Za-z]*)")


def normalise(text: str) -> str:
    """Write a page field with plain hyphens in ranges and `, ` between them.

    >>> normalise("393 – 413; 420")
    '393-413, 420'
    """
    parts = re.split(r"\s*[,;]\s*", squeeze(DASHES.sub("-", text)))
    return ", ".join(RANGE.sub("-", part) for part in parts if part)


def extent(text: str, *, of_book: bool = False) -> str:
    """Return how many pages a work has, where that and no page of it is meant, else `""`.

    Catalogues write `xvii+412`, `xvii, 412 p.` and `412 pp.`; without `p.` a list of numbers
    is an extent only where the work is a book.

    >>> extent("xvii+412"), extent("412 pp."), extent("pp. 4-12"), extent("xvii, 412", of_book=True)
    ('xvii+412', '412', '', 'xvii, 412')
    """
    match = EXTENT.fullmatch(text.strip())
    if match is None:
        return ""
    has_sum, has_comma, has_unit = "+" in match[1], "," in match[1], bool(match[2])
    return match[1] if has_sum or has_unit or (has_comma and of_book) else ""


def bounds(text: str) -> tuple[str, str]:
    """Return the first and last page of the field, an abbreviated last page filled up.

    One page gives the same page twice; an empty field gives two empty strings.

    >>> bounds("737-8")
    ('737', '738')
    >>> bounds("280-30")
    ('280', '30')
    """
    parts = re.split(r"[-,\s]+", normalise(text))
    first, last = parts[0], parts[-1]
    start, end = SPLIT.fullmatch(first), SPLIT.fullmatch(last)
    if start and end and len(end[2]) < len(start[2]) and end[1] in ("", start[1]):
        filled = start[2][: -len(end[2])] + end[2]
        last = start[1] + filled + end[3] if int(filled) >= int(start[2]) else last
    return first, last
