"""Made-up references rendered in twenty styles and read back: agreement per style.

`python benchmarks/parse_styles.py [--count N]` prints, for each style, the share of
printed fields that come back the same, and of references that come back whole.
Only fields that the style printed are asked for.
"""

import argparse
import random
import re
from typing import Any

from paracite import parsing
from paracite.csl import Processor, load_style
from paracite.reference import Reference
from paracite.text import words

STYLES = """
    apa modern-language-association chicago-author-date chicago-fullnote-bibliography
    harvard-cite-them-right ieee vancouver nature science american-sociological-association
    american-political-science-association modern-humanities-research-association
    iso690-author-date-en din-1505-2 associacao-brasileira-de-normas-tecnicas elsevier-harvard
    springer-basic-author-date american-chemical-society american-medical-association
    unified-style-sheet-for-linguistics
""".split()  # noqa: SIM905  a column of names is easier to read
FAMILIES = ("Lee", "García", "van der Berg", "Müller", "O'Neill", "Nakamura", "Kowalska", "Ng")
GIVEN = ("Karl", "Ana María", "J. R.", "Élodie", "Siti", "Paul-Henri", "Wei")
TITLES = (
    "The growth of cities and the decline of their harbours",
    "On the measurement of rivers: a new method",
    "Paradiplomacy in the provinces of Canada",
    "Die Sprache der Karten",
    "What do bees remember?",
    "Trust and trade in early modern ports",
)
JOURNALS = ("Journal of Urban Studies", "Nature", "Revue de géographie", "Annals of Botany")
BOOKS = ("Handbook of Regional Science", "New Essays on Memory", "The Oxford Companion to Rivers")
PRESSES = (("Cambridge University Press", "Cambridge"), ("Springer", "Berlin"), ("Sage", "London"))
SEED = 7


def main() -> None:
    """Print the agreement of each style and of all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=40, help="references a style")
    options = parser.parse_args()
    chance = random.Random(SEED)  # noqa: S311  reproducible choice, no secret
    totals = [0, 0, 0, 0]
    for style in STYLES:
        figures = agreement(style, [item(chance, at) for at in range(options.count)])
        totals = [a + b for a, b in zip(totals, figures, strict=True)]
        print(f"{style:<45}{_share(figures)}")
    print(f"{'all':<45}{_share(totals)}")


def item(chance: random.Random, at: int) -> dict[str, Any]:
    """Make up the CSL-JSON item of an article, a chapter or a book."""
    people = [
        {"family": chance.choice(FAMILIES), "given": chance.choice(GIVEN)}
        for _ in range(chance.randint(1, 4))
    ]
    first = chance.randint(1, 900)
    made: dict[str, Any] = {"id": str(at), "title": chance.choice(TITLES), "author": people}
    made["issued"] = {"date-parts": [[chance.randint(1900, 2025)]]}
    made["type"] = chance.choice(["article-journal", "chapter", "book"])
    if made["type"] == "article-journal":
        made |= {"container-title": chance.choice(JOURNALS), "issue": str(chance.randint(1, 12))}
        made["volume"] = str(chance.randint(1, 99))
    else:
        made["publisher"], made["publisher-place"] = chance.choice(PRESSES)
    if made["type"] == "chapter":
        made["container-title"] = chance.choice(BOOKS)
        made["editor"] = [{"family": chance.choice(FAMILIES), "given": chance.choice(GIVEN)}]
    if made["type"] != "book":
        made["page"] = f"{first}-{first + chance.randint(1, 40)}"
    return made


def agreement(style: str, items: list[dict[str, Any]]) -> list[int]:
    """Give fields right, fields printed, references right, references."""
    entries = Processor(load_style(style), items).bibliography().entries
    right = printed = whole = 0
    for entry in entries:
        want = _values(items[int(entry.id)], entry.text)
        got = _read(parsing.parse(entry.text))
        same = sum(got[name] == value for name, value in want.items())
        right, printed, whole = right + same, printed + len(want), whole + (same == len(want))
    return [right, printed, whole, len(entries)]


def _values(made: dict[str, Any], text: str) -> dict[str, list[str]]:
    """Give the values of an item that the style printed."""
    every = {
        "family": words(" ".join(name["family"] for name in made["author"])),
        "title": words(made["title"]),
        "year": [str(made["issued"]["date-parts"][0][0])],
        "container": words(made.get("container-title", "")),
        "volume": words(made.get("volume", "")),
        "page": words(made.get("page", "").partition("-")[0]),
        "publisher": words(made.get("publisher", "")),
    }
    shown = set(words(text))
    return {name: value for name, value in every.items() if value and shown.issuperset(value)}


def _read(reference: Reference) -> dict[str, list[str]]:
    names = " ".join(f"{n.non_dropping_particle} {n.family or n.literal}" for n in reference.author)
    year = reference.issued.year if reference.issued else None
    return {
        "family": words(names),
        "title": words(reference.title),
        "year": [str(year)],
        "container": words(reference.container_title),
        "volume": words(reference.volume),
        "page": re.findall(r"\w+", reference.page)[:1],
        "publisher": words(reference.publisher),
    }


def _share(figures: list[int]) -> str:
    right, printed, whole, count = figures
    return f"fields {100 * right / printed:5.1f} %   whole {100 * whole / count:5.1f} %"


if __name__ == "__main__":
    main()
