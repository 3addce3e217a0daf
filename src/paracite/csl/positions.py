"""Where a cite stands among those before it: first, subsequent, ibid.

Source: CSL 1.0.2 specification, "Choose", `position`.
"""

from collections.abc import Sequence

from paracite.csl.context import IBID, IBID_WITH_LOCATOR, SUBSEQUENT, Cite

NEAR = 5  #: notes; `near-note-distance` overrides it


def assign(citations: Sequence[Sequence[Cite]], notes: Sequence[int], near: int = NEAR) -> None:
    """Set the position of every cite of a document, in the order of its citations."""
    seen: dict[str, tuple[int, int]] = {}  # entry → its first and its latest note
    # in a note or in the text → the citation, its note, whether it is not the first in that
    latest: dict[bool, tuple[Sequence[Cite], int, bool]] = {}
    for cites, note in zip(citations, notes, strict=True):
        previous, previous_note, several = latest.get(bool(note), ((), 0, False))
        for place, cite in enumerate(cites):
            before = cites[place - 1] if place else None
            if (
                place == 0
                and len({each.entry.id for each in previous}) == 1
                and _adjacent(note, previous_note)
                and (note == previous_note or not several)
            ):
                before = previous[-1]
            _place(cite, before, seen, note, near)
        for cite in cites:
            first, _latest = seen.get(cite.entry.id, (note, note))
            seen[cite.entry.id] = first, note
        latest[bool(note)] = cites, note, bool(note) and note == previous_note


def _adjacent(note: int, previous: int) -> bool:
    return note - previous <= 1


def _place(
    cite: Cite, before: Cite | None, seen: dict[str, tuple[int, int]], note: int, near: int
) -> None:
    cite.note_number = note
    if cite.entry.id not in seen:
        seen[cite.entry.id] = note, note
        cite.first_note = note
        return
    first, latest = seen[cite.entry.id]
    cite.first_note = first
    cite.near_note = note - latest <= near
    cite.position = SUBSEQUENT
    if before is not None and before.entry.id == cite.entry.id:
        cite.position = _ibid(cite, before)


def _ibid(cite: Cite, before: Cite) -> int:
    """Return ibid from what only looks like it: a locator that is gone makes it subsequent."""
    if not before.locator:
        return IBID_WITH_LOCATOR if cite.locator else IBID
    if not cite.locator:
        return SUBSEQUENT
    same = (cite.locator, cite.label, cite.more) == (before.locator, before.label, before.more)
    return IBID if same else IBID_WITH_LOCATOR
