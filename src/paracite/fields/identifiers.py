"""Identifiers of works: DOI, ISBN, ISSN, arXiv, PMID, PMCID, JSTOR, Handle.

Sources: DOI Handbook 2.2; Crossref, "DOIs and matching regular expressions";
ISBN Users' Manual; ISSN Manual; arXiv identifier scheme (2007).
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

DOI_PREFIX = re.compile(
    r"\A(?:\s*(?:https?://)?(?:(?:dx|www)\.)?doi(?:\.org|\.apa\.org)?\s*[/:]\s*|\s*doi\s+)+",
    re.IGNORECASE,
)
DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
DOI_IN_TEXT = re.compile(r"\b10\.\d{4,9}(?:\.\d+)*/[^\s\"“”«»]+", re.IGNORECASE)
TRAILING = ".,;:!?'\"’”»*"
BRACKETS = {")": "(", "]": "[", "}": "{", ">": "<"}
ARXIV = re.compile(
    r"(?:arxiv(?:\.org/(?:abs|pdf|html)/|[:\s./]+))"
    r"(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(v\d+)?",
    re.IGNORECASE,
)
PMID = re.compile(r"(?:\bPMID[:\s]+|pubmed(?:\.ncbi\.nlm\.nih\.gov/|/))(\d{1,8})\b", re.IGNORECASE)
PMCID = re.compile(r"\b(PMC\d{3,9})\b", re.IGNORECASE)
JSTOR = re.compile(r"jstor\.org/(?:stable|discover)/(?:10\.2307/)?([a-z]?\d+)", re.IGNORECASE)
ISSN_LENGTH, ISBN10_LENGTH, ISBN13_LENGTH = 8, 10, 13


def doi(text: str) -> str:
    """Return the bare DOI of `text` in lower case, or `""` where it is none.

    DOIs are compared without case (DOI Handbook 2.4); a `doi:` label, a resolver's
    address and percent-encoding are taken off.

    >>> doi("https://doi.org/10.1590/S0102-8529.2017390300006")
    '10.1590/s0102-8529.2017390300006'
    """
    bare = text.strip()
    if bare[:3] != "10.":
        bare = DOI_PREFIX.sub("", bare)
    if DOI_PREFIX.match(text) and "%" in bare:
        bare = unquote(bare)
    return bare.lower() if DOI.fullmatch(bare) else ""


def dois_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each DOI in running text with its span; closing punctuation is not its own."""
    for match in DOI_IN_TEXT.finditer(text):
        found = _without_trailing(match[0])
        yield found.lower(), match.start(), match.start() + len(found)


def _without_trailing(text: str) -> str:
    """Cut punctuation off the end, and brackets that were opened before `text`."""
    while text and (
        text[-1] in TRAILING
        or (text[-1] in BRACKETS and text.count(BRACKETS[text[-1]]) < text.count(text[-1]))
    ):
        text = text[:-1]
    return text


def isbn(text: str) -> str:
    """Return the ISBN-13 of `text` without hyphens, or `""` where its check digit is wrong.

    >>> isbn("0-7146-4971-6")
    '9780714649719'
    """
    digits = re.sub(r"[-\s\u2010-\u2015]", "", text).upper().removeprefix("ISBN").lstrip(":")
    if re.fullmatch(r"\d{9}[\dX]", digits) and _isbn10_sum(digits) % 11 == 0:
        stem = "978" + digits[:9]
        return stem + str(-_ean_sum(stem) % 10)
    if re.fullmatch(r"97[89]\d{10}", digits) and _ean_sum(digits) % 10 == 0:
        return digits
    return ""


def _isbn10_sum(digits: str) -> int:
    return sum((10 - i) * (10 if d == "X" else int(d)) for i, d in enumerate(digits))


def _ean_sum(digits: str) -> int:
    return sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(digits))


def issn(text: str) -> str:
    """Return the ISSN of `text` as `1234-567X`, or `""` where its check digit is wrong."""
    digits = re.sub(r"[-\s\u2010-\u2015]", "", text).upper().removeprefix("ISSN").lstrip(":")
    if not re.fullmatch(r"\d{7}[\dX]", digits):
        return ""
    total = sum((8 - i) * (10 if d == "X" else int(d)) for i, d in enumerate(digits))
    return "" if total % 11 else f"{digits[:4]}-{digits[4:]}"


def arxiv(text: str) -> str:
    """Return the arXiv identifier that `text` names, without its version, or `""`."""
    match = ARXIV.search(text)
    return match[1].lower() if match else ""


def pmid(text: str) -> str:
    """Return the PubMed identifier that `text` names, or `""`."""
    match = PMID.search(text)
    return match[1] if match else ""


def pmcid(text: str) -> str:
    """Return the PubMed Central identifier that `text` names, as `PMC123`, or `""`."""
    match = PMCID.search(text)
    return match[1].upper() if match else ""


def jstor(text: str) -> str:
    """Return the JSTOR identifier of the JSTOR address in `text`, or `""`."""
    match = JSTOR.search(text)
    return match[1] if match else ""
