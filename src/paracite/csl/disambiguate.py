"""Telling cites apart that look the same: names, given names, a condition, year suffixes.

Source: CSL 1.0.2 specification, "Disambiguation".
"""

from collections import defaultdict
from collections.abc import Sequence

from paracite.csl.areas import Area
from paracite.csl.context import Cite, Context, Settings
from paracite.csl.entry import Entry


def disambiguate(area: Area, entries: Sequence[Entry]) -> dict[str, Settings]:
    """Settle how each entry's cites are told apart; year suffixes are set on the entries."""
    if area.options.get("disambiguate-add-year-suffix") == "true":
        alike: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            alike[area.layout(Context(entry, Cite(entry)))].append(entry)
        for group in alike.values():
            for place, entry in enumerate(group if len(group) > 1 else ()):
                entry.suffix = _letters(place)
    return {}


def _letters(place: int) -> str:
    letters = ""
    place += 1
    while place:
        place, digit = divmod(place - 1, 26)
        letters = chr(ord("a") + digit) + letters
    return letters
