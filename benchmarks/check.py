"""Measure `paracite check`: planted faults found, false findings, CPU seconds, and two peers.

    python benchmarks/check.py --generator gen_bib.py [--peers] [--entries 1000] [--seeds 5]

The generator plants one fault of a known kind in 6 % of its entries and makes 8 % of them
doubles of others.  A fault counts as found when its entry has a finding of a rule that is
about that kind.  Whether a fault can be known without a look-up is computed from the file:
a wrong year where nothing else in the entry tells the year cannot be.  ISBNs of the generator
are drawn at random, so nine in ten have a wrong check digit: those findings are true, and
counted apart.
"""

import argparse
import json
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from paracite import checking
from paracite.checking import Diagnostic, lists, selecting
from paracite.fields import identifiers
from paracite.rules import Case
from paracite.rules.year_against_doi import year_of

#: kind of planted fault → rules that are about it
RULES = {
    "bad_doi_syntax": ("DOI001", "DOI002"),
    "dead_doi": ("DOI008",),  # that its prefix is nobody's is known; others need a look-up
    "wrong_doi": ("DOI004", "DOI011", "DATE003", "REQ001"),
    "missing_year": ("REQ001",),
    "missing_author": ("REQ001",),
    "year_typo": ("DATE003", "DATE001"),
    "url_doi": ("DOI001", "DOI008"),
    "page_hyphen": ("NUM001",),
    "caps_title": ("TITLE001",),
    "empty_title": ("REQ001",),
    "et_al": ("NAME005",),
    "future_year": ("DATE001",),
}


def generated(generator: str, seed: int, entries: int, folder: Path) -> tuple[Path, Path]:
    """Make one list with its truth."""
    bib, truth = folder / f"{seed}.bib", folder / f"{seed}.json"
    subprocess.run(
        [
            *(sys.executable, generator, "-n", str(entries), "--seed", str(seed)),
            *("-o", str(bib), "--truth", str(truth)),
        ],
        check=True,
    )
    return bib, truth


def knowable(kind: str, case: Case) -> bool:
    """Tell whether a fault of this kind left any trace in its entry."""
    reference = case.reference
    doi = identifiers.doi(reference.doi)
    if kind == "year_typo":
        return bool(doi and year_of(doi))
    if kind == "page_hyphen":
        return bool(reference.page)
    if kind == "caps_title":
        return "\\" not in case.text("title") and "$" not in case.text("title")
    return True


def measure(bib: Path, truth: Path) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Count faults known and found by kind, and findings on entries without any by code."""
    notes = json.loads(truth.read_text("utf-8"))
    checked = lists.load(str(bib))
    codes: dict[str, set[str]] = defaultdict(set)
    found: Sequence[Diagnostic] = checking.check(checked, selecting.choose())
    for each in found:
        codes[each.key].add(each.code)
    planted: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    for case in checked.cases:
        key = case.reference.citekey
        for kind in (note[1] for note in notes.get(key, ()) if note[0] == "fault"):
            if knowable(kind, case):
                planted[kind] += 1
                hit[kind] += bool(codes[key] & set(RULES[kind]))
    false = Counter(each.code for each in found if each.key not in notes)
    return planted, hit, false


def cpu_of(command: Sequence[str]) -> tuple[float, str]:
    """Run a command; give its CPU seconds and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, done.stdout + done.stderr


def speed(generator: str, folder: Path) -> None:
    """Print CPU seconds for 100 and 10,000 entries, first and second time."""
    for entries in (100, 10_000):
        bib, _ = generated(generator, 1, entries, folder)
        command = [sys.executable, "-m", "paracite", "check", str(bib), "--statistics"]
        (first, _), (again, _) = cpu_of(command), cpu_of(command)
        print(f"{entries:>6} entries: {first:.2f} CPU s, again {again:.2f}")


def peers(bib: Path, truth: Path) -> None:
    """Print for each program that is installed how many of the faulty entries it names."""
    notes = json.loads(truth.read_text("utf-8"))
    faulty = {key for key, each in notes.items() if any(note[0] == "fault" for note in each)}
    copy = bib.with_suffix(".copy.bib")
    shutil.copy(bib, copy)
    read = [
        "bibtex",
        "--noar",
        "read",
        str(bib),
        "doctor",
        "-k",
        "title",
        "-k",
        "author",
        "-k",
        "year",
    ]
    programs = {
        "paracite": [sys.executable, "-m", "paracite", "check", str(bib), "--json"],
        "bibtex-tidy": ["bibtex-tidy", str(copy), "--modify", "--duplicates=doi,key,citation"],
        "papis": ["papis", *read],
    }
    for name, command in programs.items():
        if not shutil.which(command[0]):
            print(f"{name}: not installed")
            continue
        seconds, out = cpu_of(command)
        if name == "papis":  # its list has numbers and titles, no keys; what it names is missing
            named = len(re.findall(r"Missing: \w+", out))
        else:
            keys = set(re.findall(r'"key": "([^"]+)"|Entry (\S+) has', out))
            named = len(faulty & {key for pair in keys for key in pair})
        print(f"{name}: {named} of {len(faulty)} faulty entries, {seconds:.1f} CPU s")


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--generator", required=True, help="the script that makes the lists")
    parser.add_argument("--entries", type=int, default=1000)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--peers", action="store_true")
    options = parser.parse_args()
    planted: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    false: Counter[str] = Counter()
    start = time.process_time()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for seed in range(1, options.seeds + 1):
            bib, truth = generated(options.generator, seed, options.entries, folder)
            for total, part in zip((planted, hit, false), measure(bib, truth), strict=True):
                total.update(part)
        print(f"{'kind':<16} planted  found  recall")
        for kind in RULES:
            recall = f"{hit[kind] / planted[kind]:.2f}" if planted[kind] else "-"
            print(f"{kind:<16} {planted[kind]:>7} {hit[kind]:>6} {recall:>7}")
        isbn = false.pop("ID001", 0)
        share = 1000 * sum(false.values()) / (options.entries * options.seeds)
        print(f"on entries without faults: {share:.1f} findings per 1,000: {dict(false)}")
        print(f"and {isbn} ISBNs whose check digit is wrong, as drawn by the generator")
        print(f"in {time.process_time() - start:.1f} CPU s for all lists")
        speed(options.generator, folder)
        if options.peers:
            peers(*generated(options.generator, 1, options.entries, folder))


if __name__ == "__main__":
    main()
