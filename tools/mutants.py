"""How many small faults the tests notice: `python tools/mutants.py 300 --seed 7 --only fields`.

A sample of single-line mutants of the source is drawn by a seed, as many of each package as of
any other; each is run against the tests that run its line, up to the first failure.  Printed
are the mutants that no test notices and their share by package.  Those that change nothing a
user could see are listed with the reason in `tools/mutants_judged.toml` and left out.

The tests of a line are found by coverage.py's contexts, measured anew when source or tests
change (about three minutes).  Of a line that is run at import, such as a table, they are all
tests that run anything of its module, or of the modules that import it.
"""

import argparse
import ast
import hashlib
import multiprocessing
import os
import random
import re
import shutil
import subprocess
import sys
import time
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "paracite"
WORK = ROOT / "build" / "mutants"
JUDGED = ROOT / "tools" / "mutants_judged.toml"
LONGEST = 240.0  #: seconds after which a mutant that still runs counts as noticed
MOST_TESTS = 150  #: so many are named with their parameters; more by their functions
TEST = (
    *("-x", "-q", "-p", "no:cacheprovider", "--hypothesis-profile=mutants"),
    *("-W", "ignore:Module already imported"),  # hypothesis is, before the process is forked
)

COMPARISONS: Mapping[type[ast.cmpop], str] = {
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.Lt: "<=",
    ast.LtE: "<",
    ast.Gt: ">=",
    ast.GtE: ">",
    ast.Is: "is not",
    ast.IsNot: "is",
    ast.In: "not in",
    ast.NotIn: "in",
}
OPERATORS: Mapping[type[ast.operator], str] = {
    ast.Add: "-",
    ast.Sub: "+",
    ast.Mult: "//",
    ast.Div: "*",
    ast.FloorDiv: "*",
    ast.Mod: "*",
    ast.BitOr: "&",
    ast.BitAnd: "|",
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change of the source: of a file's line (from 1), what stands there before and after."""

    path: str  #: relative to `src/paracite`
    line: int
    start: int  #: the offsets in the file's text that `new` replaces
    end: int
    new: str
    before: str  #: the line as it is, and as it is changed, without white space around
    after: str

    @property
    def package(self) -> str:
        """The folder the file is in, or `(top)`."""
        return self.path.partition("/")[0] if "/" in self.path else "(top)"


def mutants(path: str, text: str) -> Iterator[Mutant]:
    """Yield every mutant of a file's text."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    lines = text.splitlines()

    def offset(line: int, column: int) -> int:
        encoded = lines[line - 1].encode()[:column] if lines else b""
        return starts[line - 1] + len(encoded.decode())

    for number, start_column, end_column, new in _changes(ast.parse(text), text):
        start, end = offset(number, start_column), offset(number, end_column)
        at = starts[number - 1]
        after = lines[number - 1][: start - at] + new + lines[number - 1][end - at :]
        yield Mutant(path, number, start, end, new, lines[number - 1].strip(), after.strip())


Change = tuple[int, int, int, str]  #: line, its columns in bytes, and what replaces them


def _changes(tree: ast.Module, text: str) -> Iterator[Change]:
    lines = [line.encode() for line in text.splitlines()]
    skipped = _skipped(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.expr | ast.stmt) or node in skipped:
            continue
        line = lines[node.lineno - 1]
        if isinstance(node, ast.If | ast.While) and not isinstance(node.test, ast.Compare):
            node = node.test  # noqa: PLW2901  the condition alone is one line
            yield node.lineno, node.col_offset, node.col_offset, "not "
        elif node.lineno == node.end_lineno:
            for start, end, new in _of_node(node, line):
                yield node.lineno, start, end, new


def _skipped(tree: ast.Module) -> set[ast.AST]:
    """Return what no test is asked to notice: docstrings, types, the wording of errors.

    What stands within an f-string has no place of its own before Python 3.12.
    """
    found: set[ast.AST] = set()
    for node in ast.walk(tree):
        parts: list[ast.AST | None] = []
        if isinstance(node, ast.FunctionDef):
            parts = [
                node.returns,
                *(a.annotation for a in ast.walk(node) if isinstance(a, ast.arg)),
            ]
        elif isinstance(node, ast.AnnAssign):
            parts = [node.annotation]
        elif isinstance(node, ast.Raise):
            parts = [node.exc]
        elif isinstance(node, ast.JoinedStr) or (
            isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        ):
            parts = [node]
        found.update(inner for part in parts if part for inner in ast.walk(part))
    return found


def _of_node(node: ast.expr | ast.stmt, line: bytes) -> Iterator[tuple[int, int, str]]:
    """Yield the changes of a node that stands on one line: from column, to column, new text."""
    start, end = node.col_offset, node.end_col_offset or 0
    match node:
        case ast.Compare(left=left, ops=[sign], comparators=[right]):
            yield _between(line, left, right, COMPARISONS[type(sign)])
        case ast.BinOp(left=left, op=operator, right=right) if type(operator) in OPERATORS:
            yield _between(line, left, right, OPERATORS[type(operator)])
        case ast.BoolOp(op=joint, values=[first, *_, last]):
            other = "or" if isinstance(joint, ast.And) else "and"
            yield _between(line, node.values[-2], last, other)
            yield start, end, line[first.col_offset : first.end_col_offset].decode()
            yield start, end, line[last.col_offset : last.end_col_offset].decode()
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield start, operand.col_offset, ""
        case ast.Constant(value=value) if not isinstance(value, bytes) and value is not None:
            if new := _constant(value, line[start:end].decode()):
                yield start, end, new
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield value.col_offset, end, "None"
        case ast.Expr(value=ast.Call()) | ast.AugAssign():
            yield start, end, "pass"
        case ast.Continue() | ast.Break():
            yield start, end, "break" if isinstance(node, ast.Continue) else "continue"


def _between(line: bytes, left: ast.expr, right: ast.expr, new: str) -> tuple[int, int, str]:
    """Replace the sign between two expressions, and none of the brackets around them."""
    start, end = left.end_col_offset or 0, right.col_offset
    text = line[start:end].decode()
    sign = re.search(r"[^\s()]+(?: (?:in|not)\b)?", text)
    if sign is None:
        return start, end, text
    return start, end, f"{text[: sign.start()]}{new}{text[sign.end() :]}"


def _constant(value: object, written: str) -> str:
    """Change a constant a little; of a string one letter or digit, in a table one of a word."""
    if isinstance(value, bool):
        return str(not value)
    if isinstance(value, int | float):
        return f"({written} + 1)"
    if not isinstance(value, str):
        return ""
    inside = re.fullmatch(r"(\w*(?P<quote>\"\"\"|'|\"))(.*)(?P=quote)", written, re.DOTALL)
    if inside is None:
        return ""
    places = [match.start() for match in re.finditer(r"(?<!\\)[^\W_]", inside[3])]
    if not places:
        return f"{inside[1]}{inside[3]}x{inside['quote']}"
    at = inside.start(3) + random.Random(written).choice(places)  # noqa: S311
    return f"{written[:at]}{'y' if written[at] in 'xX' else 'x'}{written[at + 1 :]}"


@dataclass(frozen=True)
class Tests:
    """Which tests run which lines, by file."""

    lines: Mapping[str, Mapping[int, frozenset[str]]]
    functions: Mapping[str, frozenset[int]]  #: the lines within functions
    importers: Mapping[str, frozenset[str]]

    def of(self, mutant: Mutant) -> frozenset[str]:
        """Return the tests that run a mutant."""
        if mutant.line in self.functions[mutant.path]:
            return self.lines.get(mutant.path, {}).get(mutant.line, frozenset())
        near = {mutant.path}
        for _ in range(3):
            if found := frozenset[str]().union(*map(self._of_functions, near)):
                return found
            near = {path for each in near for path in self.importers.get(each, ())}
        return frozenset()

    def _of_functions(self, path: str) -> frozenset[str]:
        inside = self.functions[path]
        by_line = self.lines.get(path, {})
        return frozenset[str]().union(*(by_line[line] for line in by_line if line in inside))


def measured(folders: list[str]) -> Tests:
    """Find which tests of these folders run which lines; run them all where that is not known."""
    from coverage import CoverageData

    digest = hashlib.sha256(" ".join(folders).encode())
    for path in sorted([*SOURCE.rglob("*"), *(ROOT / "tests").rglob("*")]):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(str(path).encode() + path.read_bytes())
    place = WORK / f"coverage-{digest.hexdigest()[:16]}"
    if not place.exists():
        print("running the tests to see which run which lines …", file=sys.stderr)
        WORK.mkdir(parents=True, exist_ok=True)
        command = (sys.executable, "-m", "pytest", "-q", "-n", "2", "-p", "no:cacheprovider")
        cover = (f"--cov={SOURCE}", "--cov-context=test", "--cov-report=")
        environment = {**os.environ, "COVERAGE_FILE": f"{place}.part"}
        subprocess.run([*command, *cover, *folders], cwd=ROOT, env=environment, check=True)
        Path(f"{place}.part").rename(place)
    data = CoverageData(str(place))
    data.read()
    lines = {}
    for file in data.measured_files():
        contexts = data.contexts_by_lineno(file)
        lines[Path(file).relative_to(SOURCE).as_posix()] = {
            line: frozenset(each.rpartition("|")[0] for each in found if each)
            for line, found in contexts.items()
        }
    trees = {path: ast.parse((SOURCE / path).read_text("utf-8")) for path in _paths()}
    functions = {path: frozenset(_inside_functions(tree)) for path, tree in trees.items()}
    return Tests(lines, functions, _importers(trees))


def _paths() -> list[str]:
    return [path.relative_to(SOURCE).as_posix() for path in sorted(SOURCE.rglob("*.py"))]


def _inside_functions(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.Lambda):
            body = node.body if isinstance(node.body, list) else [node.body]
            yield from range(body[0].lineno, (body[-1].end_lineno or 0) + 1)


def _importers(trees: Mapping[str, ast.Module]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                base = node.module.replace(".", "/").removeprefix("paracite").lstrip("/")
                for name in (base, *(f"{base}/{alias.name}".lstrip("/") for alias in node.names)):
                    for file in (f"{name}.py", f"{name}/__init__.py"):
                        if file in trees:
                            found[file].add(path)
    return {path: frozenset(by) for path, by in found.items()}


def drawn(count: int, seed: int, only: str) -> list[Mutant]:
    """Draw mutants, as many of each package as can be, one of a line."""
    chance = random.Random(seed)  # noqa: S311  no secret
    packages: dict[str, dict[tuple[str, int], list[Mutant]]] = defaultdict(dict)
    for path in _paths():
        if path.startswith(only):
            for mutant in mutants(path, (SOURCE / path).read_text("utf-8")):
                of_line = packages[mutant.package].setdefault((path, mutant.line), [])
                of_line.append(mutant)
    chosen: list[Mutant] = []
    names = sorted(packages)
    chance.shuffle(names)
    for number, name in enumerate(names):
        share = (count - len(chosen)) // (len(names) - number)
        places = chance.sample(sorted(packages[name]), min(share, len(packages[name])))
        chosen += [chance.choice(packages[name][place]) for place in places]
    return chosen


def _run(copy: Path, tests: list[str]) -> None:
    """Run tests on a copy of the source, in a process forked for it; exit as pytest does."""
    os.setpgrp()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)
    sys.dont_write_bytecode = True
    os.environ |= {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    sys.path.insert(0, str(copy))
    os.chdir(ROOT)
    import pytest

    os._exit(int(pytest.main([*TEST, *tests])))


def _started(copy: Path, tests: list[str]) -> BaseProcess:
    process = multiprocessing.get_context("fork").Process(target=_run, args=(copy, tests))
    process.start()
    return process


def _named(tests: frozenset[str]) -> set[str]:
    """Name many tests by their functions; each of them then runs with all its parameters."""
    if len(tests) <= MOST_TESTS:
        return set(tests)
    return {test.partition("[")[0] for test in tests}


@dataclass(slots=True)
class Worker:
    """A copy of the source, and the process that tests the mutant in it."""

    copy: Path
    mutant: Mutant | None = None
    process: BaseProcess | None = None
    since: float = 0.0

    def start(self, mutant: Mutant, tests: frozenset[str]) -> None:
        """Put the mutant into the copy and start its tests, those of its own package first."""
        text = (SOURCE / mutant.path).read_text("utf-8")
        place = self.copy / "paracite" / mutant.path
        for stale in (place.parent / "__pycache__").glob(f"{place.stem}.*"):
            stale.unlink()
        place.write_text(text[: mutant.start] + mutant.new + text[mutant.end :], "utf-8")
        own = f"tests/{mutant.package}/"
        ordered = sorted(_named(tests), key=lambda test: (not test.startswith(own), test))
        self.mutant, self.since = mutant, time.monotonic()
        self.process = _started(self.copy, ordered or ["tests"])

    def ended(self) -> bool:
        """Return whether the tests are done, ending those that run too long."""
        if self.process is None or self.process.pid is None:
            return True
        if self.process.is_alive() and time.monotonic() - self.since > LONGEST:
            os.killpg(self.process.pid, 9)
            self.process.join()
        return not self.process.is_alive()

    def survived(self) -> bool:
        """Return whether all tests passed; put the source back."""
        assert self.mutant  # noqa: S101  for the type checker: it was started
        assert self.process  # noqa: S101
        shutil.copyfile(SOURCE / self.mutant.path, self.copy / "paracite" / self.mutant.path)
        code = self.process.exitcode
        self.process = None
        return code == 0


def survivors(chosen: list[Mutant], tests: Tests, jobs: int) -> Iterator[Mutant]:
    """Yield each mutant that no test notices."""
    import compileall

    import hypothesis
    import pytest  # noqa: F401  imported once, before the processes are forked

    phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
    hypothesis.settings.register_profile(
        "mutants", derandomize=True, deadline=None, database=None, phases=phases
    )
    workers = []
    for number in range(jobs):
        copy = WORK / f"copy{number}"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(SOURCE, copy / "paracite", ignore=shutil.ignore_patterns("__pycache__"))
        compileall.compile_dir(copy, quiet=1)
        workers.append(Worker(copy))
    control = set[str]().union(*(sorted(_named(tests.of(each)))[:3] for each in chosen))
    process = _started(workers[0].copy, sorted(control))
    process.join()
    if process.exitcode:
        raise SystemExit(f"without any mutant the tests fail: pytest {' '.join(sorted(control))}")
    waiting = list(reversed(chosen))
    while waiting or any(worker.process for worker in workers):
        for worker in workers:
            if not worker.ended():
                continue
            if worker.process and worker.survived() and worker.mutant:
                yield worker.mutant
            if waiting:
                mutant = waiting.pop()
                worker.start(mutant, tests.of(mutant))
        time.sleep(0.02)


def judged() -> set[tuple[str, str, str]]:
    """Read which mutants change nothing that a user could see."""
    listed = tomllib.loads(JUDGED.read_text("utf-8")).get("judged", [])
    return {(each["path"], each["before"], each["after"]) for each in listed}


def main() -> None:
    """Draw, run, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("count", type=int, nargs="?", default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="a path under src/paracite, such as `fields`")
    parser.add_argument("--tests", nargs="*", default=["tests"], help="the folders that are run")
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    equal = judged()
    chosen = [
        mutant
        for mutant in drawn(arguments.count, arguments.seed, arguments.only)
        if (mutant.path, mutant.before, mutant.after) not in equal
    ]
    tests = measured(arguments.tests)
    total: dict[str, int] = defaultdict(int)
    alive: dict[str, int] = defaultdict(int)
    for mutant in chosen:
        total[mutant.package] += 1
    for mutant in survivors(chosen, tests, arguments.jobs):
        alive[mutant.package] += 1
        print(f"{mutant.path}:{mutant.line} ({len(tests.of(mutant))} tests)")
        print(f"  - {mutant.before}\n  + {mutant.after}", flush=True)
    for name in sorted(total):
        print(f"{alive[name]:4} of {total[name]:4} live  {alive[name] / total[name]:6.1%}  {name}")
    live, every = sum(alive.values()), len(chosen)
    print(f"{live:4} of {every:4} live  {live / max(1, every):6.1%}  all, seed {arguments.seed}")


if __name__ == "__main__":
    main()
