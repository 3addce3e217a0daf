"""What the owner of a list allows in the comments of a .bib file.

In a .bib file a comment before an entry allows something there, one with `allow-all`
in the whole file:

    % paracite: allow TITLE001, DOI (the publisher prints it so)

The file beside a list, `references.paracite.toml` for `references.ris`, says the same for any
format; `paracite.sidecar` reads it:

    [[allow]]
    codes = ["TITLE001", "DOI"]
    key = "smith1999"        # without it: in the whole file
    reason = "the publisher prints it so"
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from paracite.bibtex.document import BibtexDocument
from paracite.rules import Allowance

COMMENT = re.compile(
    r"paracite:[ \t]*allow(-all)?[ \t]+([\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)[ \t]*(?:\(([^\n]*)\))?",
    re.IGNORECASE,
)


def in_comments(document: BibtexDocument | None) -> Iterator[Allowance]:
    """Yield what the comments of a .bib file allow."""
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
