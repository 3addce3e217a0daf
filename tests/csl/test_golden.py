"""Sixty-one works of every kind in nine styles, as the styles' manuals want them."""

import json
from pathlib import Path

import pytest

from paracite.csl import Processor, load_style

GOLDEN = Path(__file__).parents[1] / "golden" / "csl"
STYLES = (
    "american-medical-association",
    "apa",
    "chicago-author-date",
    "chicago-notes-bibliography",
    "harvard-cite-them-right",
    "ieee",
    "modern-language-association",
    "nature",
    "nlm-citation-sequence",
)


@pytest.mark.parametrize("name", STYLES)
def test_styles_read_as_recorded(name: str, request: pytest.FixtureRequest) -> None:
    items = json.loads((GOLDEN / "items.json").read_text("utf-8"))
    processor = Processor(load_style(name), items, "markdown")
    listed = processor.bibliography()
    assert listed.warnings == ()
    lines = [f"{key}\t{processor.cite([{'id': key}])}\t{text}" for key, text in listed.entries]
    written = "\n".join(lines) + "\n"
    path = GOLDEN / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        path.write_text(written, "utf-8")
    assert written == path.read_text("utf-8")
