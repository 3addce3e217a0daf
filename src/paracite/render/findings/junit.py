"""`junit`: a test report, one failed case a finding."""

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from paracite.checking import Diagnostic
from paracite.render.findings import _words


def render(findings: Sequence[Diagnostic], incomplete: int = 0) -> str:
    """Render one suite; where nothing was found, one case that passed."""
    count = f'tests="{max(1, len(findings))}" failures="{len(findings)}" errors="{incomplete}"'
    cases = [_case(each) for each in findings] or ['    <testcase name="references"/>']
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="{_words.TOOL}" {count}>',
        f'  <testsuite name="{_words.TOOL}" {count}>',
        *cases,
        "  </testsuite>",
        "</testsuites>",
    ]
    return _words.shown("\n".join(lines))


def _case(finding: Diagnostic) -> str:
    name = quoteattr(f"{finding.code} {finding.key}")
    place = f"line {finding.line}, column {finding.column}"
    return (
        f"    <testcase classname={quoteattr(finding.path)} name={name}>"
        f"<failure message={quoteattr(finding.message)}>{escape(place)}</failure></testcase>"
    )
