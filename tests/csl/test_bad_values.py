"""Items with wrong types everywhere, and values far too long."""

import random
import time
from typing import Any

import pytest

from paracite.csl import Processor, load_style

STYLES = ("apa", "chicago-notes-bibliography", "ieee")
VARIABLES = (
    *("author", "editor", "translator", "issued", "accessed", "title", "container-title", "page"),
    *("volume", "issue", "DOI", "URL", "language", "edition", "number", "note", "publisher"),
)
SCALARS = (
    *(None, True, 0, -1, 10**30, 1.5, float("inf"), "", "<i>", '"q', "1-", "others", "ß", "\x92"),
    *("😀", "p. 5", "2001-13-45", "{{}}", "iv", "İ", "’", " : ", "van der", "%s", "\\-"),
)
KEYS = ("family", "given", "literal", "date-parts", "raw", "season", "edtf", "suffix", "circa")


def value(chance: random.Random, depth: int = 0) -> Any:
    way = chance.random()
    if depth > 3 or way < 0.5:
        return chance.choice(SCALARS)
    if way < 0.75:
        return [value(chance, depth + 1) for _ in range(chance.randrange(4))]
    return {chance.choice(KEYS): value(chance, depth + 1) for _ in range(chance.randrange(4))}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("seed", range(3))
def test_nothing_is_raised_and_no_entry_is_lost(style: str, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  made-up data, no secret
    items = [
        {
            **{name: value(chance) for name in chance.sample(VARIABLES, 8)},
            "id": str(n),
            "type": kind,
        }
        for n, kind in enumerate(chance.choices(["book", "article-journal", 5, None, ["x"]], k=50))
    ]
    made = Processor(load_style(style), items, "html")
    listed = made.bibliography()
    assert not any("could not be styled" in warning for warning in listed.warnings)
    said = sum("prints nothing" in warning for warning in listed.warnings)
    assert len(listed.entries) + said == len(items)
    places = ["5", 5, None, ["x"], {}]
    assert all(
        isinstance(made.cite([{"id": key, "locator": chance.choice(places)}]), str)
        for key in made.keys
    )


@pytest.mark.parametrize("piece", ["1", "1a", "1-", "1, ", "iv", "A. ", "d'", "p. ", "1 and ", "-"])
@pytest.mark.parametrize("name", ["page", "edition", "volume", "title", "issued", "locator"])
def test_long_values_are_rendered_in_time(name: str, piece: str) -> None:
    text = piece * 3000 + "!"
    item = {
        "id": "a",
        "type": "book",
        "title": "t",
        name: {"raw": text} if name == "issued" else text,
    }
    started = time.process_time()
    made = Processor(load_style("apa"), [item])
    assert made.bibliography().entries
    assert made.cite([{"id": "a", "locator": text if name == "locator" else ""}])
    assert time.process_time() - started < 5
