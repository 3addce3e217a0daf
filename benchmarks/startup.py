"""Print the CPU seconds of light commands beside those of an empty Python.

Run with the environment's own Python: `python benchmarks/startup.py`.
"""

import resource
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS = 7
COMMANDS = {
    "empty Python": ["-c", "pass"],
    "--help": ["-m", "paracite", "--help"],
    "list of 22": ["-m", "paracite", "list", "--file", str(ROOT / "data" / "references.bib")],
}


def cpu_seconds(arguments: list[str]) -> float:
    """Run Python once and give the user and system time it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    """Print the best of several runs of each command: the least disturbed one."""
    for name, arguments in COMMANDS.items():
        cpu_seconds(arguments)  # fills the caches
        print(f"{name:<14}{min(cpu_seconds(arguments) for _ in range(RUNS)):6.3f} CPU s")


if __name__ == "__main__":
    main()
