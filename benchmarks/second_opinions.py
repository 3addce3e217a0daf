"""Ask other libraries: `python benchmarks/second_opinions.py [--count 20000] [--seed 1] [SECTION …]`.

Each section generates values by a seed and reads them with paracite and with a library that
others wrote.  Printed are, by section and kind, how many values were compared and how many
differ; differences that were judged are named in `tests/opinions/judged.toml` with the reason.
Exit code 1 says that some were not.

A section is a generator of `Comparison`s in a module of `_opinions/`, which lists it in
`SECTIONS`; `tests/opinions` runs each with a small count.
"""

import argparse
import pkgutil
import random
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import _opinions
from _opinions import Comparison

JUDGED = Path(__file__).parent.parent / "tests" / "opinions" / "judged.toml"
EXAMPLES = 3  #: of each kind that differs and was not judged


def sections() -> dict[str, Callable[[random.Random, int], Iterator[Comparison]]]:
    """Return every section by its name."""
    found = {}
    for module in pkgutil.iter_modules(_opinions.__path__):
        found.update(import_module(f"_opinions.{module.name}").SECTIONS)
    return found


def judged(path: Path = JUDGED) -> list[tuple[str, re.Pattern[str], str]]:
    """Read the judged differences: section, pattern that the value must match, reason."""
    listed = tomllib.loads(path.read_text("utf-8"))["judged"]
    return [(each["section"], re.compile(each["value"]), each["reason"]) for each in listed]


def compare(
    name: str, count: int, seed: int
) -> tuple[Counter[str], Counter[str], list[Comparison]]:
    """Run a section: how many values of each kind, how many judged, and what else differs."""
    reasons = [(value, reason) for section, value, reason in judged() if section == name]
    total, known, differing = Counter[str](), Counter[str](), []
    for comparison in sections()[name](random.Random(seed), count):  # noqa: S311  no secret
        total[comparison.kind] += 1
        if comparison.ours == comparison.theirs:
            continue
        reason = next((why for value, why in reasons if value.search(comparison.value)), "")
        if reason:
            known[reason] += 1
        else:
            differing.append(comparison)
    return total, known, differing


def main() -> None:
    """Run the sections and print what differs."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sections", nargs="*")
    parser.add_argument("--count", type=int, default=20_000, help="values of each section, at most")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    values = differences = 0
    for name in arguments.sections or sections():
        total, known, differing = compare(name, arguments.count, arguments.seed)
        values += total.total()
        differences += len(differing)
        print(f"{name}: {total.total()} values, {len(differing)} differ, {known.total()} judged")
        for reason, count in known.most_common():
            print(f"    {count:6} judged: {reason}")
        for kind, count in Counter(each.kind for each in differing).most_common():
            print(f"    {count:6} of {total[kind]} differ: {kind}")
            for each in [each for each in differing if each.kind == kind][:EXAMPLES]:
                print(f"           {each.value!r}\n             ours   {each.ours!r}")
                print(f"             theirs {each.theirs!r}")
    print(f"{values} values, {differences} differences that are not judged")
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
