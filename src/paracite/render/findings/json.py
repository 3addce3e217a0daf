"""`json`: one versioned object, for programs."""

from collections.abc import Sequence
from typing import Any

from paracite.checking import Diagnostic
from paracite.render import machine
from paracite.render.findings import _words


def item(finding: Diagnostic) -> dict[str, Any]:
    """Make the object of one finding."""
    return {
        "code": finding.code,
        "rule": finding.rule,
        "key": finding.key,
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "message": finding.message,
        "fix": _words.changes(finding),
    }


def render(findings: Sequence[Diagnostic], incomplete: int = 0) -> str:
    """Render every finding in one object."""
    return machine.versioned(findings=[item(each) for each in findings], incomplete=incomplete)
