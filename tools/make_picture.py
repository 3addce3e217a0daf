"""Draw docs/tidy.svg, the README's picture: what `make demo` prints on a terminal.

Run with the environment's own Python: `python tools/make_picture.py`.
"""

import io
import os
from pathlib import Path

from rich.console import Console

from paracite import sources, tidying
from paracite.render import console, summary

ROOT = Path(__file__).parent.parent
PICTURE = Path("docs/tidy.svg")
COMMAND = "make demo"
WIDTH = 100
WRITTEN = ("out/references.bib", "out/references.txt", "out/references.html", "out/report.json")


def main() -> None:
    """Do the main job on the article's list and export what it shows."""
    os.chdir(ROOT)  # so that paths are shown as a reader of the README would see them
    screen = Console(
        record=True, width=WIDTH, theme=console.THEME, highlight=False, file=io.StringIO()
    )
    with sources.open_sources(("data/registry.jsonl",), offline=True) as opened:
        tidied = tidying.tidy("data/article.txt", opened)
    summary.show(screen, tidied, WRITTEN)
    PICTURE.parent.mkdir(exist_ok=True)
    screen.save_svg(str(PICTURE), title=COMMAND, unique_id="tidy")
    print(f"written: {PICTURE}")


if __name__ == "__main__":
    main()
