"""Layers point one way, plug-ins do not know each other, and start-up stays light."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import paracite

PACKAGE = Path(paracite.__file__).parent
HEAVY = {"bibtexparser", "citeproc", "lxml", "numpy", "pydantic", "requests", "rich"}
LAYERS = (  # a module imports only from rows above its own, or from its own package
    {"errors", "memory", "plugins", "reference", "text"},
    {"files", "fields", "config"},
    {"csljson"},
    {"citekeys", "bibtex", "matching", "parsing", "csl"},
    {"readers", "writers", "sources", "rules"},
    {"decisions", "index", "library"},
    {"alike", "deduplicating", "doubts", "registering", "resolving"},
    {"checking"},
    {"adding", "completing", "showing", "tidying"},
    {"render"},
    {"commands"},
    {"cli"},
    {"__main__", "__init__"},
)
PLUGINS = ("readers", "writers", "sources", "rules", "commands")
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
