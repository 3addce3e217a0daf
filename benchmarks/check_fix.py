"""Mend every `.bib` below a folder and see what moved: `check_fix.py [FOLDER] [--unsafe]`.

Default folder: the corpus `bibtex`, with `PARACITE_CORPORA` set.  For each file: does it still
split into the same entries, is a second run clean of what the first one fixed, and is every
byte outside of the fields that fixes meant the same?  A field that only a second round mends, one fix
having made room for another, is named as if no fix meant it.
"""

import argparse
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from paracite.checking import fixing, lists, selecting
from paracite.checking.lists import CheckedList
from paracite.opening import open_bytes


def skeleton(checked: CheckedList) -> list[str]:
    """Give all text of a list but its fields: comments, macros, types, keys, blank lines."""
    document = checked.listing.document
    return [
        f"@{block.type}{{{block.key}"
        if block.kind == "entry"
        else checked.opened.text[block.start : block.end]
        for block in (document.blocks if document else ())
    ]


def changed(before: CheckedList, after: CheckedList) -> Iterator[tuple[int, str]]:
    """Yield case and name of each field whose text, as written, is another or is gone or new."""
    for number, pair in enumerate(zip(before.cases, after.cases, strict=False)):
        old, new = (case.entry.fields if case.entry else {} for case in pair)
        for name in old.keys() | new.keys():
            first, last = (each[name].value if name in each else None for each in (old, new))
            if first != last:
                yield number, name


def main() -> None:
    """Print the counts, and the files where something is wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--unsafe", action="store_true")
    options = parser.parse_args()
    folder = options.folder or Path(os.environ["PARACITE_CORPORA"]) / "bibtex"
    chosen = selecting.choose()
    counts: Counter[str] = Counter()
    for path in sorted(folder.rglob("*.bib")):
        if not path.read_bytes().strip():
            continue
        before = lists.of(open_bytes(path.read_bytes(), str(path), "bibtex", keep_bodies=True))
        fixed = fixing.fix(before, chosen, unsafe=options.unsafe)
        counts["files"] += 1
        counts["fixes"] += fixed.applied
        if not fixed.applied:
            continue
        wrong = faults(before, fixed.checked, unsafe=options.unsafe)
        counts.update(wrong)
        if wrong:
            print(f"{path.relative_to(folder)}: {', '.join(wrong)}")
    print(", ".join(f"{count} {name}" for name, count in counts.items()))


def faults(before: CheckedList, after: CheckedList, *, unsafe: bool) -> list[str]:
    """Name what is wrong with a mended list."""
    chosen = selecting.choose()
    wrong = []
    if len(before.cases) != len(after.cases):
        wrong.append("with other entries")
    if fixing.fix(after, chosen, unsafe=unsafe).applied:
        wrong.append("not clean the second time")
    if skeleton(before) != skeleton(after):
        wrong.append("with text moved outside of fields")
    mended = {
        (number, case.source_name(name))
        for each in (before, after)
        for number, case in enumerate(each.cases)
        for rule in chosen
        if rule.family not in ("DUP", "META") and not rule.once
        for finding in rule.check(case)
        for name in (finding.fix.changes if finding.fix else ())
    }
    if not set(changed(before, after)) <= mended:
        wrong.append("with fields changed that no fix names")
    return wrong


if __name__ == "__main__":
    main()
