"""Make the lexicons that are compiled from open data: `python tools/make_lexicons.py CORPORA JOURNALS`.

`journals.npz`: names of journals in full and abbreviated, from the CSV files of JabRef's
lists of abbreviations (github.com/JabRef/abbrv.jabref.org, CC0) in the folder JOURNALS, and
containers that stand in at least three of the Crossref records below CORPORA (Crossref
asserts no ownership of metadata).
"""

import argparse
import gzip
import json
from collections import Counter
from pathlib import Path

import numpy as np
import record_pools

from paracite.fields import lexicons
from paracite.parsing import journals
from paracite.parsing.tokens import canonical

FOLDER = Path(lexicons.__file__).parent
OFTEN = 3


def main() -> None:
    """Write every lexicon, and say how many entries it has."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("journal_names", type=Path)
    options = parser.parse_args()
    names = [*record_pools.journal_names(options.journal_names), *_containers(options.corpora)]
    keys = sorted({journals.key(words) for name in names if (words := _words(name))} - {0})
    steps = np.diff(np.array([0, *keys], np.uint64)).astype(np.uint32)
    np.savez_compressed(FOLDER / "journals.npz", steps=steps)
    print(f"journals: {len(keys)} names, {(FOLDER / 'journals.npz').stat().st_size / 1e3:.0f} kB")


def _words(name: str) -> list[str]:
    """Return the folded words of a name, nothing where it is a number."""
    words = [canonical(word) for word in name.split()]
    return [] if "".join(words).isdigit() else words


def _containers(corpora: Path) -> list[str]:
    counts = Counter[str]()
    for file in ("works.jsonl.gz", "match-corpus.jsonl.gz"):
        with gzip.open(corpora / "crossref" / file, "rt", encoding="utf-8") as lines:
            for work in map(json.loads, lines):
                if work.get("type", "journal-article") == "journal-article":
                    names = work.get("container-title") or work.get("container") or ""
                    counts.update([names] if isinstance(names, str) else map(str, names))
    return sorted(name for name, count in counts.items() if count >= OFTEN)


if __name__ == "__main__":
    main()
