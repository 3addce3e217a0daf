"""Print how many duplicates are found and how many merges are false, on public data.

Run with `PARACITE_CORPORA` set: `python benchmarks/dedupe_quality.py`; with
`--peer PYTHON` the figures of bib-dedupe, installed in that Python, stand beside ours.

A record counts once: of a true group all but one are to go.  The weights were fitted on
half A (`tools/fit_matching.py`); half B took no part in it.  The rules were written with
both in view.
"""

import argparse
import csv
import json
import os
import subprocess
import tempfile
import zlib
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path

from paracite import readers
from paracite.deduplicating import Duplicates, find
from paracite.matching import merge
from paracite.reference import Reference

SETS = ("stroke", "respiratory", "digital_work", "mis_mixed", "cora")
SEEDS = range(1, 6)
PEER = """
import sys
import pandas as pd
from bib_dedupe.bib_dedupe import block, cluster, match, prep
records = pd.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
found = cluster(match(block(prep(records, cpu=1), cpu=1), cpu=1))
print("GROUPS", __import__("json").dumps([list(each) for each in found]))
"""
COLUMNS = "ID ENTRYTYPE author title year journal booktitle volume number pages doi abstract isbn"
Groups = Sequence[Sequence[str]]


def roots(keys: Iterable[str], groups: Iterable[Sequence[str]]) -> dict[str, str]:
    """Map each key to one key of the group that `groups`, which may overlap, put it in."""
    parent = {key: key for key in keys}

    def root(key: str) -> str:
        while parent[key] != key:
            key = parent[key]
        return key

    for first, *others in groups:
        for other in others:
            parent[root(other)] = root(first)
    return {key: root(key) for key in parent}


def counts(truth: Groups, found: Groups) -> tuple[int, int, int]:
    """Count records found, falsely merged and missed."""
    home = {key: number for number, group in enumerate(truth) for key in group}
    right = wrong = 0
    for group in found:
        works = {home.get(key, key) for key in group}
        right += len(group) - len(works)
        wrong += len(works) - 1
    return right, wrong, sum(len(group) - 1 for group in truth) - right


def f1(right: int, wrong: int, missed: int) -> float:
    """Give the harmonic mean of precision and recall."""
    return 2 * right / (2 * right + wrong + missed) if right else 0.0


def in_half(groups: Groups, half: int, home: dict[str, str]) -> Groups:
    """Leave the groups whose first true key falls into a half."""
    return [group for group in groups if zlib.crc32(home[group[0]].encode()) % 2 == half]


def with_review(references: Sequence[Reference], truth: Groups, found: Duplicates) -> float:
    """Give the recall where a true pair put up for review counts as found."""
    true = {frozenset(pair) for group in truth for pair in combinations(group, 2)}
    seen = [*(each.keys for each in found.clusters)]
    seen += [
        each.keys for each in (*found.review, *found.relations) if frozenset(each.keys) in true
    ]
    root = roots((each.citekey for each in references), seen)
    wanted = sum(len(group) - 1 for group in truth)
    left = sum(len({root[key] for key in group}) - 1 for group in truth)
    return 1 - left / wanted


def report(name: str, references: Sequence[Reference], truth: Groups, peer: str) -> None:
    """Print the figures of one set."""
    found = find(references)
    groups = [each.keys for each in found.clusters]
    right, wrong, missed = counts(truth, groups)
    home = {each.citekey: each.citekey for each in references}
    home |= {key: group[0] for group in truth for key in group}
    halves = [
        f1(*counts(in_half(truth, half, home), in_half(groups, half, home))) for half in (0, 1)
    ]
    reviewed = len({key for each in found.review for key in each.keys}) / len(references)
    print(
        f"{name:<14}{f1(right, wrong, missed):7.4f} {halves[0]:7.4f} {halves[1]:7.4f} "
        f"{wrong:6} {missed:7} {reviewed:8.2%} {with_review(references, truth, found):8.4f}"
        + (f"   bib-dedupe {_peer(peer, references, truth)}" if peer else "")
    )


