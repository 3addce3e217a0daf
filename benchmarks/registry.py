"""Print how fast a local registry is built and searched, how large it is, and what it finds.

The corpus's 100,000 records and its 13,893 full Crossref records are built; then every
style's queries are searched in the former: the share whose record is first, and among the
twenty candidates, and the CPU milliseconds a search takes.

Run with the environment's own Python: `python benchmarks/registry.py [queries a style]`.
"""

import json
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from match_quality import CORPUS, records

from paracite.sources.registry import Registry, build
from paracite.sources.registry import records as read


def measured(target: Path, source: Path) -> Registry:
    """Build a registry, print what it took, and open it."""
    start = time.process_time()
    count = build(target, [(source, partial(read, source))], int)
    took = time.process_time() - start
    size = target.stat().st_size / count
    print(f"{target.name:<20}{count:>9,} records {count / took:>9,.0f}/s {size:>6.0f} bytes each")
    return Registry(target)


def main() -> None:
    """Build, then search."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    queries = json.loads((CORPUS / "match-queries.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = folder / "corpus.jsonl"
        lines.write_text("".join(json.dumps(item) + "\n" for item in records()), "utf-8")
        measured(folder / "works.sqlite", CORPUS / "works.jsonl.gz").close()
        registry = measured(folder / "corpus.sqlite", lines)
        print(f"{'style':<32}{'first':>7}{'top 20':>8}{'median ms':>11}{'95 %':>7}")
        for style, asked in queries.items():
            times, first, among = [], 0, 0
            for text, number in asked[:most]:
                start = time.process_time()
                found = registry.search(text)
                times.append(1000 * (time.process_time() - start))
                dois = [each.reference.doi for each in found if each.reference]
                first += dois[:1] == [f"10.5555/{number}"]
                among += f"10.5555/{number}" in dois
            times.sort()
            count = len(times)
            print(f"{style:<32}{first / count:>7.3f}{among / count:>8.3f}", end="")
            print(f"{times[count // 2]:>11.1f}{times[int(count * 0.95)]:>7.1f}")
        registry.close()


if __name__ == "__main__":
    main()
