"""What the owner of a list allows, and findings known from before.

In a .bib file a comment before an entry allows something there, one with `allow-all`
in the whole file:

    % paracite: allow TITLE001, DOI (the publisher prints it so)

For lists in other formats a file beside them, `references.paracite.toml` for
`references.ris`, says the same:

    [[allow]]
    codes = ["TITLE001", "DOI"]
    key = "smith1999"        # without it: in the whole file
    reason = "the publisher prints it so"
"""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from paracite.bibtex.document import Document
from paracite.errors import ParaciteError
from paracite.files import STANDARD
from paracite.rules import Allowance

COMMENT = re.compile(
    r"paracite:[ \t]*allow(-all)?[ \t]+([\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)[ \t]*(?:\(([^\n]*)\))?",
    re.IGNORECASE,
)


def allowances(path: str, document: Document | None) -> tuple[Allowance, ...]:
    """Collect what is allowed in a list, from its comments and the file beside it."""
    return (*_in_comments(document), *_beside(path))


def _in_comments(document: Document | None) -> Iterator[Allowance]:
    if document is None or "paracite:" not in document.text:
        return
    starts = [block.start for block in document.entries]
    for match in COMMENT.finditer(document.text):
        following = bisect_right(starts, match.start())
        inside = following and document.entries[following - 1].end > match.start()
        index = following - 1 if inside else following
        if match[1]:
            key = ""
        elif index < len(starts):
            key = document.entries[index].key
        else:
            continue
        codes = tuple(code.strip().upper() for code in match[2].split(","))
        yield Allowance(codes, key, (match[3] or "").strip(), match.start())


def _beside(path: str) -> Iterator[Allowance]:
    if path in ("", STANDARD):
        return
    file = Path(path).with_suffix(".paracite.toml")
    if not file.is_file():
        return
    try:
        items = tomllib.loads(file.read_text("utf-8")).get("allow", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ParaciteError(f"{file}: is not valid TOML: {error}") from error
    for item in items:
        yield _allowance(file, item)


def _allowance(file: Path, item: Any) -> Allowance:
    codes = item.get("codes") if isinstance(item, dict) else None
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        raise ParaciteError(f"{file}: an [[allow]] has no list of codes", 'codes = ["DOI001"]')
    key, reason = item.get("key", ""), item.get("reason", "")
    return Allowance(tuple(code.upper() for code in codes), str(key), str(reason))
