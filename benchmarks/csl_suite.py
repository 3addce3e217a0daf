"""Run a folder of fixtures in the format of the CSL test suite: `csl_suite.py DIR [--json]`.

A fixture passes when the whole string is the expected one.  Sections and modes are those
the suite's own README describes; white space around the result does not count.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from paracite.csl import Bibliography, Processor, formats, load_style

SECTION = re.compile(r"^>>=+ *([A-Z0-9-]+) *=+>*\s*\n(.*?)^<<=+ *\1 *=+", re.MULTILINE | re.DOTALL)
JSON_SECTIONS = (
    "INPUT",
    "INPUT2",
    "CITATIONS",
    "CITATION-ITEMS",
    "BIBENTRIES",
    "BIBSECTION",
    "ABBREVIATIONS",
    "OPTIONS",
)
LOOSE_TAG = re.compile(r"\s+(?=</?div)|(?<=>)\s+(?=<div)")


@dataclass(frozen=True, slots=True)
class Fixture:
    """A fixture's name and its sections, JSON ones decoded."""

    name: str
    mode: str
    expected: str
    style: str
    data: dict[str, Any]

    @property
    def category(self) -> str:
        """The part of the name before the underscore."""
        return self.name.partition("_")[0]


def read(path: Path) -> Fixture:
    """Read a fixture file."""
    sections = dict(SECTION.findall(path.read_text("utf-8-sig")))
    data = {
        name: json.loads(sections[name]) for name in JSON_SECTIONS if sections.get(name, "").strip()
    }
    return Fixture(
        path.stem,
        sections["MODE"].strip(),
        sections["RESULT"].strip(),
        sections["CSL"].strip(),
        data,
    )


def run(fixture: Fixture) -> str:
    """Render a fixture as its mode says."""
    data = fixture.data
    items = {str(item["id"]): item for item in _items(data)}
    if "CITATIONS" in data:
        return _citations(fixture, items)
    if "BIBENTRIES" in data:
        wanted = [str(key) for keys in data["BIBENTRIES"][-1:] for key in keys]
        items = {key: items[key] for key in wanted}
    processor = _processor(fixture, items.values())
    if fixture.mode == "citation":
        groups = data.get("CITATION-ITEMS") or [[{"id": key} for key in processor.keys]]
        return "\n".join(processor.cite(group) for group in groups)
    return _bibliography(processor, fixture)


def _items(data: dict[str, Any]) -> list[dict[str, Any]]:
    items = [*data["INPUT"], *data.get("INPUT2", ())]
    return [
        item if "id" in item else {"id": f"ITEM-{n}", **item} for n, item in enumerate(items, 1)
    ]


def _processor(fixture: Fixture, items: Iterable[dict[str, Any]]) -> Processor:
    locale = fixture.data.get("OPTIONS", {}).get("locale", "")
    abbreviations = fixture.data.get("ABBREVIATIONS", {}).get("default", {})
    style = load_style(fixture.style, locale)
    return Processor(style, items, "html", abbreviations=abbreviations)


def _bibliography(processor: Processor, fixture: Fixture) -> str:
    section = fixture.data.get("BIBSECTION", {})
    bibliography = processor.bibliography(
        sort=fixture.mode != "bibliography-nosort", only=lambda item: _in_section(item, section)
    )
    if fixture.mode == "bibliography-header":
        return _header(bibliography)
    return str(bibliography)


def _header(bibliography: Bibliography) -> str:
    """Give what citeproc-js says of a bibliography beside its entries."""
    start, end = formats.HTML.document
    shown = {
        "bibend": end,
        "bibliography_errors": "",
        "bibstart": start,
        "done": "false",
        "entry_ids": ",".join(entry.id for entry in bibliography.entries),
        "entryspacing": bibliography.entry_spacing,
        "hangingindent": "true" if bibliography.hanging_indent else "",
        "linespacing": bibliography.line_spacing,
        "maxoffset": bibliography.max_offset,
        "second-field-align": bibliography.second_field_align or "false",
    }
    optional = ("hangingindent",)
    lines = (f"{name}: {value}" for name, value in shown.items() if value or name not in optional)
    return "\n".join(lines)