def peer_groups(python: str, references: Sequence[Reference]) -> Groups | str:
    """Return what bib-dedupe merges of the same references, in the columns it reads, or its error."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "records.csv"
        with table.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(COLUMNS.split())
            writer.writerows(_row(each) for each in references)
        done = subprocess.run(
            [python, "-c", PEER, str(table)], capture_output=True, text=True, check=False
        )
    if "GROUPS" not in done.stdout:
        return (done.stderr.strip().splitlines() or ["failed"])[-1]
    groups: Groups = json.loads(done.stdout.partition("GROUPS")[2])
    return groups


def _peer(python: str, references: Sequence[Reference], truth: Groups) -> str:
    """Return the figures of bib-dedupe."""
    groups = peer_groups(python, references)
    if isinstance(groups, str):
        return groups
    right, wrong, missed = counts(truth, groups)
    return f"F1 {f1(right, wrong, missed):.4f}, false {wrong}, missed {missed}"


def _row(each: Reference) -> list[str]:
    """Give a reference in the columns of bib-dedupe."""
    year = str(each.issued.year or each.issued.literal) if each.issued else ""
    journal = each.type == "article-journal"
    return [
        *(each.citekey, "article" if journal else "inproceedings"),
        *(merge.shown(each.author), each.title, year),
        *((each.container_title, "") if journal else ("", each.container_title)),
        *(each.volume, each.issue or each.number, each.page, each.doi, each.abstract, each.isbn),
    ]


def generated(generator: Path, seed: int) -> None:
    """Print the figures of one generated bibliography of 1,000 entries."""
    with tempfile.TemporaryDirectory() as folder:
        path, told = Path(folder) / "g.bib", Path(folder) / "truth.json"
        command = ["python", str(generator), "-n", "1000", "--seed", str(seed)]
        subprocess.run([*command, "-o", str(path), "--truth", str(told)], check=True)
        references = readers.read(str(path)).references
        notes = json.loads(told.read_text("utf-8"))
    copies = [(key, note[1]) for key, made in notes.items() for note in made if note[0] == "dup_of"]
    keys = [each.citekey for each in references]
    work = roots(keys, copies)
    found = find(references)
    groups = [each.keys for each in found.clusters]
    seen = roots(keys, [*groups, *(each.keys for each in found.relations)])
    together = sum(seen[a] == seen[b] for a, b in copies)
    wrong = sum(len({work[key] for key in group}) - 1 for group in groups)
    print(
        f"generator seed {seed}: recall {together / len(copies):.4f}, false merges {wrong}", end=""
    )
    shared = {frozenset(each.keys) for each in found.review if each.reason.startswith("wrong DOI")}
    planted = [each for each in references if ["fault", "wrong_doi"] in notes.get(each.citekey, [])]
    pairs = {
        frozenset((a.citekey, b.citekey))
        for a, b in combinations(planted, 2)
        if work[a.citekey] != work[b.citekey]
    }
    print(f", wrong DOIs reported {len(pairs & shared)} of {len(pairs)} pairs")


def main() -> None:
    """Print a line for each set and each seed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--peer", default="", help="a Python that has bib-dedupe")
    peer = parser.parse_args().peer
    corpora = Path(os.environ["PARACITE_CORPORA"])
    print("set                F1  half A  half B  false  missed   review  found or in review")
    for name in SETS:
        references = readers.read(str(corpora / "duplicates" / f"{name}.bib")).references
        truth = json.loads((corpora / "duplicates" / f"{name}.truth.json").read_text("utf-8"))
        report(name, references, truth, peer)
    generator = corpora.parent / "tools" / "gen_bib.py"
    for seed in SEEDS if generator.exists() else ():
        generated(generator, seed)


if __name__ == "__main__":
    main()
