"""Whether a part's confidence means something: `python benchmarks/parse_confidence.py FILE.xml…`.

Prints for each tenth of confidence how many parts of the labelled references of fold 0,
which is never trained on, were given it, how sure they were on average, and the share
of them whose every token has the label that a person gave it.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from parse_quality import fold_of

from paracite.parsing import label, labelled, plainly
from paracite.parsing.tokens import tokens

BINS = 10


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    files = parser.parse_args().files
    references = [ref for path in files for ref in labelled.load(path) if ref and not fold_of(ref)]
    rows: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for reference in references:
        for confidence, right in judged(labelled.repaired(reference)):
            rows[min(BINS - 1, int(confidence * BINS))].append((confidence, right))
    for at, row in enumerate(rows):
        if row:
            sure, right = (sum(each) / len(row) for each in zip(*row, strict=True))
            print(
                f"{at / BINS:.1f}-{(at + 1) / BINS:.1f} {len(row):6} parts, {sure:.3f} sure, {right:.3f} right"
            )


def judged(reference: labelled.Labelled) -> Iterator[tuple[float, bool]]:
    """Yield how sure each part is, and whether its tokens are labelled so by a person."""
    plain = plainly(labelled.text(reference))
    meant = iter([name for _, name in labelled.aligned(reference, plain)])
    for part in label.parse(plain, weigh=True):
        names = {next(meant, "") for _ in tokens(part.text)}
        yield part.confidence, names == {part.label}


if __name__ == "__main__":
    main()
