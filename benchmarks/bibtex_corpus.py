"""What happens to 1,974 real .bib files: read, written back, edited at random.

For each file: it does not raise; every `@type{` that an independent scan finds at a
line's start is an entry, or is listed with where it stands instead; the blocks tile the
bytes; and setting, replacing, removing or renaming a field of a random entry leaves all
other bytes as they were.

    PARACITE_CORPORA=… python benchmarks/bibtex_corpus.py [--seed 1] [--edits 1]
"""

import argparse
import os
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from paracite import readers
from paracite.bibtex import splice
from paracite.bibtex.document import BibtexDocument, parse
from paracite.bibtex.scan import Block
from paracite.errors import ParaciteError

SCAN = re.compile(r"(?:(?<=[\r\n])|\A\ufeff?)[ \t]*@[ \t]*([A-Za-z]\w*)\s*[{(]")
NO_ENTRIES = ("comment", "string", "preamble")


def main() -> None:
    """Print a count for each promise, and each entry that is not read where it stands."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--edits", type=int, default=1, help="entries edited in each file")
    chosen = options.parse_args()
    folder = Path(os.environ.get("PARACITE_CORPORA", "")) / "bibtex"
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    if not paths:
        sys.exit("set PARACITE_CORPORA to the folder of public test data")
    counts: Counter[str] = Counter()
    pick = random.Random(chosen.seed)  # noqa: S311  which entries are edited is no secret
    for path in paths:
        counts.update(_looked_at(path, pick, chosen.edits))
    for name, count in sorted(counts.items()):
        print(f"{count:>8,}  {name}")


def _looked_at(path: Path, pick: random.Random, edits: int) -> Iterator[str]:
    data = path.read_bytes()
    document = parse(data, str(path))
    yield "files"
    same = document.data == data
    yield "files: read and written, bytes identical" if same else "files: BYTES DIFFER"
    tiles = "".join(map(document.raw, document.blocks)) == document.text
    yield "files: blocks tile the text" if tiles else "files: BLOCKS DO NOT TILE"
    read = readers.reader("bibtex").read(readers.Document(str(path), data))
    yield from ["entries"] * len(document.entries)
    yield from ["references read"] * len(read.references)
    works = sum(block.type.casefold() != "xdata" for block in document.entries)
    yield from ["entries: @xdata, inherited from but no works"] * (len(document.entries) - works)
    yield from ["problems told"] * len(read.problems)
    starts = {block.start: block for block in document.entries}
    for match in SCAN.finditer(document.text):
        if match[1].casefold() in NO_ENTRIES:
            continue
        yield "independent scan: entries"
        at = document.text.index("@", match.start())
        if at not in starts:
            yield "independent scan: not read as an entry"
            line = document.position(at)[0]
            print(
                f"{path.parent.name}/{path.name}:{line}: {match[0].strip()} {_where(document, at)}"
            )
    entries = [block for block in document.entries if block.key]
    for _ in range(edits if entries else 0):
        yield from _edited(document, pick.choice(entries), pick)


def _where(document: BibtexDocument, at: int) -> str:
    """Say what a place that only looks like an entry is part of."""
    block = next(each for each in document.blocks if each.start <= at < each.end)
    if block.kind != "entry":
        return f"stands in @{block.kind}" if block.kind != "text" else "stands in free text"
    fields = document.fields(block)
    inside = next((f.name for f in fields if f.value_start <= at < f.value_end), "")
    return f"stands in the field {inside} of {block.key}" if inside else f"stands in {block.key}"


def _edited(document: BibtexDocument, block: Block, pick: random.Random) -> Iterator[str]:
    """Make four edits of one entry, each of the file as it was, and say how they went."""
    entry = document.find(block.key) or block
    key, fields = entry.key, document.fields(entry)
    old = [(field.name, field.value) for field in fields]
    yield _edit("add", document, entry, lambda: splice.set_field(document, key, "zz", "1"), old)
    if not fields:
        return
    name = pick.choice(fields).name
    at = next(i for i, (each, _) in enumerate(old) if each.casefold() == name.casefold())
    rest = [*old[:at], *old[at + 1 :]]
    edits: dict[str, tuple[Callable[[], BibtexDocument], list[tuple[str, str]]]] = {
        "set": (lambda: splice.set_field(document, key, name, "1"), rest),
        "remove": (lambda: splice.remove_field(document, key, name), rest),
        "rename": (lambda: splice.rename_field(document, key, name, "zz"), rest),
    }
    for verb, (edit, kept) in edits.items():
        yield _edit(verb, document, entry, edit, kept)


def _edit(
    verb: str,
    document: BibtexDocument,
    entry: Block,
    edit: Callable[[], BibtexDocument],
    kept: list[tuple[str, str]],
) -> str:
    """Edit, and compare every byte outside the entry and every other field inside it."""
    try:
        after = edit()
    except ParaciteError as error:
        print(f"{document.path}: {verb} {entry.key} refused: {error}")
        return f"edits: {verb}: REFUSED"
    changed = next((each for each in after.entries if each.start == entry.start), None)
    same = (
        changed is not None
        and after.text[: entry.start] == document.text[: entry.start]
        and after.text[changed.end :] == document.text[entry.end :]
        and len(after.blocks) == len(document.blocks)
    )
    fields = [(f.name, f.value) for f in after.fields(changed)] if changed else []
    inside = all(fields.count(pair) >= kept.count(pair) for pair in kept)
    if same and inside:
        return f"edits: {verb}: all other bytes unchanged"
    print(f"{document.path}: {verb} {entry.key} changed more than it should")
    return f"edits: {verb}: OTHER BYTES CHANGED"


if __name__ == "__main__":
    main()
