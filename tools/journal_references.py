"""Printed references of the labelled journals: their parts, and which of them train.

A journal, repository or paper (`group`) is held back as a whole, by the hash of its
name; rows whose licence is copyleft measure the model and never train it.
"""

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import synthetic_references

from paracite.parsing.labelled import Labelled

FOLDS = 5
COPYLEFT = "GPL"
AS_NOTE = ("accessed",)
Row = dict[str, Any]


def rows(corpora: Path) -> Iterator[Row]:
    """Yield every row of the corpus below `corpora`, in order."""
    path = corpora / "labelled-journals" / "references.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def is_held_back(row: Row) -> bool:
    """Return whether a row's journal is in the fifth that nothing is chosen or trained on."""
    return int(hashlib.sha256(row["group"].encode()).hexdigest(), 16) % FOLDS == 0


def training(corpora: Path) -> Iterator[Labelled]:
    """Yield the references that may be trained on."""
    for row in rows(corpora):
        if not is_held_back(row) and COPYLEFT not in row["licence"]:
            yield labelled(row)


def labelled(row: Row) -> Labelled:
    """Return the parts of a row: its labelled stretches, and what stands between them."""
    numbered = any(label == "volume" for _, _, label in row["spans"])
    labels = [""] * len(row["printed"])
    for start, end, label in row["spans"]:
        labels[start:end] = [_named(label, numbered=numbered)] * (end - start)
    return tuple(synthetic_references.filled_parts(row["printed"], labels, row["csl"]))


def _named(label: str, *, numbered: bool) -> str:
    """Return a stretch's label as the other training data have it, volume and issue together."""
    if label in AS_NOTE:
        return "note"
    return "volume" if label == "issue" and numbered else label
