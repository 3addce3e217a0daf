"""Variables in lines of a note: `original-date: 1929`, `{:original-date: 1929}`.

Zotero has no field for some variables; people write them into its "Extra", which CSL-JSON holds as
the note.  Source: the citeproc-js manual, "Cheater syntax for odd fields"; Zotero, "Citing fields
from Extra".
"""

import re
from collections.abc import Mapping
from typing import Any

from paracite.csljson import VARIABLES
from paracite.reference import DATE_FIELDS, NAME_FIELDS, TYPES

LABELLED = re.compile(r"([A-Za-z][A-Za-z -]*): *(\S.*)")
BRACED = re.compile(r"\{:([A-Za-z-]+): *([^{}]+)\}")
#: label in lower case → member of an item
LABELS = {member.lower(): member for member in VARIABLES.values() if member != "note"} | {
    "type": "type",
    "citation-key": "citation-key",
}
DATES = frozenset(VARIABLES[name] for name in DATE_FIELDS)
NAMES = frozenset(VARIABLES[name] for name in NAME_FIELDS)


def moved(item: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the item with the variables of its note where they belong, where that is empty.

    Lines that say anything else stay in the note.
    """
    note = item.get("note")
    if not isinstance(note, str) or ":" not in note:
        return item
    found: dict[str, Any] = {}
    left = [line for line in note.split("\n") if not _take(line, item, found)]
    return {**item, **found, "note": "\n".join(left).strip()} if found else item


def _take(line: str, item: Mapping[str, Any], found: dict[str, Any]) -> bool:
    """Add what a line says to `found`; return whether the whole of it was understood."""
    pairs = BRACED.findall(line) if not BRACED.sub("", line).strip() else []
    if match := LABELLED.fullmatch(line.strip()):
        pairs = [match.groups()]
    named = [
        (LABELS.get(label.strip().lower().replace(" ", "-"), ""), text.strip())
        for label, text in pairs
    ]
    if not named or not all(_is_free(member, text, item, found) for member, text in named):
        return False
    for member, text in named:
        if member in NAMES:
            found.setdefault(member, []).append(_name(text))
        else:
            found[member] = {"raw": text} if member in DATES else text
    return True


def _is_free(member: str, text: str, item: Mapping[str, Any], found: Mapping[str, Any]) -> bool:
    if member == "type":
        return text in TYPES and member not in found
    return bool(member) and member not in item and (member in NAMES or member not in found)


def _name(text: str) -> dict[str, str]:
    """Read `Family || Given`; a name without the strokes is one of an institution."""
    family, strokes, given = (part.strip() for part in text.partition("||"))
    return {"family": family, "given": given} if strokes else {"literal": text}