def _in_section(item: Mapping[str, Any], section: dict[str, Any]) -> bool:
    """Tell whether an item belongs to a section, as citeproc-js documents its filters."""
    rules = {name: [_matches(item, each) for each in tests] for name, tests in section.items()}
    return (
        all(rules.get("select", ()))
        and ("include" not in rules or any(rules["include"]))
        and not any(rules.get("exclude", ()))
        and not ("quash" in rules and all(rules["quash"]))
    )


def _matches(item: Mapping[str, Any], test: dict[str, str]) -> bool:
    value = item.get(test["field"]) or ""
    return test["value"] in value if isinstance(value, list) else test["value"] == value


def _citations(fixture: Fixture, items: dict[str, Any]) -> str:
    """Render a document; what the last citation's insertion changed is marked `>>`."""
    steps = fixture.data["CITATIONS"]
    after = _document(steps, len(steps), fixture, items)
    if fixture.mode != "citation":
        return after[1]
    before = _document(steps, len(steps) - 1, fixture, items)[0]
    last = _key(steps[-1], len(steps) - 1)
    lines = []
    for place, (key, text) in enumerate(after[0].items()):
        sign = ".." if before.get(key) == text and key != last else ">>"
        lines.append(f"{sign}[{place}] {text}")
    return "\n".join(lines)


def _document(
    steps: list[Any], count: int, fixture: Fixture, items: dict[str, Any]
) -> tuple[dict[str, str], str]:
    """Render the document as it is after `count` steps."""
    if not count:
        return {}, ""
    given = {_key(step, n): step[0] for n, step in enumerate(steps[:count])}
    last = _key(steps[count - 1], count - 1)
    pre, post = steps[count - 1][1:3]
    order = [
        *((key, note) for key, note in pre),
        (last, _note(steps[count - 1][0])),
        *((key, note) for key, note in post),
    ]
    cited = dict.fromkeys(
        str(cite["id"]) for key, _ in order for cite in given[key]["citationItems"]
    )
    processor = _processor(fixture, [items[key] for key in cited])
    texts = processor.citations(
        [_cites(given[key]) for key, _ in order], [note for _, note in order]
    )
    shown = dict(zip((key for key, _ in order), texts, strict=True))
    return shown, "" if fixture.mode == "citation" else _bibliography(processor, fixture)


def _cites(citation: Any) -> list[dict[str, Any]]:
    """Give the cites of a citation, its `mode` put on each."""
    mode = citation.get("properties", {}).get("mode", "")
    return [{**cite, mode: True} if mode else cite for cite in citation["citationItems"]]


def _key(step: Any, place: int) -> str:
    return str(step[0].get("citationID", place))


def _note(citation: Any) -> int:
    return int(citation.get("properties", {}).get("noteIndex", 0))


def passes(fixture: Fixture) -> bool:
    """Tell whether a fixture gives exactly what it expects; a failure of any kind is none."""
    try:
        return run(fixture).strip() == fixture.expected
    except Exception:  # noqa: BLE001  a fixture that raises has not passed
        return False


def main() -> None:
    """Print passed and total by category."""
    folder = Path(sys.argv[1])
    fixtures = [read(path) for path in sorted(folder.glob("*.txt"))]
    passed = [fixture for fixture in fixtures if passes(fixture)]
    totals, good = Counter(f.category for f in fixtures), Counter(f.category for f in passed)
    failed = sorted({f.name for f in fixtures} - {f.name for f in passed})
    if "--json" in sys.argv:
        categories = {name: [good[name], totals[name]] for name in sorted(totals)}
        print(
            json.dumps(
                {
                    "passed": len(passed),
                    "total": len(fixtures),
                    "categories": categories,
                    "failed": failed,
                }
            )
        )
        return
    for name in sorted(totals):
        print(f"{name:<16}{good[name]:>4} of {totals[name]}")
    print(f"{'all':<16}{len(passed):>4} of {len(fixtures)}  ({len(passed) / len(fixtures):.1%})")


if __name__ == "__main__":
    main()
