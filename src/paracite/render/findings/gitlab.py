"""`gitlab`: a code quality report.

Source: GitLab, "Code Quality report format".
"""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from paracite.checking import Diagnostic
from paracite.render import machine

SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def render(findings: Sequence[Diagnostic], incomplete: int = 0) -> str:  # noqa: ARG001  no place for it
    """Render a list of issues; a fingerprint stays the same when lines move."""
    seen: Counter[str] = Counter()
    issues = []
    for each in findings:
        what = f"{each.path}:{each.code}:{each.key}:{each.field}:{each.message}"
        seen[what] += 1
        issues.append(
            {
                "description": f"{each.key}: {each.message}",
                "check_name": each.code,
                "fingerprint": sha256(f"{what}:{seen[what]}".encode()).hexdigest(),
                "severity": SEVERITIES[each.level],
                "location": {"path": each.path, "lines": {"begin": each.line}},
            }
        )
    return machine.dumps(issues)
