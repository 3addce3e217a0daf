"""How well references of many journals are read: `python benchmarks/parse_journals.py CORPORA`.

The labelled journals below CORPORA are cut in five by the hash of their names, as
`tools/journal_references.py` cuts them; the fifth that nothing is trained on is counted
apart.  A reference is right when authors' families, title, container, year, volume,
issue, first page, publisher and DOI are those of the truth, with letters folded; a
subtitle that one of the two lacks is no fault.
"""

import argparse
import gzip
import hashlib
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from paracite import csljson, parsing
from paracite.text import fold

FOLDS = 5
FEWEST = 15  #: references of a family that is printed
LONG = ("title", "container", "publisher")
LEAST = 0.75  #: share of a long value that must stand in the other


def main() -> None:
    """Print the share of right references, by family of styles and part."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", type=Path)
    options = parser.parse_args()
    path = options.corpora / "labelled-journals" / "references.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    read = parsing.parse_all([row["printed"] for row in rows])
    total, right = Counter[tuple[str, bool]](), Counter[tuple[str, bool]]()
    for row, reference in zip(rows, read, strict=True):
        held = int(hashlib.sha256(row["group"].encode()).hexdigest(), 16) % FOLDS == 0
        same = is_right(values(row["csl"]), values(csljson.to_item(reference)))
        for family in ("all", row["style_family"]):
            total[family, held] += 1
            right[family, held] += same
    for family in sorted({family for family, _ in total}, key=lambda f: -total[f, False]):
        if total[family, False] + total[family, True] >= FEWEST:
            parts = (_share(right[family, held], total[family, held]) for held in (True, False))
            print(f"{family:22} held back {next(parts)}  others {next(parts)}")


def _share(right: int, total: int) -> str:
    return f"{right:5} of {total:5} ({100 * right / max(1, total):5.1f} %)"


def values(item: dict[str, Any]) -> dict[str, str]:
    """Return the fields that are compared, folded to letters and digits."""
    people = [_family(name) for name in item.get("author") or ()]
    year = ((item.get("issued") or {}).get("date-parts") or [[""]])[0][0]
    page = re.search(r"[a-zA-Z]*\d+[a-zA-Z]?", str(item.get("page") or _article_number(item)))
    plain = {
        "title": item.get("title"),
        "container": item.get("container-title"),
        "volume": item.get("volume"),
        "issue": item.get("issue"),
        "publisher": item.get("publisher"),
        "doi": item.get("DOI"),
        "page": page[0] if page else "",
        "year": year,
    }
    folded = {name: _folded(value) for name, value in plain.items()}
    return {"author": " ".join(p for p in people if p not in ("others", "etal", "")), **folded}


def _article_number(item: dict[str, Any]) -> str:
    return str(item.get("number") or "") if item.get("type") == "article-journal" else ""


def _family(name: dict[str, str]) -> str:
    literal = name.get("literal") or ""
    family = name.get("non-dropping-particle", "") + name.get("family", "")
    if re.match(r"[\u3040-\u30ff\u3400-\u9fff]", family):
        family += name.get("given", "")
    return _folded(literal or family)


def _folded(value: object) -> str:
    return re.sub(r"[\W_]+", "", fold(str(value or "")))


def is_right(want: dict[str, str], got: dict[str, str]) -> bool:
    """Return whether every field agrees."""
    return all(_agrees(name, want[name], got[name]) for name in want)


def _agrees(name: str, want: str, got: str) -> bool:
    if want == got:
        return True
    short, long = sorted((want, got), key=len)
    return name in LONG and bool(short) and short in long and len(short) >= LEAST * len(long)


if __name__ == "__main__":
    main()
