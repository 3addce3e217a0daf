"""`github`: annotations of a pull request.

Source: GitHub, "Workflow commands for GitHub Actions".
"""

from collections.abc import Sequence

from paracite.checking import Diagnostic

COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
IN_PROPERTY = IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def render(findings: Sequence[Diagnostic], incomplete: int = 0) -> str:
    """Render one workflow command a finding."""
    lines = [_command(each) for each in findings]
    if incomplete:
        lines.append(f"::warning::{incomplete} references could not be checked")
    return "\n".join(lines)


def _command(finding: Diagnostic) -> str:
    path = finding.path.translate(IN_PROPERTY)
    message = f"{finding.key}: {finding.message}".translate(IN_MESSAGE)
    return (
        f"::{COMMANDS[finding.level]} file={path},line={finding.line},col={finding.column},"
        f"endColumn={finding.column + finding.length},title={finding.code}::{message}"
    )
