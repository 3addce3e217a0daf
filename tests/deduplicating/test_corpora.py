"""On public data with known duplicates: what `benchmarks/dedupe_quality.py` measures in full."""

import json
from itertools import combinations
from pathlib import Path

import pytest

from paracite import readers
from paracite.deduplicating import find


@pytest.mark.parametrize("name", ["stroke", "respiratory"])
def test_no_false_merge_and_hardly_a_missed_one(name: str, corpora: Path) -> None:
    references = readers.read(str(corpora / "duplicates" / f"{name}.bib")).references
    truth = json.loads((corpora / "duplicates" / f"{name}.truth.json").read_text("utf-8"))
    true = {frozenset(pair) for group in truth for pair in combinations(group, 2)}
    found = find(references)
    merged = {frozenset(pair) for each in found.clusters for pair in combinations(each.keys, 2)}
    assert merged <= true
    assert len(merged) > 0.97 * len(true)
    assert len(found.review) < 0.01 * len(references)
