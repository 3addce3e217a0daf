"""How well printed references are read: `python benchmarks/parse_quality.py FILE.xml… [--json]`.

Each file holds labelled references in AnyStyle's XML.  A reference's text, its parts
joined by spaces, is read by `paracite.parsing.parse`, and the final `Reference` is
compared with what the labels say, field by field, with letters folded and
punctuation aside.  `--fold N` keeps only references of one fold of
`tools/train_parser.py` (0 is never trained on).
"""

import argparse
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from paracite import parsing
from paracite.fields import names, volumes
from paracite.parsing import labelled
from paracite.reference import OTHERS, Name, Reference
from paracite.text import fold

FIELDS = ("family", "title", "year", "container", "volume", "issue", "pages", "publisher", "doi")
Values = dict[str, frozenset[str]]
YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")
EDITORS = re.compile(
    r"^\W*(?:in|edited by)\b:?|\(?\b(?:eds?|editors?|hrsg|hg|dirs?|coords?|orgs?|red)\b\.?\)?",
    re.IGNORECASE,
)
DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>]+")
NUMBER = re.compile(r"[A-Za-z]{0,2}\d+\w*|\b[ivxlc]+\b")
ALL_PAGES = re.compile(r"\W*\d+\s*(?:p|pp|s|pages|seiten)\b\.?\W*$", re.IGNORECASE)


def main() -> None:
    """Print the figures of every file and of all together."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--fold", type=int, default=-1)
    parser.add_argument("--wrong", action="store_true", help="print what was read wrong")
    options = parser.parse_args()
    figures, every = {}, []
    for path in options.files:
        listed = [ref for ref in labelled.load(path) if ref and options.fold in (-1, fold_of(ref))]
        figures[path.name] = measure(listed, show=options.wrong)
        every += listed
    if len(options.files) > 1:
        figures["all"] = measure(every)
    if options.json:
        print(json.dumps({"version": 1, "files": figures}, indent=1))
        return
    for name, figure in figures.items():
        fields = "  ".join(f"{field} {figure['fields'][field]:.1f}" for field in FIELDS)
        print(
            f"{name}: {figure['references']} references, micro F1 {figure['micro_f1']:.1f}, ",
            end="",
        )
        print(f"whole {figure['whole']:.1f} %\n    {fields}")


def fold_of(reference: labelled.Labelled) -> int:
    """Give the fold of a reference, as `tools/train_parser.py` draws it."""
    canonical = re.sub(r"\W", "", labelled.text(reference)).casefold()
    return int(hashlib.sha256(canonical.encode()).hexdigest(), 16) % 10


def measure(references: Iterable[labelled.Labelled], *, show: bool = False) -> dict[str, Any]:
    """Read the references and compare; figures in per cent."""
    right, read, meant = Counter[str](), Counter[str](), Counter[str]()
    count = whole = 0
    for reference in references:
        text = labelled.text(reference)
        want, got = expected(labelled.repaired(reference)), found(parsing.parse(text))
        count += 1
        whole += want == got
        for field in FIELDS:
            right[field] += len(want[field] & got[field])
            read[field] += len(got[field])
            meant[field] += len(want[field])
        if show and want != got:
            wrong = {f: (sorted(want[f]), sorted(got[f])) for f in FIELDS if want[f] != got[f]}
            print(f"{text}\n    {wrong}")
    return {
        "references": count,
        "micro_f1": _f1(right.total(), read.total(), meant.total()),
        "whole": round(100 * whole / count, 2) if count else 0.0,
        "fields": {f: _f1(right[f], read[f], meant[f]) for f in FIELDS},
    }


def _f1(right: int, read: int, meant: int) -> float:
    return round(200 * right / (read + meant), 2) if read + meant else 100.0


def expected(reference: labelled.Labelled) -> Values:
    """Give the fields that the labels say."""
    texts: dict[str, list[str]] = {}
    for part in reference:
        texts.setdefault(part.label, []).append(part.text)
    every = labelled.text(reference)
    years = YEAR.findall(" ".join(texts.get("date", [])))
    volume = volumes.split(" ".join(texts.get("volume", [])))
    doi = DOI.search(every)
    people = texts.get("author") or [EDITORS.sub("", text) for text in texts.get("editor", [])]
    container = texts.get("journal") or texts.get("container-title") or []
    return _values(
        family=[each for text in people for each in families(names.people(text))],
        title=[" ".join(texts.get("title", []))],
        year=years[:1],
        container=[re.sub(r"^\W*(?:in|dans)\b\W*", "", " ".join(container), flags=re.IGNORECASE)],
        volume=[volume.volume],
        issue=[volume.issue],
        pages=_bounds(" ".join(texts.get("pages", []))),
        publisher=[" ".join(texts.get("publisher", []))],
        doi=[doi[0].rstrip(".,;)")] if doi else [],
    )


def found(reference: Reference) -> Values:
    """Give the fields that were read."""
    year = reference.issued.year if reference.issued else None
    return _values(
        family=families(reference.author or reference.editor),
        title=[reference.title],
        year=[str(year)] if year else [],
        container=[reference.container_title],
        volume=[reference.volume],
        issue=[reference.issue],
        pages=_bounds(reference.page),
        publisher=[reference.publisher],
        doi=[reference.doi],
    )


def families(people: Iterable[Name]) -> list[str]:
    """Give the family names, or the literal ones, without "et al."."""
    return [name.family or name.literal for name in people if name != OTHERS]


def _bounds(printed: str) -> list[str]:
    """Give first and last page, the last filled up: `737-8` is `737` to `738`."""
    numbers = NUMBER.findall(printed)
    if not numbers or ALL_PAGES.match(printed):
        return []
    first, last = numbers[0], numbers[-1]
    return [f"{first}-{first[: max(0, len(first) - len(last))]}{last}"]


def _values(**listed: list[str]) -> Values:
    return {name: frozenset(filter(None, map(_plain, texts))) for name, texts in listed.items()}


def _plain(text: str) -> str:
    return re.sub(r"[\W_]", "", fold(text))


if __name__ == "__main__":
    main()
