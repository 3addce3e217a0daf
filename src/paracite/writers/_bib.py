"""What BibTeX and biblatex share: an entry for each reference, in UTF-8 or in ASCII alone."""

import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import quote

from paracite.bibtex import format as entry_format
from paracite.bibtex.mapping import VERBATIM
from paracite.errors import ParaciteError
from paracite.fields.latex_out import for_codec
from paracite.reference import Reference
from paracite.writers import Options, Writer, Writing

NOT_ASCII = re.compile(r"[^\x00-\x7f]")
FIELD = re.compile(r" +([\w:+./-]+) = ")
ADDRESSES = frozenset(["url", "doi"])  #: where a letter may be percent-encoded


def writer(name: str, dialect: int) -> Writer:
    """Make the writer of a dialect."""

    def encode(references: Sequence[Reference], options: Options) -> Writing:
        entries = [entry_format.entry(each, dialect) for each in references]
        missing: Counter[str] = Counter()
        if options.ascii:
            entries = [_in_ascii(each, missing) for each in entries]
        text = "\n\n".join([*entries, ""]).removesuffix("\n")
        warnings = (
            f"LaTeX has no command for {letter}, it stays as it is: {count}"
            for letter, count in sorted(missing.items())
        )
        return Writing(text.encode("utf-8"), tuple(warnings))

    return Writer(name, ".bib", encode, reader="bibtex")


def _in_ascii(entry: str, missing: Counter[str]) -> str:
    return "\n".join(_line(line, missing) for line in entry.split("\n"))


def _line(line: str, missing: Counter[str]) -> str:
    """Write the letters of a field that ASCII lacks as commands, in an address as its bytes."""
    if line.isascii():
        return line
    field = FIELD.match(line)
    name = field[1] if field else ""

    def written(match: re.Match[str]) -> str:
        if name in ADDRESSES:
            return quote(match[0])
        try:
            if field and name not in VERBATIM:
                return for_codec(match[0], "ascii")
        except ParaciteError:
            pass
        missing[match[0]] += 1
        return match[0]

    return NOT_ASCII.sub(written, line)
