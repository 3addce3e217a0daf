"""Load every style there is and render five ordinary items in each: `all_styles.py [--dependent]`.

Prints how many independent styles load and render without an error, and names those that do
not.  With `--dependent` also that every dependent and renamed name leads to a style.
"""

import sys
from pathlib import Path
from typing import Any

from paracite.csl import Processor, load_style, style_names

ITEMS: list[dict[str, Any]] = [
    {
        "id": "article",
        "type": "article-journal",
        "author": [{"family": "Frost", "given": "Helen"}, {"family": "Ives", "given": "Dan"}],
        "issued": {"date-parts": [[2016, 3]]},
        "title": "Ants in towns",
        "container-title": "Urban Ecology",
        "volume": "10",
        "issue": "2",
        "page": "21-29",
        "DOI": "10.1000/ue.10.21",
    },
    {
        "id": "book",
        "type": "book",
        "author": [{"family": "Harlow", "given": "Edith M."}],
        "issued": {"date-parts": [[1995]]},
        "title": "The patient gardener",
        "publisher": "Greenleaf",
        "publisher-place": "London",
        "edition": "2",
    },
    {
        "id": "chapter",
        "type": "chapter",
        "author": [{"family": "Cole", "given": "Anna"}],
        "editor": [{"family": "Wolfe", "given": "Jane"}],
        "issued": {"date-parts": [[2009]]},
        "title": "Rain in novels",
        "container-title": "Essays on rain",
        "page": "45-67",
        "publisher": "Nimbus",
    },
    {
        "id": "thesis",
        "type": "thesis",
        "author": [{"family": "Okafor", "given": "Ngozi"}],
        "issued": {"date-parts": [[2017]]},
        "title": "Markets at night",
        "genre": "PhD thesis",
        "publisher": "University of Ibadan",
    },
    {
        "id": "page",
        "type": "webpage",
        "author": [{"literal": "City of Larkhill"}],
        "title": "Recycling calendar",
        "URL": "https://example.org/recycling",
        "accessed": {"date-parts": [[2020, 9, 30]]},
    },
]


def problem(name: str) -> str:
    """Say what goes wrong with a style, or `""`."""
    try:
        processor = Processor(load_style(name), ITEMS, "html")
        cited = processor.citations([[{"id": item["id"], "locator": "5"}] for item in ITEMS])
        listed = processor.bibliography()
    except Exception as error:  # noqa: BLE001  whatever it is, it is counted and named
        return f"{type(error).__name__}: {error}"
    failed = [each for each in listed.warnings if "could not be styled" in each]
    if failed:
        return failed[0]
    return "" if any(cited) or listed.entries else "prints nothing"


def main() -> None:
    """Print how many styles are fine, and each that is not."""
    named = style_names()
    independent = {path.stem: path for path in named.values() if path.parent.name != "dependent"}
    bad = {name: said for name in sorted(independent) if (said := problem(name))}
    for name, said in bad.items():
        print(f"{name}: {said}")
    print(f"{len(independent) - len(bad)} of {len(independent)} independent styles render 5 items")
    if "--dependent" in sys.argv:
        print(f"{_leading(named)} of {len(named)} names lead to a style")


def _leading(named: dict[str, Path]) -> int:
    good = 0
    for name in named:
        try:
            load_style(name)
        except Exception as error:  # noqa: BLE001  counted and named
            print(f"{name}: {error}")
        else:
            good += 1
    return good


if __name__ == "__main__":
    main()
