"""What every output format says alike."""

import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from paracite.checking import Diagnostic
from paracite.files import STANDARD

TOOL = "paracite"
STYLES = {
    "error": "\x1b[1;31m",
    "warning": "\x1b[33m",
    "note": "\x1b[36m",
    "quiet": "\x1b[2m",
}
CONTROL = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)), "�")


def styled(text: str, style: str) -> str:
    """Colour a text where a person looks at a terminal and has not set `NO_COLOR`."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return text if plain or not sys.stdout.isatty() else f"{STYLES[style]}{text}\x1b[0m"


def linked(text: str, path: str) -> str:
    """Make a text a link to a file, as terminals show links, under the same conditions."""
    if path == STANDARD or styled("", "quiet") == "":
        return text
    return f"\x1b]8;;{Path(path).resolve().as_uri()}\x1b\\{text}\x1b]8;;\x1b\\"


def fix_word(finding: Diagnostic) -> str:
    """Mark a finding that can be fixed: `[*]`, or `[?]` where the fix is unsafe."""
    return "" if finding.fix is None else " [*]" if finding.fix.safe else " [?]"


def shown(text: str) -> str:
    """Make a text harmless on a terminal: control characters do nothing there."""
    return text.translate(CONTROL)


def place(finding: Diagnostic) -> str:
    """Return `path:line:column`."""
    return f"{finding.path}:{finding.line}:{finding.column}"


def changes(finding: Diagnostic) -> dict[str, Any] | None:
    """Return a finding's fix as JSON: new values of fields, `""` where one is removed."""
    if finding.fix is None:
        return None
    values = {
        name: value if isinstance(value, str) else " and ".join(map(str, value))
        for name, value in finding.fix.changes.items()
    }
    return {"safe": finding.fix.safe, "changes": values}


def summary(findings: Sequence[Diagnostic], incomplete: int = 0) -> str:
    """Say in one line how many findings there are and how many can be fixed."""
    could_not = f"; {incomplete} could not be checked" if incomplete else ""
    if not findings:
        return f"No findings{could_not}."
    counts = Counter(each.fix.safe for each in findings if each.fix)
    files = len({each.path for each in findings})
    where = f" in {files} files" if files > 1 else ""
    total = f"{len(findings)} finding{'s' * (len(findings) > 1)}{where}"
    ways = []
    if counts[True]:
        ways.append(f"{counts[True]} fixed by --fix")
    if counts[False]:
        ways.append(f"{counts[False]} by --unsafe-fixes")
    mended = f" ({', '.join(ways)})" if ways else ""
    return f"{total}{could_not}{mended}."
