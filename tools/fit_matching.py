"""Fit the weights of evidence to public data, and print them beside those in use.

Run with `PARACITE_CORPORA` set: `python tools/fit_matching.py`.  Logistic regression on
the levels of the evidence; each weight is pulled towards the value in use, so one that
the data hardly shows stays.  Only half A of the data takes part (the groups whose first
key has an even CRC-32); of cora, whose labels are noisy, each pair counts little.
"""

import json
import os
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from paracite import readers
from paracite.matching import block, compare, decide
from paracite.matching.forms import form
from paracite.matching.sketch import sketch
from paracite.matching.weights import PRIOR, WEIGHTS

MOST = {"stroke": 400, "respiratory": 400, "digital_work": 400, "mis_mixed": 400, "cora": 80}
RIDGE = 4.0
FEWEST = 15  #: pairs a level must have been seen in
ROUNDS = 3000
LEVELS = sorted(WEIGHTS)
Row = tuple[list[int], bool]


def pairs(folder: Path, name: str) -> Iterator[Row]:
    """Yield the levels of each pair of half A that no veto decides, and whether it is true."""
    references = readers.read(str(folder / f"{name}.bib")).references
    truth = json.loads((folder / f"{name}.truth.json").read_text("utf-8"))
    group = {key: each[0] for each in truth for key in each}
    first = [group.get(each.citekey, each.citekey) for each in references]
    forms = [form(each) for each in references]
    for a, b in block.pairs([sketch(each) for each in references]):
        if zlib.crc32(first[a].encode()) % 2 or zlib.crc32(first[b].encode()) % 2:
            continue
        facts = decide.Facts(compare.compare_forms(forms[a], forms[b]))
        if not any(veto.verdict != "review" and veto.holds(facts) for veto in decide.VETOES):
            says = compare.says(forms[a], forms[b])
            levels = [LEVELS.index(f"{say.field}.{say.level}") for say in says]
            yield levels, first[a] == first[b]


def fit(rows: list[Row], shares: npt.NDArray[np.float64]) -> tuple[npt.NDArray[np.float64], float]:
    """Give the weights and the prior that explain the rows best."""
    seen = np.zeros((len(rows), len(LEVELS)))
    for number, (levels, _) in enumerate(rows):
        seen[number, levels] = 1
    true = np.array([truth for _, truth in rows], dtype=float)
    start = np.array([WEIGHTS[level] for level in LEVELS])
    weights, prior = start.copy(), PRIOR
    fixed = seen.sum(axis=0) < FEWEST
    curve = 0.25 * shares.sum()
    for _ in range(ROUNDS):
        surprise = shares * (1 / (1 + np.exp(-(seen @ weights + prior))) - true)
        slope = seen.T @ surprise + RIDGE * (weights - start)
        slope[fixed] = 0
        weights -= slope / (0.05 * curve + RIDGE)
        prior -= (surprise.sum() + 0.1 * (prior - PRIOR)) / (0.3 * curve)
    return weights, prior


def main() -> None:
    """Print each level with its weight in use and its fitted one."""
    folder = Path(os.environ["PARACITE_CORPORA"]) / "duplicates"
    rows: list[Row] = []
    shares: list[float] = []
    for name, most in MOST.items():
        own = list(pairs(folder, name))
        true = sum(truth for _, truth in own)
        share = {True: min(most, true) / max(1, true)}
        share[False] = min(most, len(own) - true) / max(1, len(own) - true)
        rows += own
        shares += [share[truth] for _, truth in own]
        print(f"{name}: {true} true pairs, {len(own) - true} others")
    weights, prior = fit(rows, np.array(shares))
    print(f"prior {PRIOR:.1f} → {prior:.1f}")
    for level, weight in zip(LEVELS, weights, strict=True):
        print(f"{level:<24} {WEIGHTS[level]:5.1f} → {weight:5.1f}")


if __name__ == "__main__":
    main()
