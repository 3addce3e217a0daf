"""Print how well a printed citation is matched with its record, style by style.

Each query of the corpus is searched in a registry of its 100,000 records and decided on by
`matching.choose`, once with the true record in the registry and once with it hidden.
Queries whose record has an even number are the half the grounds were set on ("dev"); the
other half ("test") is for measuring.  A record with the same title and year as the true
one is taken for it: the corpus holds some works twice.

Run with the environment's own Python: `python benchmarks/match_quality.py [queries a style]`.
"""

import gzip
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from paracite.matching.choose import Chosen, choose, is_one_work
from paracite.matching.citation_fields import citation
from paracite.reference import Reference
from paracite.sources.registry import Registry, build

CORPUS = Path(os.environ.get("PARACITE_CORPORA", "../shared/corpora")) / "crossref"
UNTITLED = ("cr:american-chemical-society", "cr:elsevier-without-titles")


def records() -> Iterator[dict[str, Any]]:
    """Yield the corpus in Crossref's form, its number kept as the DOI where it has none."""
    with gzip.open(CORPUS / "match-corpus.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            names = (name.partition(", ") for name in row["authors"])
            year = [[int(row["year"])]] if row["year"].isdigit() else []
            yield {
                "DOI": f"10.5555/{row['id']}",
                "title": [row["title"]],
                "author": [{"family": family, "given": given} for family, _, given in names],
                "container-title": [row["container"]],
                "short-container-title": [row["short"]] if row["short"] else [],
                "issued": {"date-parts": year},
                "volume": row["volume"],
                "issue": row["issue"],
                "page": row["page"],
            }


def judge(text: str, candidates: Sequence[Reference], true: Reference | None) -> str:
    """Say what was decided on a citation: `right`, `wrong` or `none`."""
    decision = choose(citation(text), candidates)
    if not isinstance(decision, Chosen):
        return "none"
    chosen = candidates[decision.place]
    return "right" if true and (chosen == true or is_one_work(chosen, true)) else "wrong"


def measure(registry: Registry, queries: Sequence[tuple[str, int]]) -> Counter[str]:
    """Count what is decided on the queries of a style."""
    counts: Counter[str] = Counter()
    for text, number in queries:
        found = [each.reference for each in registry.search(text) if each.reference]
        record = registry.known(f"10.5555/{number}")
        true = record.reference if record else None
        counts[judge(text, found, true)] += 1
        others = [each for each in found if each != true]
        counts["found"] += true in found
        counts[f"hidden {judge(text, others, true)}"] += 1
    return counts


def show(name: str, counts: Counter[str]) -> None:
    """Print a line of figures."""
    asked = counts["right"] + counts["wrong"] + counts["none"]
    precision = counts["right"] / max(1, counts["right"] + counts["wrong"])
    print(
        f"{name:<36}{asked:>6}{counts['found'] / asked:>9.3f}{precision:>10.4f}"
        f"{counts['right'] / asked:>8.3f}{counts['hidden wrong'] / asked:>9.4f}"
    )


def main() -> None:
    """Build the registry, run every style, print both halves."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    queries = json.loads((CORPUS / "match-queries.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "corpus.sqlite"
        build(target, [(CORPUS / "match-corpus.jsonl.gz", records)], int)
        registry = Registry(target)
        print(f"{'style':<36}{'asked':>6}{'top 20':>9}{'precision':>10}{'recall':>8}{'hidden':>9}")
        for half, rest in (("dev", 0), ("test", 1)):
            sums: dict[str, Counter[str]] = {"titled": Counter(), "untitled": Counter()}
            for style, asked in queries.items():
                chosen = [(text, number) for text, number in asked if number % 2 == rest][:most]
                counts = measure(registry, chosen)
                show(f"{half} {style}", counts)
                sums["untitled" if style in UNTITLED else "titled"] += counts
            for name, counts in sums.items():
                show(f"{half}, all {name}", counts)
        registry.close()


if __name__ == "__main__":
    main()
