"""Web of Science plain text (`.ciw`, `.isi`): tagged lines from `PT J` to `ER`."""

import re

from paracite.errors import Problem, ReadError
from paracite.readers import Document, Reader, Reading, _tagged, _wos_record

LINE = re.compile(r"([A-Z][A-Z0-9])(?: (.*)|())")
START = re.compile(r"(?m)^\ufeff?PT [JBSPC]\s*$")


def read(document: Document) -> Reading:
    """Read every record; one without an end is read too, and told of."""
    found = _tagged.records(document.text, LINE, "PT", "ER", listed=_wos_record.LISTED)
    records = [each for each in found if each.first("PT")]
    if not records:
        raise ReadError(
            document.path, "holds no Web of Science record", "a record starts with `PT J`"
        )
    problems = (
        Problem(document.path, each.line, 1, "the record has no end (`ER`)")
        for each in records
        if not each.ended
    )
    return Reading(
        tuple(_wos_record.reference(each, document.path) for each in records), tuple(problems)
    )


reader = Reader(
    "wos", (".ciw", ".isi"), lambda document: bool(START.search(document.text[:65536])), read
)
