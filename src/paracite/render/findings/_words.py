"""What every output format says alike."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from paracite.checking import Diagnostic

TOOL = "paracite"
CONTROL = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)), "�")


def fix_word(finding: Diagnostic) -> str:
    """Mark a finding that can be fixed: `[*]`, or `[?]` where the fix is unsafe."""
    return "" if finding.fix is None else " [*]" if finding.fix.safe else " [?]"


def shown(text: str) -> str:
    """Make a text harmless on a terminal: control characters do nothing there."""
    return text.translate(CONTROL)


def place(finding: Diagnostic) -> str:
    """Give `path:line:column`."""
    return f"{finding.path}:{finding.line}:{finding.column}"


def changes(finding: Diagnostic) -> dict[str, Any] | None:
    """Give a finding's fix as JSON: new values of fields, `""` where one is removed."""
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
