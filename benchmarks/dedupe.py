"""Print the CPU seconds and the memory that finding duplicates takes, by length of the list.

Run with `PARACITE_CORPORA` set: `python benchmarks/dedupe.py [COUNT…]`; `--peer PYTHON`
runs bib-dedupe, installed in that Python, on the first size.  Each size runs in a process
of its own on a generated bibliography; "find" counts from parsed references.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SIZES = (1_000, 10_000, 100_000)
ONE = """
import resource, sys, time
from paracite import readers
references = readers.read(sys.argv[1]).references
read = time.process_time()
from paracite.deduplicating import find
found = find(references)
spent = time.process_time() - read
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
merged = sum(len(each.references) - 1 for each in found.clusters)
print(f"{len(references):>9,} read {read:7.2f}  find {spent:7.2f} CPU s  "
      f"{spent / len(references) * 1e6:6.1f} µs a record  {memory:6.0f} MB  {merged} merged")
"""
PEER = """
import sys, time
import pandas as pd
from bib_dedupe.bib_dedupe import block, cluster, match, prep
import re
rows = []
for entry in re.split(r"\\n(?=@)", open(sys.argv[1], encoding="utf-8").read()):
    head = re.match(r"@(\\w+)\\{([^,]+),", entry)
    fields = dict(re.findall(r"^\\s*(\\w+)\\s*=\\s*\\{(.*)\\},?$", entry, re.MULTILINE))
    rows.append({"ENTRYTYPE": head[1], "ID": head[2], **fields})
start = time.process_time()
cluster(match(block(prep(pd.DataFrame(rows).fillna(""), cpu=1), cpu=1), cpu=1))
print(f"{len(rows):>9,} bib-dedupe {time.process_time() - start:.2f} CPU s")
"""


def main() -> None:
    """Generate a list of each size and measure it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--peer", default="", help="a Python that has bib-dedupe")
    asked = parser.parse_args()
    generator = Path(os.environ["PARACITE_CORPORA"]).parent / "tools" / "gen_bib.py"
    with tempfile.TemporaryDirectory() as folder:
        for number, size in enumerate(asked.sizes):
            path = Path(folder) / f"{size}.bib"
            made = [sys.executable, str(generator), "-n", str(size), "--seed", "1", "-o", str(path)]
            subprocess.run(made, check=True)
            subprocess.run([sys.executable, "-c", ONE, str(path)], check=True)
            if asked.peer and not number:
                subprocess.run([asked.peer, "-c", PEER, str(path)], check=False)
            path.unlink()


if __name__ == "__main__":
    start = time.monotonic()
    main()
    print(f"{time.monotonic() - start:.0f} s in all")
