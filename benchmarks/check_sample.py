"""Print findings drawn at random, to be judged one by one: `check_sample.py [FOLDER] [--seed N]`.

Every `.bib` below the folder (default: the corpus `bibtex`, with `PARACITE_CORPORA` set) is
checked; `--count` findings are drawn from all there are, or with `--per-rule N` so many of each
rule.  Each is printed with its message, its fix and the entry it is about, so that whoever
reads it can say whether it is right.
"""

import argparse
import os
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from paracite import checking
from paracite.checking import Diagnostic, lists, selecting
from paracite.errors import ParaciteError

LONGEST = 1200  #: characters of an entry that are shown


def found_in(path: Path) -> Iterator[tuple[Diagnostic, str]]:
    """Yield the findings in a file, each with the entry it is about as it stands there."""
    try:
        checked = lists.load(str(path))
    except ParaciteError:
        return
    text = path.read_text("utf-8", "replace")
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for each in checking.check(checked, selecting.choose()):
        at = starts[min(max(each.line, 1), len(starts)) - 1]
        first = max(text.rfind("\n@", 0, at + 1) + 1, at - LONGEST)
        last = text.find("\n@", at + 1)
        yield each, text[first : last if last > 0 else None].rstrip()[:LONGEST]


def main() -> None:
    """Draw and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--per-rule", type=int, default=0)
    options = parser.parse_args()
    folder = options.folder or Path(os.environ["PARACITE_CORPORA"]) / "bibtex"
    drawn = [pair for path in sorted(folder.rglob("*.bib")) for pair in found_in(path)]
    print(f"{len(drawn)} findings")
    chance = random.Random(options.seed)  # noqa: S311  a sample, no secret
    chance.shuffle(drawn)
    if options.per_rule:
        by_rule: dict[str, list[tuple[Diagnostic, str]]] = defaultdict(list)
        for each, entry in drawn:
            by_rule[each.code].append((each, entry))
        drawn = [pair for code in sorted(by_rule) for pair in by_rule[code][: options.per_rule]]
    else:
        drawn = drawn[: options.count]
    for number, (each, entry) in enumerate(drawn, 1):
        print(f"\n--- {number}. {each.code} {each.rule}: {each.message}")
        print(f"{Path(each.path).relative_to(folder)}:{each.line}:{each.column}", end="")
        print(f"  fix: {dict(each.fix.changes)}" if each.fix else "")
        print(entry)


if __name__ == "__main__":
    main()
