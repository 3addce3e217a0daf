r"""LaTeX: the `\bibitem`s of `thebibliography`, in a document or a `.bbl` file.

Source: LaTeX2e manual, section 8.26 (thebibliography).  What biblatex writes to a
`.bbl` is no printed list and is said to be none.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from paracite.errors import ReadError
from paracite.fields import latex
from paracite.fields.markup import plain
from paracite.parsing.segment import Printed
from paracite.readers import Document, Reader, Reading, _printed
from paracite.text import squeeze

ITEM = re.compile(r"\\bibitem\s*(?:\[(?:[^\[\]{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\])?\s*\{([^{}]*)\}")
ENVIRONMENT = re.compile(
    r"\\begin\{thebibliography\}(.*?)(?:\\end\{thebibliography\}|\Z)", re.DOTALL
)
BIBLATEX = re.compile(r"\\(?:refsection|datalist|entry)\{|biblatex auxiliary file")
COMMENT = re.compile(r"(?<!\\)%.*\n?")
SPACING = re.compile(
    r"\\(?:newblock|newline|par|linebreak|penalty\d*|BIBentry\w+|bibinfo\s*\{\w+\})\b\s*|\\hskip[^\\]*\\relax"
)
ADDRESS = re.compile(r"\\(?:url|path|href|doi|nolinkurl)\s*\{([^{}]*)\}")


def sniff(document: Document) -> bool:
    """Return a list by its environment or its items."""
    start = document.text[:2_000_000]
    return r"\begin{thebibliography}" in start or (r"\bibitem" in start and "{" in start)


def read(document: Document) -> Reading:
    r"""Read each `\bibitem`; its key becomes the citekey.

    Raises `ReadError` where there is none.
    """
    text = document.text
    spans = [match.span(1) for match in ENVIRONMENT.finditer(text)] or [(0, len(text))]
    items = [item for start, end in spans for item in _items(text, start, end)]
    if not items:
        biblatex = BIBLATEX.search(text)
        raise ReadError(
            document.path,
            "is a biblatex list, not a printed one" if biblatex else r"has no \bibitem",
            "read the .bib file it was made from" if biblatex else r"\bibitem lists can be read",
        )
    reading = _printed.reading(document.path, [printed for _, printed in items])
    keyed = (
        replace(reference, citekey=key)
        for reference, (key, _) in zip(reading.references, items, strict=True)
    )
    return Reading(tuple(keyed), reading.problems)


def _items(text: str, start: int, end: int) -> Iterator[tuple[str, Printed]]:
    """Yield the key and the printed text of each item between two places."""
    found = list(ITEM.finditer(text, start, end))
    stops = [*(match.start() for match in found), end][1:]
    for match, stop in zip(found, stops, strict=True):
        if printed := _text(text[match.end() : stop]):
            yield match[1].strip(), Printed(printed, text.count("\n", 0, match.start()) + 1)


def _text(source: str) -> str:
    addressed = ADDRESS.sub(r" \1 ", SPACING.sub(" ", COMMENT.sub("", source)))
    return squeeze(plain(latex.to_text(addressed)).replace("{", "").replace("}", ""))


reader = Reader("latex", (".tex", ".bbl", ".latex", ".ltx"), sniff, read)
