"""Variables in an item's note, where they are put for want of a field: `PMID: 123`.

Source: the practice of Zotero's "Extra" field, as citeproc-js documents it.
"""

import re
from collections.abc import Mapping
from typing import Any

from paracite import csljson
from paracite.reference import DATE_FIELDS, NAME_FIELDS

NOTE_LINE = re.compile(r"(?:\{:)?([A-Za-z-]+): ?(.*?)\}?\s*")
IN_NOTES = {*csljson.VARIABLES.values()} - {"note", "annote", "abstract"}


def with_variables(item: Mapping[str, Any], note: str) -> Mapping[str, Any]:
    """Take the variables out of an item's note."""
    found: dict[str, Any] = {}
    kept = []
    for line in note.split("\n"):
        match = NOTE_LINE.fullmatch(line)
        if match and match[1] in IN_NOTES and (match[1] not in item or match[1] in found):
            _add_note(found, match[1], match[2])
        else:
            kept.append(line)
    return {**item, **found, "note": "\n".join(kept)} if found else item


def _add_note(found: dict[str, Any], variable: str, value: str) -> None:
    if csljson.FIELDS[variable] in NAME_FIELDS:
        family, _, given = (part.strip() for part in value.partition("||"))
        name = {"family": family, "given": given} if given else {"literal": family}
        found.setdefault(variable, []).append(name)
    elif csljson.FIELDS[variable] in DATE_FIELDS:
        found[variable] = {"raw": value}
    else:
        found[variable] = value
