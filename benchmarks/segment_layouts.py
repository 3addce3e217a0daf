"""How well made-up documents of every layout are cut into references.

`python benchmarks/segment_layouts.py FILE.xml… [--documents N] [--wrong]` sets labelled
references as documents: running text, a heading in one of many languages, the list in
one of the layouts, with or without page headers, and what follows a list.  Printed is,
for each layout, the share of references that come out with exactly their own text.
"""

import argparse
import random
import re
import textwrap
from collections.abc import Callable, Sequence
from pathlib import Path

from paracite.parsing import find, labelled, segment
from paracite.text import squeeze

HEADINGS = (
    "References", "REFERENCES", "Bibliography", "Works Cited", "6. References", "Literature Cited",
    "Daftar Pustaka", "DAFTAR PUSTAKA", "Referensi", "Bibliografía", "Referencias", "Literatur",
    "Literaturverzeichnis", "Références", "Bibliographie", "Список литературы", "Литература",
    "参考文献", "Referências", "Bibliografia", "Riferimenti bibliografici", "Kaynakça", "References and Notes",
)  # fmt: skip
PROSE = (
    "The results of the survey show that the number of visits grew in every year that was studied. ",
    "As was argued above, this cannot be explained by the weather alone (Lee, 2003; Smith et al., 2011). ",
    "We therefore turn to the second question, how far the measures taken have been of any use. ",
    "In 1998 the rule was changed, and from then on each town had to keep a list of its own. ",
)
AFTER = (
    "", "Appendix A\n\nThe questions that were asked of each household.", "Acknowledgements\n\nWe thank all who helped.",
    "About the authors\n\nKarl Lee teaches geography.", "Received 3 May 2010; accepted 4 June 2011",
)  # fmt: skip
WIDTH, PAGE, SHORTEST = 78, 42, 40
SEED = 11
Layout = Callable[[Sequence[str]], list[str]]


def _wrapped(text: str, *, first: str = "", then: str = "", hyphens: bool = False) -> list[str]:
    lines = textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=then,
        break_on_hyphens=False,
        break_long_words=False,
    )
    return _hyphenated(lines) if hyphens else lines


def _hyphenated(lines: list[str]) -> list[str]:
    """Move half of a long first word of a line to the line before."""
    for at in range(1, len(lines)):
        word = lines[at].split(" ")[0]
        if len(word) > 7 and word.isalpha() and word.islower():
            lines[at - 1] += f" {word[:4]}-"
            lines[at] = word[4:] + lines[at][len(word) :]
    return lines


LAYOUTS: dict[str, Layout] = {
    "[1] wrapped": lambda r: [x for n, t in enumerate(r, 1) for x in _wrapped(t, first=f"[{n}] ")],
    "1. hanging": lambda r: [x for n, t in enumerate(r, 1) for x in _wrapped(t, first=f"{n}. ", then="    ")],
    "(1) hyphens": lambda r: [x for n, t in enumerate(r, 1) for x in _wrapped(t, first=f"({n}) ", hyphens=True)],
    "blank lines": lambda r: [x for t in r for x in (*_wrapped(t), "")],
    "double spaced": lambda r: [x for t in r for line in _wrapped(t, then="     ") for x in (line, "")],
    "hanging": lambda r: [x for t in r for x in _wrapped(t, then="    ", hyphens=True)],
    "indented first": lambda r: [x for t in r for x in _wrapped(t, first="    ")],
    "one a line": list,
    "bullets": lambda r: [x for t in r for x in _wrapped(t, first="• ", then="  ")],
    "wrapped only": lambda r: [x for t in r for x in _wrapped(t)],
}  # fmt: skip


def main() -> None:
    """Print the figures of every layout, with and without page headers."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--documents", type=int, default=20, help="documents a layout")
    parser.add_argument("--wrong", action="store_true", help="print what was cut wrong")
    options = parser.parse_args()
    texts = [
        squeeze(labelled.text(ref)) for path in options.files for ref in labelled.load(path) if ref
    ]
    usable = sorted({re.sub(r"^\W*\d{1,3}\W\s*", "", t) for t in texts if SHORTEST < len(t) < 500})
    chance = random.Random(SEED)  # noqa: S311  reproducible choice, no secret
    totals = [0, 0]
    for name, layout in LAYOUTS.items():
        for paged in (False, True):
            figures = [0, 0]
            for _ in range(options.documents):
                chosen = chance.sample(usable, chance.randint(8, 60))
                if name in ("hanging", "wrapped only", "blank lines"):
                    chosen.sort(key=str.casefold)
                lines = document(chance, layout(chosen), paged=paged)
                right = matched(chosen, lines, show=options.wrong)
                figures = [figures[0] + right, figures[1] + len(chosen)]
            totals = [a + b for a, b in zip(totals, figures, strict=True)]
            print(f"{name + (', page headers' if paged else ''):<32}{_share(figures)}")
    print(f"{'all':<32}{_share(totals)}")


def document(chance: random.Random, listed: list[str], *, paged: bool) -> list[str]:
    """Set a list into a document."""
    prose = [x for _ in range(8) for x in (*_wrapped("".join(chance.choices(PROSE, k=6))), "")]
    after = chance.choice(AFTER).split("\n")
    lines = [*prose, chance.choice(HEADINGS), "", *listed, "", *after]
    if not paged:
        return lines
    pages = [lines[at : at + PAGE] for at in range(0, len(lines), PAGE)]
    header = chance.choice(
        ["K. Lee and J. Smith", "Journal of Things 12 (2010)", "The growth of cities"]
    )
    return [
        line for number, page in enumerate(pages, 201) for line in (*page, "", str(number), "\f" + header, "")
    ]  # fmt: skip


def matched(chosen: Sequence[str], lines: Sequence[str], *, show: bool) -> int:
    """Count the references that come out with exactly their own text."""
    parts = find.find("\n".join(lines))
    found = [each.text for part in parts for each in segment.segment(part.lines, part.start)]
    bare = {re.sub(r"^(?:\W?\d{1,3}[\]).]\s|• )", "", text) for text in found}
    missed = [text for text in chosen if text not in bare]
    if show and missed:
        print("\n".join(f"  - {text}" for text in missed[:3]))
        print("\n".join(f"  + {text}" for text in sorted(bare - set(chosen))[:3]))
    return len(chosen) - len(missed)


def _share(figures: Sequence[int]) -> str:
    right, count = figures
    return f"{right}/{count} ({100 * right / count:.1f} %)"


if __name__ == "__main__":
    main()
