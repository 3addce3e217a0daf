"""The trained labeller: its tokens, its data, and how well it reads what it never saw."""

import json
import subprocess
import sys
import zlib
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paracite import parsing
from paracite.parsing import label, labelled, tokens
from paracite.parsing.parts import LABELS, Part

ROOT = Path(__file__).parents[2]
MODEL = files("paracite.parsing") / "model"


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("2001;12(3):45-67.", ["2001;", "12", "(3):", "45-67."]),
        ("p. 1999,223", ["p.", "1999,", "223"]),
        ("doi:10.1000/(a)12;3", ["doi:10.1000/(a)12;3"]),
        ("Lee,K. 33(6),", ["Lee,K.", "33", "(6),"]),
    ],
)
def test_tokens(text: str, cut: list[str]) -> None:
    assert [token for token, _, _ in tokens.tokens(text)] == cut


FRAGMENTS = st.sampled_from(
    [
        "Lee, K.",
        "(2003).",
        "“A title,”",
        "J. Phys.",
        "12(3):",
        "45–67.",
        "http://x.org/a",
        "Łódź",
        "書名。",
        "\u200f",
        "(",
        "[12]",
        "…",
    ]
)


@given(st.lists(FRAGMENTS, max_size=12).map(" ".join))
def test_parts_tile_the_text(text: str) -> None:
    parts = label.parse(text)
    assert "".join(part.text for part in parts).replace(" ", "") == text.replace(" ", "")
    assert {part.label for part in parts} <= LABELS


@given(st.lists(FRAGMENTS, max_size=12).map(" ".join))
def test_every_text_gives_a_reference_that_keeps_it(text: str) -> None:
    assert parsing.parse(text).origin.text == " ".join(text.split())


def test_damaged_labels_are_repaired() -> None:
    damaged = (
        Part("journal", "Lett .Math .Phys"),
        Part("volume", ".88 ("),
        Part("date", "2009)"),
        Part("pages", "111:588 -596."),
    )
    assert labelled.repaired(damaged[:3]) == (
        Part("journal", "Lett. Math. Phys."),
        Part("volume", "88"),
        Part("date", "(2009)"),
    )
    assert labelled.repaired(damaged[3:]) == (Part("volume", "111:"), Part("pages", "588-596."))
    assert labelled.repaired((Part("volume", "2007;132(1):"),)) == (
        Part("date", "2007;"),
        Part("volume", "132(1):"),
    )


def test_model_fits_the_wheel_and_has_its_card() -> None:
    packed = sum(len(zlib.compress(path.read_bytes())) for path in MODEL.iterdir())
    assert packed < 3_000_000
    card = (MODEL / "card.md").read_text("utf-8")
    for said in ("BSD-2", "CC BY 4.0", "micro F1", "train_parser.py"):
        assert said in card


def test_references_never_trained_on_are_read_well(corpora: Path) -> None:
    script = ROOT / "benchmarks" / "parse_quality.py"
    path = corpora / "labelled-references" / "anystyle-good.xml"
    done = subprocess.run(
        [sys.executable, script, path, "--fold", "0", "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    [figures] = json.loads(done.stdout)["files"].values()
    assert figures["references"] > 300
    assert figures["micro_f1"] > 94
    assert figures["whole"] > 75
