"""Layers point one way, plug-ins do not know each other, and start-up stays light."""

import ast
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import paracite

PACKAGE = Path(paracite.__file__).parent
HEAVY = {"bibtexparser", "citeproc", "lxml", "numpy", "pydantic", "requests", "rich"}
LAYERS = (  # a module imports only from rows above its own, or from its own package
    {"errors", "limits", "memory", "plugins", "reference", "text"},
    {"files", "fields", "config", "strict_json"},
    {"places"},
    {"csljson"},
    {"citekeys", "bibtex", "manuscripts", "matching", "parsing", "csl"},
    {"readers", "sources", "rules"},
    {"writers", "library"},
    {"sidecar"},
    {"decisions", "opening"},
    {"index", "outputs"},
    {"alike", "deduplicating", "doubts", "registering", "resolving"},
    {"checking"},
    {"adding", "completing", "showing", "tidying"},
    {"api"},
    {"render"},
    {"commands"},
    {"cli"},
    {"__main__", "__init__"},
)
PLUGINS = ("manuscripts", "readers", "writers", "sources", "rules", "commands")
RANK = {name: rank for rank, row in enumerate(LAYERS) for name in row}
MODULES = sorted(PACKAGE.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Yield the dotted names below `paracite` that a module imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "paracite":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("paracite."):
            base = (node.module or "").removeprefix("paracite.")
            yield from (f"{base}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_up_the_rows(path: Path) -> None:
    own = path.relative_to(PACKAGE).with_suffix("").parts
    for name in imports(path):
        used = name.split(".")
        if used[0] == "__version__":
            continue
        assert used[0] == own[0] or RANK[used[0]] < RANK[own[0]], f"imports {name}"
        sideways = used[0] == own[0] and own[0] in PLUGINS and own[-1] != "__init__"
        plugin = (PACKAGE / used[0] / f"{used[1]}.py").exists() if len(used) > 1 else False
        assert not (sideways and plugin and not used[1].startswith("_")), f"imports {name} sideways"


ONLY_OPENED = {  # what puts a list together, and who may do that
    "readers.read": {"readers"},
    "with_citekeys": {"citekeys", "opening"},
    "sidecar.load": {"sidecar", "opening"},
}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_list_is_opened_in_one_place_and_known_by_position(path: Path) -> None:
    own = path.relative_to(PACKAGE).with_suffix("").parts[0]
    calls = [
        ast.unparse(node.func)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
    ]
    for name, homes in ONLY_OPENED.items():
        assert own in homes or not any(call == name or call.endswith(f".{name}") for call in calls)
    assert "id" not in calls, "a position is what a reference is known by"


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from paracite.cli import build\n"
        "try: build([])(['--help'])\n"
        "except SystemExit: pass\n"
        "print('MODULES', *sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.partition("MODULES")[2].split())
    assert HEAVY & loaded == set()


def dotted(path: Path) -> str:
    """Return a module's name below `paracite`, that of a package for its `__init__`."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def import_graph() -> dict[str, set[str]]:
    """Return for each module the modules that it imports, wherever in it."""
    names = {dotted(path) for path in MODULES}
    graph: dict[str, set[str]] = {name: set() for name in names}
    for path in MODULES:
        for name in imports(path):
            used = name
            while used and used not in names:  # `package.module.function`
                used = used.rpartition(".")[0]
            if (
                used
            ):  # the package itself has the version, and public names that wait to be asked for
                graph[dotted(path)].add(used)
    return graph


def circles(graph: Mapping[str, set[str]]) -> list[list[str]]:
    """Return the groups of modules that lead back to each other (Tarjan 1972)."""
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    stack: list[str] = []
    found = []

    def visit(module: str) -> None:
        number[module] = lowest[module] = len(number)
        stack.append(module)
        for used in graph[module]:
            if used not in number:
                visit(used)
            if used in stack:
                lowest[module] = min(lowest[module], lowest[used])
        if lowest[module] == number[module]:
            group = stack[stack.index(module) :]
            del stack[stack.index(module) :]
            if len(group) > 1 or module in graph[module]:
                found.append(sorted(group))

    for module in graph:
        if module not in number:
            visit(module)
    return found


def test_circles_are_seen() -> None:
    graph = {"a": {"b"}, "b": {"c", "d"}, "c": {"a"}, "d": {"d"}, "e": {"a"}}
    assert sorted(circles(graph)) == [["a", "b", "c"], ["d"]]


def test_no_modules_import_each_other() -> None:
    assert circles(import_graph()) == []


def test_a_public_class_has_a_name_of_its_own() -> None:
    places = defaultdict(list)
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(dotted(path))
    shared = {name: modules for name, modules in places.items() if len(modules) > 1}
    assert shared == {}
