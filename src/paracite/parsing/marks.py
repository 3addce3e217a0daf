"""What Chinese lists print behind a title to say what it is: `[J]`, `[M]//`, `[EB/OL]`.

Source: GB/T 7714-2015, annex B.
"""

import re

MARK = re.compile(
    r"\s*\[(?P<kind>[JNMCGDRSPA]|EB|D[BS]|C[PM]|Z|OL)(?:/(?:OL|DK|CD|MT))?\](?![^\W_])\s*(?P<within>//)?"
)
KINDS = {
    "J": "article-journal",
    "N": "article-newspaper",
    "M": "book",
    "C": "paper-conference",
    "G": "book",
    "D": "thesis",
    "R": "report",
    "S": "standard",
    "P": "patent",
    "EB": "webpage",
    "DB": "dataset",
    "DS": "dataset",
    "CP": "software",
    "CM": "map",
    "A": "document",
    "OL": "webpage",
}


def kind(text: str) -> str:
    """Return the CSL type that the first mark of a printed reference says, or `""`.

    >>> kind("方明. 标题[J]. 期刊, 2019."), kind("Ode A. Ice[M]//Cold. 2019."), kind("Ice [X]")
    ('article-journal', 'chapter', '')
    """
    match = next((m for m in MARK.finditer(text) if m["kind"] in KINDS), None)
    if not match:
        return ""
    return "chapter" if match["within"] and match["kind"] in "MG" else KINDS[match["kind"]]


def without(text: str) -> str:
    """Return a text without its marks."""
    return MARK.sub("", text) if "[" in text else text
