"""Print the CPU seconds and memory of a library's commands as it grows, peers beside them.

Run with the environment's own Python:

    python benchmarks/library.py [--sizes 1000 10000 100000] [--generator gen_bib.py]

The libraries are made by the generator (`-n N --seed 1 -o FILE`), by default that of the
shared tools beside the corpora.  Peers (bibtexparser's own parse and write, pybtex) are
measured in the same run where they are installed; they are slow: see `--peers`.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

MEBIBYTE = 1024
ROW = "{:<34}{:>9}{:>12}{:>10}"
READ = "from paracite import readers; readers.read({path!r})"
PEERS = {
    "bibtexparser 2: parse, write": (
        "import bibtexparser as b, sys; text = b.write_string(b.parse_file({path!r}))"
    ),
    "pybtex: parse, write": (
        "from pybtex.database import parse_file; parse_file({path!r}).to_string('bibtex')"
    ),
}


def main() -> None:
    """Print a table of each size."""
    options = _options()
    print(ROW.format("", "entries", "CPU s", "MB"))
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "references.bib"
            _run([sys.executable, str(options.generator), *_generated(size, path)])
            for name, arguments in _ours(path):
                _show(name, size, arguments, Path(folder))
            if size <= options.peers:
                for name, code in PEERS.items():
                    _show(name, size, ["-c", code.format(path=str(path))], Path(folder))


def _ours(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield each command with its name; they are run in this order."""
    key = _keys(path)[-7]

    def paracite(*arguments: str) -> list[str]:
        return ["-m", "paracite", *arguments]

    library = ("--file", str(path))
    yield "read, cold", ["-c", READ.format(path=str(path))]
    yield "list, cold: read and indexed", paracite("list", *library)
    yield "list, warm", paracite("list", *library)
    yield "search, warm: a rare word", paracite("search", *library, "etudes", "OR", "vaccination")
    yield "search, warm: a common word", paracite("search", *library, "for")
    yield "search, warm: fields", paracite("search", *library, "author:muller", "year:2000..2010")
    yield "set", paracite("set", *library, key, "note=changed")
    yield "list after it: one entry indexed", paracite("list", *library)
    yield "add", paracite("add", *library, "Wu, A. (2005). A thing of its own. Things, 2(3), 4-5.")
    yield "rename", paracite("rename", *library, key, "renamed1999")
    yield "remove", paracite("remove", *library, "renamed1999")
    yield "undo", paracite("undo", str(path))


def _show(name: str, size: int, arguments: Sequence[str], folder: Path) -> None:
    measured = _measured(arguments, folder)
    if measured:
        print(ROW.format(name, size, f"{measured[0]:.2f}", f"{measured[1]:.0f}"), flush=True)
    else:
        print(ROW.format(name, size, "absent", ""), flush=True)


def _measured(arguments: Sequence[str], folder: Path) -> tuple[float, float] | None:
    """Run Python and give its CPU seconds and its most memory in MB, or None where it fails."""
    folders = {f"PARACITE_{kind}_DIR": str(folder / kind) for kind in ("CACHE", "STATE", "CONFIG")}
    process = subprocess.Popen(
        [sys.executable, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | folders,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        return None
    return used.ru_utime + used.ru_stime, used.ru_maxrss / MEBIBYTE


def _generated(size: int, path: Path) -> list[str]:
    return ["-n", str(size), "--seed", "1", "-o", str(path)]


def _keys(path: Path) -> list[str]:
    heads = (line for line in path.read_text("utf-8").splitlines() if line.startswith("@"))
    return [head.partition("{")[2].rstrip(",") for head in heads]


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _options() -> argparse.Namespace:
    corpora = Path(os.environ.get("PARACITE_CORPORA", "../shared/corpora"))
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--generator", type=Path, default=corpora.parent / "tools" / "gen_bib.py")
    parser.add_argument("--peers", type=int, default=100_000, help="measure peers up to this size")
    return parser.parse_args()


if __name__ == "__main__":
    main()
