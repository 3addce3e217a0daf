"""How well lists are found in whole documents: `python benchmarks/find_quality.py FILE.ttx…`.

Each file is a document in AnyStyle's finder format, a label before every line or
empty where the label before goes on.  Printed are the reference lines that are in a
list that was found, those missed, the lines of running text taken for references,
and the references they were cut into, beside those the labels begin: a labelled line
at the left of its list, for long references are labelled line by line in some files.
"""

import argparse
from pathlib import Path

from paracite.parsing import find, segment
from paracite.text import lines


def main() -> None:
    """Print the figures of each document and of all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    totals = [0, 0, 0, 0, 0]
    for path in parser.parse_args().files:
        figures = measure(path)
        totals = [a + b for a, b in zip(totals, figures, strict=True)]
        print(f"{path.name:<20}{_said(figures)}")
    print(f"{'all':<20}{_said(totals)}")


def measure(path: Path) -> list[int]:
    """Give reference lines found and missed, other lines taken, starts right and all starts."""
    labels, printed = _labelled(path)
    meant = {at for at, label in enumerate(labels, 1) if label == "ref" and printed[at - 1].strip()}
    other = {at for at, label in enumerate(labels, 1) if label in ("text", "title")}
    found = find.find("\n".join(printed))
    taken = {
        part.start + at for part in found for at, line in enumerate(part.lines) if line.strip()
    }
    starts = {each.line for part in found for each in segment.segment(part.lines, part.start)}
    begun = _starts(printed, meant)
    return [
        len(meant & taken),
        len(meant - taken),
        len(other & taken),
        len(begun & starts),
        len(begun),
    ]


def _labelled(path: Path) -> tuple[list[str], list[str]]:
    labels: list[str] = []
    printed = []
    for line in lines(path.read_text("utf-8")):
        label, _, text = line.partition("|")
        labels.append(label.strip() or (labels[-1] if labels else ""))
        printed.append(text.removeprefix(" "))
    return labels, printed


def _starts(printed: list[str], meant: set[int]) -> set[int]:
    """Give the labelled lines that stand as far left as any of their list."""
    indents = {at: len(printed[at - 1]) - len(printed[at - 1].lstrip(" \f")) for at in meant}
    return {at for at in meant if indents[at] <= min(_near(indents, at)) + 1}


def _near(indents: dict[int, int], at: int) -> list[int]:
    return [indent for other, indent in indents.items() if abs(other - at) < 100]


def _said(figures: list[int]) -> str:
    found, missed, other, right, begun = figures
    share = 100 * right / begun if begun else 100.0
    return f"lines found {found}, missed {missed}, others {other}; starts {right}/{begun} ({share:.1f} %)"


if __name__ == "__main__":
    main()
