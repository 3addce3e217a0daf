"""paracite beside citeproc-js on the same styles, items and locales: `csl_against.py --seed N`.

For each of a number of styles drawn at random (`--styles 60`), some of them in a locale that is
not their own, both render a bibliography, single citations (with and without locators) and a
document: clusters of cites in text or notes, with positions, locators of all labels, prefixes,
suffixes, authors left out or alone, and items that are listed but not cited.  The items are
drawn from recorded Crossref works, the references of labelled lists, and made ones of all types
with all kinds of names, dates and numbers.

Printed are the share of equal strings in each mode, the share that is equal or judged, and the
differences grouped into kinds, costliest first.  A kind is what stands in one string and not in
the other, with names and numbers made alike.  Kinds listed in `csl_judged.toml` are those in
which citeproc-js departs from the specification or the specification leaves the choice.

citeproc-js is the npm package `citeproc`, run by `node`; it is installed into a scratch folder
the first time.  Without node, or without the corpora that `PARACITE_CORPORA` names, the script
says so and ends.
"""

import argparse
import difflib
import gzip
import html
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from paracite import csljson
from paracite.csl import Processor, load_style, style_names

Item = dict[str, Any]
Judge = Callable[["Job", str, str, bool], bool]  #: whether two strings are of a judged kind
HERE = Path(__file__).parent
SCRATCH = Path(tempfile.gettempdir()) / "paracite-citeproc-js"
PACKAGE = "citeproc@2.4.63"
MODES = ("bibliography", "citation", "document")
LOCALES = ("de-DE", "fr-FR", "es-ES", "en-GB", "ja-JP", "ru-RU", "pt-BR", "zh-CN", "tr-TR", "it-IT")
ITEMS = 120  #: a style, of all there are
FORCED = 8  #: one style in so many is rendered in a locale that is not its own
NAMES = [
    {"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"},
    {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"},
    {"family": "de la Cruz", "given": "María José"},
    {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
    {"family": "O'Brien", "given": "Séamus"},
    {"family": "Smith", "given": "J. R."},
    {"family": "Smith", "given": "Jane"},
    {"family": "Smith-Jones", "given": "Jean-Luc"},
    {"family": "Ångström", "given": "Åsa"},
    {"family": "Иванов", "given": "Пётр Ильич"},
    {"family": "王", "given": "小明"},
    {"literal": "World Health Organization"},
    {"family": "Ünal", "given": "Şükrü"},
    {"family": "al-Hakim", "given": "Tawfiq"},
    {"family": "Plato"},
]
CHINESE = [
    {"family": "王", "given": "小明"},
    {"family": "李", "given": "丽"},
    {"family": "欧阳", "given": "修"},
    {"literal": "世界卫生组织"},
]
TYPES = (
    *("article", "article-journal", "article-magazine", "article-newspaper", "bill", "book"),
    *("broadcast", "chapter", "classic", "collection", "dataset", "document", "entry"),
    *("entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing"),
    *("interview", "legal_case", "legislation", "manuscript", "map", "motion_picture"),
    *("musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical"),
    *("personal_communication", "post", "post-weblog", "regulation", "report", "review"),
    *("review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage"),
)
WORDS = [
    "the",
    "of",
    "salt",
    "marsh",
    "and",
    "a",
    "new",
    "history",
    "reed",
    "beds",
    "in",
    "Northern",
    "Europe",
    "on",
    "early",
    "ferries:",
    "with",
]
DATES = (
    {"date-parts": [[2001]]},
    {"date-parts": [[2001, 5, 3]]},
    {"date-parts": [[1999, 12]]},
    {"date-parts": [[2016, 5, 3], [2016, 5, 5]]},
    {"date-parts": [[2010], [2012]]},
    {"date-parts": [[2004]], "season": 2},
    {"date-parts": [[1850]], "circa": True},
    {"date-parts": [[-44, 3, 15]]},
    {"literal": "in press"},
    {"date-parts": [[2001]]},
    {"date-parts": [[2001]]},
)
VALUES: dict[str, Sequence[str]] = {
    "volume": ("2", "14", "xii", "3-4", "A"),
    "issue": ("1", "2-3", "Suppl. 1"),
    "page": ("12", "321-328", "1,204-1,210", "e102", "S12-S15", "iv-x", "101-8, 201"),
    "edition": ("2", "3rd", "rev. ed."),
    "publisher": ("Dry Press", "Routledge & Sons"),
    "publisher-place": ("Ghent", "Cambridge, MA"),
    "container-title": ("Journal of Ponds", "Marsh: a review", "PLOS ONE"),
    "collection-title": ("Lecture notes in reeds",),
    "collection-number": ("12",),
    "number": ("12", "12,204,311", "A-17"),
    "number-of-pages": ("1", "320"),
    "number-of-volumes": ("1", "3"),
    "chapter-number": ("4",),
    "version": ("1.2",),
    "genre": ("PhD thesis", "Working paper"),
    "medium": ("DVD",),
    "archive": ("City Archive",),
    "archive_location": ("box 12",),
    "authority": ("Supreme Court",),
    "event-place": ("Basel",),
    "DOI": ("10.1000/xyz123",),
    "URL": ("https://example.org/a?b=c",),
    "ISBN": ("978-3-16-148410-0",),
    "PMID": ("1234567",),
    "language": ("en", "de", "fr-FR", "tr-TR", "zh-CN"),
    "abstract": ("An abstract.",),
    "note": ("A note",),
    "title-short": ("Short title",),
    "section": ("Arts",),
    "status": ("forthcoming",),
}
LABELS = (
    *("page", "page", "page", "chapter", "section", "volume", "figure", "paragraph", "line"),
    *("verse", "sub-verbo", "folio", "note", "part", "issue", "column", "opus", "book"),
)
LOCATORS = ("12", "12-15", "12, 14", "3 & 5", "iv", "iv-x", "221-225", "a", "12a")
PREFIXES = ("see ", "See also. ", "cf. ", "e.g., ")
SUFFIXES = (", emphasis added", " and passim", " (my translation)")


@dataclass(frozen=True, slots=True)
class Job:
    """A style in a locale, and what is rendered in it."""

    name: str
    locale: str
    mode: str
    items: tuple[Item, ...]
    clusters: tuple[tuple[Item, ...], ...] = ()
    notes: tuple[int, ...] = ()
    nocite: tuple[str, ...] = ()


def main() -> None:
    """Print the shares and the kinds of difference."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--styles", type=int, default=60)
    parser.add_argument("--style", action="append", help="this style instead of drawn ones")
    parser.add_argument("--kinds", type=int, default=25, help="how many kinds to print")
    parser.add_argument("--show", default="", help="print the differences of kinds with this text")
    arguments = parser.parse_args()
    corpora = Path(os.environ.get("PARACITE_CORPORA", ""))
    if not shutil.which("node") or not (corpora / "crossref").is_dir():
        sys.exit("skipped: needs `node`, and the corpora that PARACITE_CORPORA names")
    chance = random.Random(arguments.seed)  # noqa: S311  a sample, no secret
    jobs = list(make_jobs(chance, all_items(corpora), arguments.style, arguments.styles))
    report(jobs, theirs(jobs), arguments)


def make_jobs(
    chance: random.Random, items: Sequence[Item], names: list[str] | None, count: int
) -> Iterator[Job]:
    """Yield for each style a bibliography, citations and a document."""
    shipped = [name for name, path in style_names().items() if path.parent.name != "dependent"]
    for name in names or chance.sample(shipped, count):
        locale = chance.choice(LOCALES) if chance.randrange(FORCED) == 0 else ""
        chosen = tuple(chance.sample(items, min(ITEMS, len(items))))
        yield Job(name, locale, "bibliography", chosen)
        single = [({"id": item["id"]},) for item in chosen]
        located = [({"id": item["id"], **_located(chance)},) for item in chosen[:40]]
        yield Job(name, locale, "citation", chosen, (*single, *located))
        clusters = tuple(_cluster(chance, chosen[:30]) for _ in range(40))
        numbered = load_style(name).notes
        notes = tuple(n + 1 - (n % 7 == 6) if numbered else 0 for n in range(len(clusters)))
        nocite = tuple(item["id"] for item in chosen[30:36])
        yield Job(name, locale, "document", chosen[:36], clusters, notes, nocite)


def _located(chance: random.Random) -> Item:
    return {"locator": chance.choice(LOCATORS), "label": chance.choice(LABELS)}


def _cluster(chance: random.Random, items: Sequence[Item]) -> tuple[Item, ...]:
    count = chance.choice([1, 1, 1, 2, 2, 3, 4])
    few = items[: chance.choice([4, len(items)])]
    cites = [_cite(chance, item["id"]) for item in chance.sample(few, count)]
    way = chance.random()
    if way < 0.1:
        cites = [{**cites[0], "suppress-author": True}]
    elif way < 0.15:
        cites = [{"id": cites[0]["id"], "author-only": True}]
    return tuple(cites)


def _cite(chance: random.Random, key: str) -> Item:
    cite = {"id": key}
    if chance.random() < 0.3:
        cite |= _located(chance)
    if chance.random() < 0.1:
        cite["prefix"] = chance.choice(PREFIXES)
    if chance.random() < 0.1:
        cite["suffix"] = chance.choice(SUFFIXES)
    return cite


def all_items(corpora: Path) -> list[Item]:
    """Return items of all sources, each with an id of its own, the same every time."""
    chance = random.Random(1)  # noqa: S311  a sample, no secret
    items = [*_crossref(corpora, 150), *_labelled(corpora, 150)]
    items += [_made(chance, TYPES[n % len(TYPES)]) for n in range(3 * len(TYPES))]
    return [_with_old_names({**item, "id": f"item-{n}"}) for n, item in enumerate(items)]


def _with_old_names(item: Item) -> Item:
    """Add the names variables had before CSL 1.0.2, by which citeproc-js looks for them."""
    return {**item, "event": item["event-title"]} if "event-title" in item else item


def _crossref(corpora: Path, count: int) -> list[Item]:
    from paracite.sources._record import to_reference

    with gzip.open(corpora / "crossref" / "works.jsonl.gz", "rt", encoding="utf-8") as lines:
        works = [json.loads(line) for line in lines]
    rare = [work for work in works if work.get("type") != "journal-article"]
    half = count // 2
    chosen = [*works[:: len(works) // half][:half], *rare[:: len(rare) // half][:half]]
    items = (csljson.to_item(to_reference(work)) for work in chosen)
    return [dict(item) for item in items if item.get("title")]


def _labelled(corpora: Path, count: int) -> list[Item]:
    path = corpora / "labelled-journals" / "references.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line)["csl"] for line in lines]
    return [row for row in rows[:: len(rows) // count] if row.get("title")][:count]


def _made(chance: random.Random, kind: str) -> Item:
    item: Item = {
        "type": kind,
        "title": " ".join(chance.choices(WORDS, k=6)).capitalize().rstrip(":"),
    }
    for variable, values in VALUES.items():
        if chance.random() < (0.15 if variable == "language" else 0.5):
            item[variable] = chance.choice(values)
    if chance.random() < 0.2:
        item["event-title"] = "Day of Odes"
    for variable in ("author", "editor", "translator", "container-author", "director", "recipient"):
        if chance.random() < (0.9 if variable == "author" else 0.25):
            people = CHINESE if item.get("language") == "zh-CN" else NAMES
            count = chance.choice([1, 1, 2, 2, 3, 5, 8, 12])
            item[variable] = chance.sample(people, min(count, len(people)))
    for variable, often in (("issued", 0.95), ("accessed", 0.4), ("original-date", 0.1)):
        if chance.random() < often:
            item[variable] = chance.choice(DATES)
    return item


def theirs(jobs: Sequence[Job]) -> list[list[list[str]] | str]:
    """Return what citeproc-js renders for each job, or the error it ends with."""
    if not (SCRATCH / "node_modules" / "citeproc").is_dir():
        SCRATCH.mkdir(exist_ok=True)
        subprocess.run(["npm", "install", "--no-fund", PACKAGE], cwd=SCRATCH, check=True)  # noqa: S607
    import citeproc

    styles = style_names()
    lines = [
        json.dumps(
            {
                "style": styles[job.name].read_text("utf-8"),
                "locale": job.locale,
                "items": job.items,
                "mode": job.mode,
                "clusters": job.clusters,
                "notes": job.notes,
                "nocite": job.nocite,
            }
        )
        for job in jobs
    ]
    done = subprocess.run(
        ["node", HERE / "csl_against.js", Path(citeproc.__file__).parent / "data" / "locales"],  # noqa: S607
        input="\n".join(lines),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        env={**os.environ, "NODE_PATH": str(SCRATCH / "node_modules")},
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    return [answer.get("strings", answer.get("error")) for answer in answers]


def ours(job: Job) -> list[tuple[str, str]]:
    """Return what paracite renders for a job: keys or numbers, and strings."""
    items: Sequence[Item] = job.items
    if job.mode == "document":  # in the order in which they come up, as citeproc-js has them
        cited = dict.fromkeys(
            [*(cite["id"] for cites in job.clusters for cite in cites), *job.nocite]
        )
        by_id = {item["id"]: item for item in items}
        items = [by_id[key] for key in cited]
    processor = Processor(load_style(job.name, job.locale), items, "html")
    if job.mode == "bibliography":
        listed = processor.bibliography().entries
        return [(entry.id, entry.text) for entry in listed]
    if job.mode == "citation":
        return [(str(cites[0]["id"]), processor.cite(cites)) for cites in job.clusters]
    texts = processor.citations(job.clusters, job.notes)
    return [(f"c{place}", text) for place, text in enumerate(texts)]


def plain(text: str) -> str:
    """Return a string as far as it is compared: entities read, layout left out."""
    text = html.unescape(html.unescape(text or ""))  # some styles escape twice
    text = re.sub(r"</?(?:div|a)\b[^>]*>|\[CSL STYLE ERROR: [^\]]*\]", " ", text)
    return re.sub(r"\s{2,}|[ \t\r\n]", " ", text).strip()


@dataclass(slots=True)
class Tally:
    """Strings compared, by mode, and the differences by kind: style and the two strings."""

    judged: list[tuple[str, Judge]]
    total: Counter[str] = field(default_factory=Counter)
    equal: Counter[str] = field(default_factory=Counter)
    excused: Counter[str] = field(default_factory=Counter)
    kinds: dict[str, list[tuple[str, str, str]]] = field(default_factory=lambda: defaultdict(list))

    def compare(self, job: Job, mine: str, their: str, *, alone: bool) -> None:
        """Count a pair of strings; `alone` are those of authors without their works."""
        self.total[job.mode] += 1
        if mine == their:
            self.equal[job.mode] += 1
            return
        name = next((name for name, test in self.judged if test(job, mine, their, alone)), "")
        self.excused[job.mode] += bool(name)
        kind = f"judged: {name}" if name else f"{job.mode[:3]} {_kind(mine, their)}"
        self.kinds[kind].append((f"{job.name} {job.locale}", mine, their))


def report(
    jobs: Sequence[Job],
    answers: Sequence[list[list[str]] | str],
    arguments: argparse.Namespace,
) -> None:
    """Print shares by mode, and the kinds of difference."""
    tally = Tally(_judged())
    for job, answer in zip(jobs, answers, strict=True):
        if isinstance(answer, str):
            print(f"{job.name} {job.mode}: citeproc-js ends with {answer[:80]}")
            continue
        own, other = ours(job), [(str(key), text) for key, text in answer]
        if job.mode == "bibliography":
            if [key for key, _ in own] != [key for key, _ in other]:
                tally.kinds["order"].append((job.name, _order(own), _order(other)))
            found = dict(other)
            other = [(key, found.get(key, "")) for key, _text in own]
        clusters = job.clusters or [()] * len(own)
        for (_, mine), (_, their), cites in zip(own, other, clusters, strict=True):
            alone = any("author-only" in cite for cite in cites)
            tally.compare(job, plain(mine), plain(their), alone=alone)
    _print(tally, arguments)


def _print(tally: Tally, arguments: argparse.Namespace) -> None:
    for mode in MODES:
        good, all_ = tally.equal[mode], tally.total[mode] or 1
        print(
            f"{mode:<13}{all_:>6} strings  equal {good / all_:7.2%}"
            f"  equal or judged {(good + tally.excused[mode]) / all_:7.2%}"
        )
    print()
    costliest = sorted(tally.kinds.items(), key=lambda pair: -len(pair[1]))
    for kind, cases in costliest[: arguments.kinds]:
        name, mine, their = cases[0]
        styles = len({case[0] for case in cases})
        print(f"{len(cases):>5} in {styles} styles  {kind}\n      {name}")
        print(f"      p {mine}\n      j {their}")
    for kind, cases in tally.kinds.items():
        if arguments.show and arguments.show in kind:
            for name, mine, their in cases:
                print(f"\n{kind}  {name}\n  p {mine}\n  j {their}")


def _order(strings: Sequence[tuple[str, str]]) -> str:
    return " ".join(key.removeprefix("item-") for key, _ in strings)


def _kind(mine: str, their: str) -> str:
    """Return what stands in one string and not in the other, names and numbers made alike."""
    pieces = []
    matcher = difflib.SequenceMatcher(None, mine, their, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            pieces.append(f"{_alike(mine[a:b])} → {_alike(their[c:d])}")
    return " | ".join(pieces[:3])


def _alike(text: str) -> str:
    text = re.sub(r"\d+", "9", text)
    return repr(re.sub(r"[^\W\d_]{4,}", "word", text)[:40])


def _judged() -> list[tuple[str, Judge]]:
    """Return the judged kinds: each a name, and a test of a pair of strings.

    A pair is of a kind where the strings become equal when `instead` is put for `pattern` in
    both, and with `fold` when case does not count.  With `where` it must be found in
    citeproc-js's string, with `style` in the style's XML, with `locale` in a locale that is
    forced; with `alone` it is of authors without their works.
    """
    rows = tomllib.loads((HERE / "csl_judged.toml").read_text("utf-8"))["kind"]
    return [(row["name"], _test(row)) for row in rows]


def _test(row: dict[str, str]) -> Judge:
    keys = ("pattern", "where", "style", "locale")
    pattern, where, style, locale = (re.compile(row.get(key, "")) for key in keys)

    def same(text: str) -> str:
        text = " ".join(pattern.sub(row.get("instead", ""), text).split())
        return text.casefold() if row.get("fold") else text

    def test(job: Job, mine: str, their: str, alone: bool) -> bool:  # noqa: FBT001  a pair's
        asked = where.search(their) and style.search(_xml(job.name)) and locale.search(job.locale)
        if not asked or (row.get("alone") and not alone):
            return False
        return same(mine) == same(their)

    return test


@cache
def _xml(name: str) -> str:
    return style_names()[name].read_text("utf-8")


if __name__ == "__main__":
    main()
