"""Speed of reading printed references: `python benchmarks/parse.py FILE.xml…`.

Prints references labelled and assembled per CPU second on one core, and the CPU
seconds that loading the model takes.  Each reference is read once, so that caches
help only as much as they do in one long list.
"""

import argparse
import subprocess
import sys
import time
from pathlib import Path

from paracite import parsing
from paracite.parsing import labelled

LOAD = """
import time
start = time.process_time()
from paracite import parsing
parsing.parse("Lee, K. A title, Things 3, 2001.")
print(time.process_time() - start)
"""


def main() -> None:
    """Print both figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    options = parser.parse_args()
    texts = [labelled.text(ref) for path in options.files for ref in labelled.load(path) if ref]
    load = subprocess.run([sys.executable, "-c", LOAD], capture_output=True, text=True, check=True)
    start = time.process_time()
    parsing.parse_all(texts)
    seconds = time.process_time() - start
    print(f"{len(texts)} references, {len(texts) / seconds:.0f} a CPU second")
    print(f"first reference after {float(load.stdout):.2f} CPU s")


if __name__ == "__main__":
    main()
